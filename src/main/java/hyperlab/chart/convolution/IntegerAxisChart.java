package hyperlab.chart.convolution;

import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.ErrorBars;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.EndLabels;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Values against a whole number, such as the size of a kernel: lines with error bars and with names at their ends.
 */
public final class IntegerAxisChart extends PlotChart<IntegerAxisChart.Model> {
    private static final double ROOM = 0.08;
    private static final double SIDE = 0.3;

    private final LinearAxis integerAxis = LinearAxis.ofIntegers();
    private final LinearOrLogAxis values = keepStyled(new LinearOrLogAxis(LinearAxis.ofValues()));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final ErrorBars whiskers = new ErrorBars();
    private final EndLabels endLabels = new EndLabels();

    /**
     * What the chart shows.
     *
     * @param lines the most important first
     * @param xTitle title of the axis of whole numbers
     * @param yTitle title of the value axis; may be empty
     * @param logarithmic whether the value axis is logarithmic
     * @param lowest the value axis starts at or below this value; NaN to fit the values only
     * @param highest the value axis ends at or above this value; NaN to fit the values only
     * @param from the first whole number
     * @param to the last whole number
     */
    public record Model(
            List<ErrorBarLine> lines,
            String xTitle,
            String yTitle,
            boolean logarithmic,
            double lowest,
            double highest,
            int from,
            int to) {
        public Model {
            lines = List.copyOf(lines);
        }
    }

    public IntegerAxisChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(integerAxis, values.linear());
        addCurves(dataset, renderer);
        add(whiskers);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        integerAxis.setLabel(model.xTitle());
        fit(integerAxis, model.from() - SIDE, model.to() + SIDE);
        integerAxis.setTickValues(model.lines().stream()
                .flatMap(line -> line.points().stream())
                .map(ErrorBarLine.Point::x)
                .distinct()
                .sorted()
                .toList());
        fitValues(model);
        StyledCurves curves = new StyledCurves();
        List<EndLabels.Label> ends = new ArrayList<>();
        List<ErrorBars.ErrorBar> errorBars = new ArrayList<>();
        for (ErrorBarLine line : model.lines()) {
            curves.add(line.curve(), line.curveStyle());
            errorBars.addAll(line.errorBars());
            int last = line.points().size() - 1;
            if (last >= 0 && !line.name().isEmpty()) {
                ends.add(new EndLabels.Label(
                        line.name(),
                        model.to() + SIDE,
                        line.points().get(last).value(),
                        line.curveStyle().themeColor()));
            }
        }
        curves.showIn(dataset, renderer);
        whiskers.show(errorBars);
        endLabels.show(ends);
    }

    private void fitValues(Model model) {
        ValueBounds bounds = new ValueBounds(model.logarithmic());
        model.lines().forEach(line -> line.extend(bounds));
        values.fit(model.logarithmic(), bounds, model.lowest(), model.highest(), ROOM, ROOM);
        setYAxis(values.titled(model.logarithmic(), model.yTitle(), texts()));
    }
}
