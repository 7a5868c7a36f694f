package hyperlab.chart;

import hyperlab.descent.Objective;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.tune.SearchSpace;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Two axes of a search space: an estimate for each point as a tint with contour lines, the trials, the best of them,
 * and the next ones. Once displayed, use only on the FX thread.
 */
public final class SearchMapChart {
    /** Samples along each side. */
    public static final int SAMPLES = 41;

    /** A lowest value below this fraction of the highest value is shown as 0. */
    private static final double NOTHING = 1e-6;

    private static final Objective.Window CUBE = new Objective.Window(0, 1, 0, 1);

    private final UnitAxis across = new UnitAxis();
    private final UnitAxis up = new UnitAxis();
    private final CurveRenderer renderer = new CurveRenderer();
    private final CurveDataset dataset = new CurveDataset();
    private final SearchGround ground = new SearchGround();
    private final SearchSpots spots = new SearchSpots();
    private final JFreeChart chart;
    private final KeyRow key;
    private ChartStyle style;
    private Texts texts;
    private @Nullable Picture picture;

    /**
     * What the chart shows.
     *
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param heat the estimate for each point; null for none
     * @param kind how it is tinted
     * @param trials positions of the trials
     * @param best index of the best trial; −1 for none
     * @param next positions of the next trials; the first one is labeled
     * @param nextName label of the first one
     */
    public record Picture(
            SearchSpace.Parameter x,
            SearchSpace.Parameter y,
            @Nullable Surface heat,
            Kind kind,
            List<Spot> trials,
            int best,
            List<Point2D> next,
            String nextName) {
        public Picture {
            trials = List.copyOf(trials);
            next = List.copyOf(next);
        }
    }

    /** The kind of estimate. */
    public enum Kind {
        /** A value; tinted by rank, so that a narrow valley is visible. */
        VALUE(0, true),
        /** The uncertainty of the prediction. */
        UNCERTAINTY(4, false),
        /** The expected improvement. */
        GAIN(1, false);

        private final int series;
        private final boolean ranked;

        Kind(int series, boolean ranked) {
            this.series = series;
            this.ranked = ranked;
        }

        /** Returns the index of the series whose color the tint has. */
        int series() {
            return series;
        }

        /** Returns whether it is tinted by rank. */
        boolean isRanked() {
            return ranked;
        }
    }

    /** A trial: its position in units of the axes, whether a model chose it, and whether it has a value. */
    public record Spot(double x, double y, boolean modelled, boolean valued) {}

    public SearchMapChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(across, up);
        XYPlot plot = chart.getXYPlot();
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        renderer.addAnnotation(ground, Layer.BACKGROUND);
        plot.addAnnotation(spots);
        key = KeyRow.above(chart);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    /** Samples a function over the unit square, row by row from the bottom up, each row from the left. */
    public static Surface sample(java.util.function.DoubleBinaryOperator f) {
        return Surface.of(f, CUBE, SAMPLES, SAMPLES);
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ChartStyle.atOnce(chart, () -> {
            style.apply(chart);
            ground.style(style);
            redraw();
        });
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        ChartStyle.atOnce(chart, this::redraw);
    }

    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, this::redraw);
    }

    /** Returns the point at a pixel of the plot, in units of the axes; clamped to the unit square. */
    public Point2D at(double pixelX, double pixelY, Rectangle2D plotArea) {
        return new Point2D.Double(
                clamp((pixelX - plotArea.getX()) / plotArea.getWidth()),
                clamp((plotArea.getMaxY() - pixelY) / plotArea.getHeight()));
    }

    private static double clamp(double unit) {
        return Math.max(0, Math.min(1, unit));
    }

    private void redraw() {
        Picture shown = picture;
        if (shown == null) {
            return;
        }
        across.show(shown.x().axis());
        up.show(shown.y().axis());
        across.setLabel(KeyNames.of(shown.x().key(), texts));
        up.setLabel(KeyNames.of(shown.y().key(), texts));
        ground.show(shown);
        spots.show(shown);
        key.show(signs(shown), style);
        style.apply(chart);
    }

    private List<KeyRow.Sign> signs(Picture shown) {
        List<KeyRow.Sign> signs = new ArrayList<>();
        Surface heat = shown.heat();
        if (heat != null) {
            HeatRange range = HeatRange.of(heat);
            boolean nothing = Math.abs(range.low()) < NOTHING * Math.abs(range.high());
            signs.add(tinted(shown, 0, NumberFormats.format(nothing ? 0 : range.low(), 3)));
            signs.add(tinted(shown, 1, NumberFormats.format(range.high(), 3)));
        }
        if (shown.trials().stream().anyMatch(spot -> !spot.modelled())) {
            signs.add(new KeyRow.Sign(Marker.SQUARE, ChartTheme::text, null, texts.get("chart.search.random")));
        }
        if (shown.trials().stream().anyMatch(Spot::modelled)) {
            signs.add(new KeyRow.Sign(Marker.CIRCLE, ChartTheme::text, null, texts.get("chart.search.modelled")));
        }
        if (shown.best() >= 0) {
            signs.add(new KeyRow.Sign(
                    Marker.DIAMOND, ChartTheme::background, Ink.series(1), texts.get("chart.search.best")));
        }
        return signs;
    }

    private static KeyRow.Sign tinted(Picture shown, double share, String text) {
        return new KeyRow.Sign(
                Marker.SQUARE, ChartTheme::axis, theme -> SearchGround.tint(theme, shown.kind(), share), text);
    }
}
