package hyperlab.chart.convolution;

import hyperlab.chart.ErrorBars;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
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
            List<Line> lines,
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

    /** A line and its name, which may be empty. */
    public record Line(List<Point> points, CurveStyle curveStyle, String name) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * A value with its error bar, from {@code low} to {@code high}; both equal the value for no bar. Values that are
     * not finite are not drawn.
     */
    public record Point(int x, double value, double low, double high) {
        /** A point without an error bar. */
        public static Point of(int at, double value) {
            return new Point(at, value, value, value);
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
                .map(point -> (double) point.x())
                .distinct()
                .sorted()
                .toList());
        fitValues(model);
        StyledCurves curves = new StyledCurves();
        List<EndLabels.Label> ends = new ArrayList<>();
        List<ErrorBars.ErrorBar> errorBars = new ArrayList<>();
        for (Line line : model.lines()) {
            curves.add(
                    Curve.of(
                                    line.points().stream().mapToDouble(Point::x).toArray(),
                                    line.points().stream()
                                            .mapToDouble(Point::value)
                                            .toArray())
                            .named(line.name()),
                    line.curveStyle());
            for (Point point : line.points()) {
                if (point.low() < point.high()) {
                    errorBars.add(new ErrorBars.ErrorBar(
                            point.x(),
                            point.low(),
                            point.high(),
                            line.curveStyle().themeColor()));
                }
            }
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
        for (Line line : model.lines()) {
            for (Point point : line.points()) {
                bounds.add(point.value(), point.low(), point.high());
            }
        }
        values.fit(model.logarithmic(), bounds, model.lowest(), model.highest(), ROOM, ROOM);
        setYAxis(values.titled(model.logarithmic(), model.yTitle(), texts()));
    }
}
