package hyperlab.chart;

import hyperlab.descent.Objective;
import hyperlab.text.KeyNames;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import hyperlab.tune.SearchSpace;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
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
    private final Ground ground = new Ground();
    private final Spots spots = new Spots();
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
        theme(theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    /** Samples something over two axes, each from 0 to 1: row by row from the bottom up, each from the left. */
    public static Surface sample(java.util.function.DoubleBinaryOperator f) {
        return Surface.of(f, CUBE, SAMPLES, SAMPLES);
    }

    public void theme(ChartTheme theme) {
        style = ChartStyle.of(theme);
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
            Range range = Range.of(heat);
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
        return new KeyRow.Sign(Marker.SQUARE, ChartTheme::axis, theme -> Ground.tint(theme, shown.kind(), share), text);
    }

    private record Range(double low, double high) {
        static Range of(Surface heat) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < heat.rows(); row++) {
                for (int column = 0; column < heat.columns(); column++) {
                    double value = heat.height(column, row);
                    low = Double.isFinite(value) ? Math.min(low, value) : low;
                    high = Double.isFinite(value) ? Math.max(high, value) : high;
                }
            }
            return new Range(low, high);
        }
    }

    private static final class Ground extends Annotation {
        private static final int TINTS = 256;
        private static final int CONTOURS = 9;
        private static final double STRONGEST = 0.62;
        private static final double LINE = 0.5;

        private @Nullable Picture picture;
        private @Nullable Kept kept;

        private record Kept(
                Surface heat, Kind kind, Rectangle2D area, ChartStyle style, double pixels, BufferedImage image) {
            boolean isFor(Surface other, Kind otherKind, Rectangle2D otherArea, ChartStyle otherStyle, double sharp) {
                return heat == other
                        && kind == otherKind
                        && area.equals(otherArea)
                        && style.equals(otherStyle)
                        && pixels == sharp;
            }
        }

        static Color tint(ChartTheme theme, Kind kind, double share) {
            return theme.faint(theme.series(kind.series), STRONGEST * share);
        }

        void show(Picture newPicture) {
            picture = newPicture;
            fireAnnotationChanged();
        }

        @Override
        void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
            Picture shown = picture;
            Surface heat = shown == null ? null : shown.heat();
            if (shown == null || heat == null || area.getWidth() < 1 || area.getHeight() < 1) {
                return;
            }
            double sharpness = PixelImage.sharpness(g2);
            Kept image = kept;
            if (image == null || !image.isFor(heat, shown.kind(), area, style(), sharpness)) {
                image = new Kept(
                        heat,
                        shown.kind(),
                        (Rectangle2D) area.clone(),
                        style(),
                        sharpness,
                        image(heat, shown.kind(), area, sharpness));
                kept = image;
            }
            PixelImage.draw(g2, image.image(), area);
            g2.setColor(style().theme().faint(style().theme().axis(), LINE));
            g2.setStroke(new BasicStroke((float) style().scale()));
            g2.draw(lines(heat, shown.kind(), pixels));
        }

        private BufferedImage image(Surface heat, Kind kind, Rectangle2D area, double sharpness) {
            int[] tints = new int[TINTS];
            for (int k = 0; k < TINTS; k++) {
                tints[k] = tint(style().theme(), kind, k / (TINTS - 1.0)).getRGB();
            }
            Range range = Range.of(heat);
            double span = range.high() - range.low();
            return PixelImage.of(area, sharpness, (right, above) -> {
                double column = right * (heat.columns() - 1);
                double row = above * (heat.rows() - 1);
                double share = kind.ranked
                        ? heat.depthAt(column, row)
                        : span > 0 ? (between(heat, column, row) - range.low()) / span : 0;
                return tints[(int) Math.max(0, Math.min(TINTS - 1, Math.round(share * (TINTS - 1))))];
            });
        }

        /** Bilinear. */
        private static double between(Surface heat, double column, double row) {
            int left = (int) Math.max(0, Math.min(heat.columns() - 2, Math.floor(column)));
            int low = (int) Math.max(0, Math.min(heat.rows() - 2, Math.floor(row)));
            double right = column - left;
            double above = row - low;
            double bottom = heat.height(left, low) * (1 - right) + heat.height(left + 1, low) * right;
            double top = heat.height(left, low + 1) * (1 - right) + heat.height(left + 1, low + 1) * right;
            return bottom * (1 - above) + top * above;
        }

        private static Path2D lines(Surface heat, Kind kind, Pixels pixels) {
            Path2D path = new Path2D.Double();
            Range range = Range.of(heat);
            double[] levels = kind.ranked ? heat.levels(CONTOURS) : new double[CONTOURS];
            for (int k = 0; k < CONTOURS && !kind.ranked; k++) {
                levels[k] = range.low() + (range.high() - range.low()) * (k + 1) / (CONTOURS + 1.0);
            }
            for (double level : levels) {
                for (Curve line : Contours.of(heat, level)) {
                    for (int k = 0; k < line.size(); k++) {
                        double x = pixels.x(line.x(k));
                        double y = pixels.y(line.y(k));
                        if (k == 0) {
                            path.moveTo(x, y);
                        } else {
                            path.lineTo(x, y);
                        }
                    }
                }
            }
            return path;
        }
    }

    private static final class Spots extends Annotation {
        private static final double RADIUS = 4;
        private static final double BEST = 7;
        private static final double NEXT = 8;

        private @Nullable Picture picture;

        void show(Picture newPicture) {
            picture = newPicture;
            fireAnnotationChanged();
        }

        @Override
        void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
            Picture shown = picture;
            if (shown != null) {
                java.awt.Shape clip = g2.getClip();
                g2.setClip(new Rectangle2D.Double(
                        area.getX() - NEXT,
                        area.getY() - NEXT,
                        area.getWidth() + 2 * NEXT,
                        area.getHeight() + 2 * NEXT));
                drawAll(g2, area, pixels, shown);
                g2.setClip(clip);
            }
        }

        private void drawAll(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
            ChartTheme theme = style().theme();
            double scale = style().scale();
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            for (Spot spot : shown.trials()) {
                double x = pixels.x(spot.x());
                double y = pixels.y(spot.y());
                if (!spot.valued()) {
                    g2.setColor(theme.danger());
                    g2.fill(Marker.CROSS.at(x, y, RADIUS * scale));
                    continue;
                }
                java.awt.Shape shape = (spot.modelled() ? Marker.CIRCLE : Marker.SQUARE).at(x, y, RADIUS * scale);
                g2.setColor(theme.background());
                g2.fill(shape);
                g2.setColor(theme.text());
                g2.draw(shape);
            }
            if (shown.best() >= 0) {
                Spot best = shown.trials().get(shown.best());
                java.awt.Shape shape = Marker.DIAMOND.at(pixels.x(best.x()), pixels.y(best.y()), BEST * scale);
                g2.setColor(theme.series(1));
                g2.fill(shape);
                g2.setColor(theme.background());
                g2.draw(shape);
            }
            for (Point2D point : shown.next()) {
                cross(g2, pixels.x(point.getX()), pixels.y(point.getY()), scale);
            }
            if (!shown.next().isEmpty() && !shown.nextName().isEmpty()) {
                name(g2, area, pixels, shown);
            }
        }

        private void cross(Graphics2D g2, double x, double y, double scale) {
            double reach = NEXT * scale;
            for (Color color :
                    new Color[] {style().theme().background(), style().theme().text()}) {
                g2.setColor(color);
                g2.setStroke(
                        new BasicStroke((float) ((color.equals(style().theme().text()) ? 2 : 5) * scale)));
                g2.draw(Marker.CIRCLE.at(x, y, reach * 0.6));
                g2.draw(new Line2D.Double(x - reach * 1.4, y, x - reach * 0.6, y));
                g2.draw(new Line2D.Double(x + reach * 0.6, y, x + reach * 1.4, y));
                g2.draw(new Line2D.Double(x, y - reach * 1.4, x, y - reach * 0.6));
                g2.draw(new Line2D.Double(x, y + reach * 0.6, x, y + reach * 1.4));
            }
        }

        private void name(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
            Point2D first = shown.next().get(0);
            double width = Lettering.width(shown.nextName(), style().labelFont());
            double left = Math.max(
                    area.getMinX() + 4, Math.min(pixels.x(first.getX()) - width / 2, area.getMaxX() - width - 4));
            double above = pixels.y(first.getY()) - 22 * style().scale();
            double y = above > area.getMinY() + 10 ? above : pixels.y(first.getY()) + 22 * style().scale();
            Lettering.writeWithHalo(
                    g2, shown.nextName(), style().labelFont(), style().theme().text(), left, y, style());
        }
    }
}
