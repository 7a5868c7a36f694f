package hyperlab.chart;

import hyperlab.descent.Objective;
import hyperlab.text.KeyNames;
import hyperlab.text.Numbers;
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
 * Two axes of a search space with something told of each place as a tint with contours, the trials on it, the best of
 * them, and those that come next. A shown one belongs to the FX thread.
 */
public final class SearchMapChart {
    /** Samples along each side. */
    public static final int SAMPLES = 41;

    /** Less than this of the highest is nothing to a reader. */
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
     * What it shows.
     *
     * @param x the axis from left to right
     * @param y the axis from the bottom up
     * @param heat what is told of each place; null for nothing
     * @param kind how it is tinted
     * @param trials where trials were
     * @param best place of the best among them; −1 for none
     * @param next where the next ones will be, the first of them marked
     * @param nextName what stands beside it
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

    /** What is told of each place. */
    public enum Kind {
        /** A value: tinted by rank, so that a narrow valley is seen too. */
        VALUE(0, true),
        /** How unsure something is. */
        UNCERTAINTY(4, false),
        /** How much is expected to be gained. */
        GAIN(1, false);

        private final int series;
        private final boolean ranked;

        Kind(int series, boolean ranked) {
            this.series = series;
            this.ranked = ranked;
        }

        /** The series in whose colour it is tinted. */
        int series() {
            return series;
        }

        /** Whether it is tinted by rank. */
        boolean isRanked() {
            return ranked;
        }
    }

    /** A trial: its place in units of the axes, whether it was chosen by a model, and whether it has a value. */
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

    /** Samples something over two axes, each from 0 to 1: row by row from the bottom up, each from the left. */
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

    /** Which place a pixel of the plot is, in units of the axes. */
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
            signs.add(tinted(shown, 0, Numbers.show(nothing ? 0 : range.low(), 3)));
            signs.add(tinted(shown, 1, Numbers.show(range.high(), 3)));
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
