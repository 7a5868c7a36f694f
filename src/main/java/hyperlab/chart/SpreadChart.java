package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * A variance over steps on a logarithmic axis: measured values with their intervals, the predicted values as a line,
 * and the level at which the variance settles. Once displayed, use only on the FX thread.
 */
public final class SpreadChart {
    private static final double ROOM = 0.08;
    private static final double TOP_ROOM = 0.2;
    /**
     * The maximum number of decades shown; lower values are cut off, so that an exploding variance does not flatten the
     * rest.
     */
    private static final double MOST_DECADES = 12;

    private final LinearAxis steps = LinearAxis.ofWholes();
    private final LogarithmicAxis values = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Whiskers whiskers = new Whiskers();
    private final JFreeChart chart;
    private final EndLabels names;
    private final PlayHead head;
    private Texts texts;

    /**
     * What the chart shows.
     *
     * @param measured in order of steps; values that are 0 or not finite are not drawn
     * @param ink color of the measured values
     * @param foretold the predicted values; empty for none
     * @param floor the level at which the variance settles; NaN for none
     * @param floorName label at its end
     * @param last where the axis of steps ends
     * @param stepTitle title of the axis of steps
     * @param valueTitle title of the value axis
     * @param at position of the play head
     * @param atName label of the play head
     */
    public record Picture(
            List<Point> measured,
            Ink ink,
            Curve foretold,
            double floor,
            String floorName,
            int last,
            String stepTitle,
            String valueTitle,
            int at,
            String atName) {
        public Picture {
            measured = List.copyOf(measured);
        }
    }

    /** A variance at a step, with its interval. */
    public record Point(double step, double value, double low, double high) {}

    public SpreadChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        ChartStyle style = ChartStyle.of(theme);
        chart = style.plot(steps, values);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.addAnnotation(whiskers);
        names = EndLabels.on(chart, style);
        head = PlayHead.on(chart, style);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    /** Takes effect with the next picture. */
    public void texts(Texts newTexts) {
        texts = newTexts;
    }

    public void show(Picture picture) {
        ChartStyle.atOnce(chart, () -> draw(picture));
    }

    private void draw(Picture picture) {
        steps.setLabel(picture.stepTitle());
        values.setLabel(ChartStyle.logTitle(texts, picture.valueTitle()));
        steps.setRange(0, Math.max(1, picture.last()));
        fit(picture);
        double[] x = picture.measured().stream().mapToDouble(Point::step).toArray();
        double[] y = picture.measured().stream().mapToDouble(Point::value).toArray();
        boolean settles = Double.isFinite(picture.floor());
        double[] edges = {0, Math.max(1, picture.last())};
        Curve floor = settles ? Curve.of(edges, new double[] {picture.floor(), picture.floor()}) : Curve.EMPTY;
        renderer.looks(
                CurveLook.line(ChartTheme::text, 1.5),
                CurveLook.line(ChartTheme::text, 1.5).with(Dash.VALIDATION),
                CurveLook.points(picture.ink(), Marker.CIRCLE).radius(3));
        dataset.show(floor, picture.foretold(), Curve.of(x, y));
        whiskers.show(picture.measured().stream()
                .filter(point -> point.value() > 0 && point.low() < point.high())
                .map(point -> new Whiskers.Whisker(point.step(), point.low(), point.high(), picture.ink()))
                .toList());
        List<EndLabels.Label> ends = new ArrayList<>();
        if (settles) {
            ends.add(new EndLabels.Label(picture.floorName(), edges[1], picture.floor(), ChartTheme::text));
        }
        names.show(ends);
        head.show(picture.at(), picture.atName());
    }

    private void fit(Picture picture) {
        Bounds bounds = new Bounds();
        picture.measured().forEach(point -> {
            bounds.add(point.value());
            bounds.add(point.high());
        });
        for (int k = 0; k < picture.foretold().size(); k++) {
            bounds.add(picture.foretold().y(k));
        }
        bounds.add(picture.floor());
        if (bounds.high == 0) {
            values.setRange(0.1, 10);
            return;
        }
        double high = Math.log10(bounds.high);
        double low = Math.max(Math.log10(bounds.low), high - MOST_DECADES);
        double span = Math.max(high - low, 0.3);
        values.setRange(Math.pow(10, low - ROOM * span), Math.pow(10, high + TOP_ROOM * span));
    }

    private static final class Bounds {
        private double low = Double.POSITIVE_INFINITY;
        private double high;

        void add(double value) {
            if (value > 0 && Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
    }
}
