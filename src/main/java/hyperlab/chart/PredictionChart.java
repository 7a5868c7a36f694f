package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Predicted values, with training samples filled and validation samples hollow: against the true values, where a
 * perfect prediction is on the diagonal, or over one feature, with the fitted curve. Once displayed, use only on the FX
 * thread.
 */
public final class PredictionChart {
    private static final double MARGIN = 0.05;
    private static final double SMALL = 3;

    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final JFreeChart chart;
    private final KeyRow key;
    private ChartStyle style;
    private Texts texts;
    private @Nullable Picture picture;
    private List<Picture> ends = List.of();

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
    public record Picture(Curve train, Curve validation, Curve curve, boolean fitted, String xName, String yName) {}

    public PredictionChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(xAxis, yAxis);
        CurveRenderer renderer = new CurveRenderer();
        CurveLook points = CurveLook.points(Ink.series(0), Marker.CIRCLE).radius(SMALL);
        renderer.looks(
                CurveLook.reference(ChartTheme::axis),
                points.faint(),
                points.hollow(true),
                CurveLook.line(Ink.series(1), CurveLook.WIDTH));
        chart.getXYPlot().setDataset(dataset);
        chart.getXYPlot().setRenderer(renderer);
        key = KeyRow.above(chart);
        restyle();
    }

    public JFreeChart chart() {
        return chart;
    }

    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, () -> {
            fit(xAxis, newPicture, true);
            fit(yAxis, newPicture, false);
            dataset.show(List.of(
                    newPicture.fitted() ? Curve.EMPTY : newPicture.curve(),
                    newPicture.train(),
                    newPicture.validation(),
                    newPicture.fitted() ? newPicture.curve() : Curve.EMPTY));
            restyle();
        });
    }

    /** Fixes the minimum range of both axes to the range of all of these. */
    public void hold(List<Picture> all) {
        Bounds x = Bounds.of(all, true);
        Bounds y = Bounds.of(all, false);
        Curve corners = Curve.of(new double[] {x.low, x.high}, new double[] {y.low, y.high});
        ends = List.of(new Picture(corners, Curve.EMPTY, Curve.EMPTY, false, "", ""));
    }

    private void fit(LinearAxis axis, Picture picture, boolean across) {
        Bounds bounds =
                Bounds.of(Stream.concat(ends.stream(), Stream.of(picture)).toList(), across);
        double room = bounds.high > bounds.low ? MARGIN * (bounds.high - bounds.low) : 1;
        boolean any = bounds.low <= bounds.high;
        axis.setRange(any ? bounds.low - room : -1, any ? bounds.high + room : 1);
    }

    /** From the lowest to the highest finite value; from +∞ to −∞ if there are none. */
    private record Bounds(double low, double high) {
        static Bounds of(List<Picture> pictures, boolean across) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Picture picture : pictures) {
                for (Curve curve : List.of(picture.train(), picture.validation(), picture.curve())) {
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

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ChartStyle.atOnce(chart, this::restyle);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        ChartStyle.atOnce(chart, this::restyle);
    }

    private void restyle() {
        Picture shown = picture;
        if (shown != null) {
            xAxis.setLabel(shown.xName());
            yAxis.setLabel(shown.yName());
            key.show(
                    List.of(
                            new KeyRow.Sign(Marker.CIRCLE, Ink.series(0), Ink.series(0), texts.get("chart.training")),
                            new KeyRow.Sign(Marker.CIRCLE, Ink.series(0), null, texts.get("chart.validation")),
                            new KeyRow.Sign(
                                    Marker.SQUARE,
                                    shown.fitted() ? Ink.series(1) : ChartTheme::axis,
                                    shown.fitted() ? Ink.series(1) : ChartTheme::axis,
                                    texts.get(shown.fitted() ? "chart.fitted" : "chart.perfect"))),
                    style);
        }
        style.apply(chart);
    }
}
