package hyperlab.chart.descent;

import hyperlab.chart.ChartTable;
import hyperlab.chart.ErrorBars;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.PlayHead;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A variance over steps on a logarithmic axis: measured values with their intervals, the predicted values as a line,
 * and the level at which the variance settles.
 */
public final class VarianceChart extends PlotChart<VarianceChart.Model> {
    private static final double ROOM = 0.08;
    private static final double TOP_ROOM = 0.2;
    /**
     * The maximum number of decades shown; lower values are cut off, so that an exploding variance does not flatten the
     * rest.
     */
    private static final double MAX_DECADES = 12;

    private final LinearAxis steps = LinearAxis.ofIntegers();
    private final LogarithmicAxis values = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final ErrorBars whiskers = new ErrorBars();
    private final EndLabels endLabels = new EndLabels();
    private final PlayHead playHead = new PlayHead();

    /**
     * What the chart shows.
     *
     * @param measured in order of steps; values that are 0 or not finite are not drawn
     * @param themeColor color of the measured values
     * @param predicted the predicted values; empty for none
     * @param floor the level at which the variance settles; NaN for none
     * @param floorName label at its end
     * @param lastStep where the axis of steps ends
     * @param stepTitle title of the axis of steps
     * @param valueTitle title of the value axis
     * @param playHeadStep position of the play head
     * @param playHeadLabel label of the play head
     */
    public record Model(
            List<Point> measured,
            ThemeColor themeColor,
            Curve predicted,
            double floor,
            String floorName,
            int lastStep,
            String stepTitle,
            String valueTitle,
            int playHeadStep,
            String playHeadLabel) {
        public Model {
            measured = List.copyOf(measured);
        }
    }

    /** A variance at a step, with its interval. */
    public record Point(double step, double value, double low, double high) {}

    public VarianceChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(steps, values);
        addCurves(dataset, renderer);
        add(whiskers);
        add(playHead);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        steps.setLabel(model.stepTitle());
        values.setLabel(ChartStyle.logTitle(texts(), model.valueTitle()));
        fit(steps, 0, Math.max(1, model.lastStep()));
        fit(model);
        double[] x = model.measured().stream().mapToDouble(Point::step).toArray();
        double[] y = model.measured().stream().mapToDouble(Point::value).toArray();
        boolean hasFloor = Double.isFinite(model.floor());
        double[] edges = {0, Math.max(1, model.lastStep())};
        Curve floor = hasFloor
                ? Curve.of(edges, new double[] {model.floor(), model.floor()}).named(model.floorName())
                : Curve.EMPTY;
        renderer.setCurveStyles(
                CurveStyle.line(ChartTheme::text, 1.5),
                CurveStyle.line(ChartTheme::text, 1.5).with(Dash.VALIDATION),
                CurveStyle.points(model.themeColor(), MarkerShape.CIRCLE).radius(3));
        dataset.show(floor, model.predicted(), Curve.of(x, y).named(model.valueTitle()));
        whiskers.show(model.measured().stream()
                .filter(point -> point.value() > 0 && point.low() < point.high())
                .map(point -> new ErrorBars.ErrorBar(point.step(), point.low(), point.high(), model.themeColor()))
                .toList());
        List<EndLabels.Label> ends = new ArrayList<>();
        if (hasFloor) {
            ends.add(new EndLabels.Label(model.floorName(), edges[1], model.floor(), ChartTheme::text));
        }
        endLabels.show(ends);
        playHead.show(model.playHeadStep(), model.playHeadLabel());
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "step", "value", "low", "high");
        for (Point point : model.measured()) {
            table.add("measured", point.step(), point.value(), point.low(), point.high());
        }
        Curve predicted = model.predicted();
        for (int k = 0; k < predicted.size(); k++) {
            table.add("predicted", predicted.x(k), predicted.y(k), "", "");
        }
        if (Double.isFinite(model.floor())) {
            table.add(model.floorName(), "", model.floor(), "", "");
        }
        return table;
    }

    private void fit(Model model) {
        ValueBounds bounds = new ValueBounds(true);
        model.measured().forEach(point -> {
            bounds.add(point.value(), point.high());
        });
        for (int k = 0; k < model.predicted().size(); k++) {
            bounds.add(model.predicted().y(k));
        }
        bounds.add(model.floor());
        if (bounds.isEmpty()) {
            fit(values, 0.1, 10);
            return;
        }
        double high = Math.log10(bounds.high());
        double low = Math.max(Math.log10(bounds.low()), high - MAX_DECADES);
        double span = Math.max(high - low, 0.3);
        fit(values, Math.pow(10, low - ROOM * span), Math.pow(10, high + TOP_ROOM * span));
    }
}
