package hyperlab.chart.training;

import hyperlab.chart.ChartLegend;
import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Predicted values, with training samples filled and validation samples hollow: against the true values, where a
 * perfect prediction is on the diagonal, or over one feature, with the fitted curve.
 */
public final class PredictionChart extends PlotChart<PredictionChart.Model> {
    private static final double MARGIN = 0.05;
    private static final double SMALL = 3;

    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final ChartLegend legend = addLegend();
    private List<Model> fixedBounds = List.of();

    /**
     * What the chart shows.
     *
     * @param train one point per training sample
     * @param validation one point per validation sample
     * @param curve the diagonal, or the fitted curve
     * @param fitted whether the curve is the fitted one
     * @param xName title of the x axis
     * @param yName title of the y axis
     */
    public record Model(Curve train, Curve validation, Curve curve, boolean fitted, String xName, String yName) {}

    public PredictionChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(xAxis, yAxis);
        CurveRenderer renderer = new CurveRenderer();
        CurveStyle points =
                CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE).radius(SMALL);
        renderer.setCurveStyles(
                CurveStyle.reference(ChartTheme::axis),
                points.faint(),
                points.hollow(true),
                CurveStyle.line(ThemeColor.series(1), CurveStyle.WIDTH));
        addCurves(dataset, renderer);
    }

    /** Fixes the minimum range of both axes to the range of all of these. */
    public void fixAxes(List<Model> all) {
        Bounds x = Bounds.of(all, true);
        Bounds y = Bounds.of(all, false);
        Curve corners = Curve.of(new double[] {x.low, x.high}, new double[] {y.low, y.high});
        fixedBounds = List.of(new Model(corners, Curve.EMPTY, Curve.EMPTY, false, "", ""));
    }

    private void fitTo(LinearAxis axis, Model model, boolean across) {
        Bounds bounds =
                Bounds.of(Stream.concat(fixedBounds.stream(), Stream.of(model)).toList(), across);
        double room = bounds.high > bounds.low ? MARGIN * (bounds.high - bounds.low) : 1;
        boolean any = bounds.low <= bounds.high;
        fit(axis, any ? bounds.low - room : -1, any ? bounds.high + room : 1);
    }

    /** From the lowest to the highest finite value; from +∞ to −∞ if there are none. */
    private record Bounds(double low, double high) {
        static Bounds of(List<Model> pictures, boolean across) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Model model : pictures) {
                for (Curve curve : List.of(model.train(), model.validation(), model.curve())) {
                    for (int k = 0; k < curve.size(); k++) {
                        double value = across ? curve.x(k) : curve.y(k);
                        low = Double.isFinite(value) ? Math.min(low, value) : low;
                        high = Double.isFinite(value) ? Math.max(high, value) : high;
                    }
                }
            }
            return new Bounds(low, high);
        }
    }

    @Override
    protected void draw(Model current) {
        fitTo(xAxis, current, true);
        fitTo(yAxis, current, false);
        dataset.show(List.of(
                current.fitted() ? Curve.EMPTY : current.curve(),
                current.train(),
                current.validation(),
                current.fitted() ? current.curve() : Curve.EMPTY));
        xAxis.setLabel(current.xName());
        yAxis.setLabel(current.yName());
        legend.show(List.of(
                new ChartLegend.LegendSymbol(
                        MarkerShape.CIRCLE, ThemeColor.series(0), ThemeColor.series(0), texts().get("chart.training")),
                new ChartLegend.LegendSymbol(
                        MarkerShape.CIRCLE, ThemeColor.series(0), null, texts().get("chart.validation")),
                new ChartLegend.LegendSymbol(
                        MarkerShape.SQUARE,
                        current.fitted() ? ThemeColor.series(1) : ChartTheme::axis,
                        current.fitted() ? ThemeColor.series(1) : ChartTheme::axis,
                        texts().get(current.fitted() ? "chart.fitted" : "chart.perfect"))));
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("part", "x", "y");
        addRows(table, "train", model.train());
        addRows(table, "validation", model.validation());
        addRows(table, "curve", model.curve());
        return table;
    }

    private static void addRows(ChartTable table, String part, Curve curve) {
        for (int k = 0; k < curve.size(); k++) {
            table.add(part, curve.x(k), curve.y(k));
        }
    }
}
