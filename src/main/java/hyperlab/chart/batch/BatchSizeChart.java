package hyperlab.chart.batch;

import hyperlab.chart.ChartTable;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.ErrorBars;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A measured quantity against the batch size: lines over powers of two with error bars and with names at their ends, a
 * reference level, and vertical lines at notable batch sizes.
 */
public final class BatchSizeChart extends PlotChart<BatchSizeChart.Model> {
    private static final double LEFT = 0.84;
    private static final double RIGHT = 1.14;
    private static final double ROOM = 0.06;
    private static final double TOP_ROOM = 0.16;

    private final LogarithmicAxis sizes = LogarithmicAxis.ofPowersOfTwo();
    private final LinearOrLogAxis values = keepStyled(new LinearOrLogAxis(LinearAxis.ofValues()));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final ErrorBars whiskers = new ErrorBars();
    private final VerticalMarkers verticalMarkers = new VerticalMarkers();
    private final EndLabels endLabels = new EndLabels();

    /**
     * What the chart shows.
     *
     * @param lines in drawing order, the most important last
     * @param verticalMarkers vertical lines at notable batch sizes
     * @param level the reference level for the values; NaN for none
     * @param levelName name of the level
     * @param valueTitle title of the value axis
     * @param logarithmic whether the value axis is logarithmic
     * @param lowest the value axis starts at or below this value; NaN to fit the values only
     * @param highest the value axis ends at or above this value; NaN to fit the values only
     * @param largest the batch size at which the axis ends
     */
    public record Model(
            List<ErrorBarLine> lines,
            List<VerticalMarker> verticalMarkers,
            double level,
            String levelName,
            String valueTitle,
            boolean logarithmic,
            double lowest,
            double highest,
            int largest) {
        public Model {
            lines = List.copyOf(lines);
            verticalMarkers = List.copyOf(verticalMarkers);
        }
    }

    /** A notable batch size: a dashed vertical line in a color, with its name at the top. */
    public record VerticalMarker(double batch, String name, ThemeColor themeColor) {}

    public BatchSizeChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(sizes, values.linear());
        addCurves(dataset, renderer);
        add(verticalMarkers);
        add(whiskers);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        double axisEnd = model.largest() * RIGHT;
        sizes.setLabel(ChartStyle.logTitle(texts(), texts().get("chart.batchSize")));
        fit(sizes, LEFT, axisEnd);
        fitValues(model);
        StyledCurves curves = new StyledCurves();
        List<EndLabels.Label> ends = new ArrayList<>();
        List<ErrorBars.ErrorBar> errorBars = new ArrayList<>();
        if (Double.isFinite(model.level())) {
            curves.add(
                    Curve.of(new double[] {LEFT, axisEnd}, new double[] {model.level(), model.level()})
                            .named(model.levelName()),
                    CurveStyle.line(ChartTheme::text, 1.5));
        }
        for (ErrorBarLine line : model.lines()) {
            curves.add(line.curve(), line.curveStyle());
            errorBars.addAll(line.errorBars());
            addEndLabel(line, axisEnd, ends);
        }
        curves.showIn(dataset, renderer);
        whiskers.show(errorBars);
        verticalMarkers.show(model.verticalMarkers(), model.level(), model.levelName());
        endLabels.show(ends);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "batchSize", "value", "low", "high");
        for (int k = 0; k < model.lines().size(); k++) {
            ErrorBarLine line = model.lines().get(k);
            String name = line.name().isEmpty() ? Integer.toString(k + 1) : line.name();
            line.points().forEach(point -> table.add(name, point.x(), point.value(), point.low(), point.high()));
        }
        if (Double.isFinite(model.level())) {
            table.add(model.levelName(), "", model.level(), "", "");
        }
        model.verticalMarkers().forEach(marker -> table.add(marker.name(), marker.batch(), "", "", ""));
        return table;
    }

    /** Adds the line's name, next to the plot at the height of the line's last finite value. */
    private static void addEndLabel(ErrorBarLine line, double axisEnd, List<EndLabels.Label> ends) {
        for (int k = line.points().size() - 1; k >= 0 && !line.name().isEmpty(); k--) {
            ErrorBarLine.Point point = line.points().get(k);
            if (Double.isFinite(point.value())) {
                ends.add(new EndLabels.Label(
                        line.name(), axisEnd, point.value(), line.curveStyle().themeColor()));
                return;
            }
        }
    }

    /** Fits the value axis to everything that is drawn, with room at the top for the names of the vertical lines. */
    private void fitValues(Model model) {
        ValueBounds bounds = new ValueBounds(model.logarithmic());
        model.lines().forEach(line -> line.extend(bounds));
        bounds.add(model.level());
        values.fit(
                model.logarithmic(),
                bounds,
                model.lowest(),
                model.highest(),
                ROOM,
                model.verticalMarkers().isEmpty() ? ROOM : TOP_ROOM);
        setYAxis(values.titled(model.logarithmic(), model.valueTitle(), texts()));
    }
}
