package hyperlab.chart.map;

import hyperlab.chart.CachedLayer;
import hyperlab.chart.Contours;
import hyperlab.chart.GridSamples;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.map.MapSnapshot;
import hyperlab.map.PixelOutcome;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/** The pixels of a map as one image, with patterns and contour lines. */
final class MapImage extends ModelAnnotation<MapModel> {
    static final double HATCH_SPACING = 9;
    private static final double STRIPE_SPACING = 12;
    static final double PATTERN_STRENGTH = 0.16;
    /** Of several seeds that all diverged. */
    private static final double DISPUTED_STRENGTH = 0.4;

    private static final int CONTOURS = 8;
    private static final double CONTOUR_STRENGTH = 0.55;

    private final CachedLayer layer = new CachedLayer();
    private @Nullable CellColors latest;
    private @Nullable ColorRanges ranges;

    /** Everything it depends on other than its position. */
    private record MapLayerKey(
            MapSnapshot snapshot,
            @Nullable ColorRanges ranges,
            boolean patterns,
            boolean contours,
            Range x,
            Range y,
            ChartStyle style) {}

    private record CellColors(
            MapSnapshot snapshot, @Nullable ColorRanges ranges, ChartTheme theme, MapColors colors, int[] cells) {}

    /** @param newRanges what the color ramps cover from now on; null for the values of each snapshot */
    void setRanges(@Nullable ColorRanges newRanges) {
        ranges = newRanges;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapModel model) {
        if (area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        Object key = new MapLayerKey(
                model.snapshot(),
                ranges,
                model.patterns(),
                model.contours(),
                pixels.xRange(),
                pixels.yRange(),
                style());
        layer.draw(g2, area, key, own -> {
            PixelImage.draw(own, image(model, pixels, PixelImage.deviceScale(own)), area);
            if (model.contours()) {
                drawContours(own, model, pixels);
            }
        });
    }

    private CellColors colors(MapSnapshot snapshot) {
        CellColors known = latest;
        if (known == null
                || known.snapshot() != snapshot
                || !Objects.equals(known.ranges(), ranges)
                || known.theme() != style().theme()) {
            MapColors colors = new MapColors(snapshot, ranges);
            known = new CellColors(snapshot, ranges, style().theme(), colors, colors.cells(style().theme()));
            latest = known;
        }
        return known;
    }

    private BufferedImage image(MapModel model, PixelTransform pixels, double deviceScale) {
        MapSnapshot snapshot = model.snapshot();
        Rectangle2D area = pixels.area();
        int[] cells = colors(snapshot).cells();
        CellEdges xEdges = new CellEdges(snapshot.map().x());
        CellEdges yEdges = new CellEdges(snapshot.map().y());
        double[] across = PixelImage.pixelPositions(area, deviceScale);
        int[] columns = new int[across.length];
        for (int i = 0; i < across.length; i++) {
            double pixel = area.getX() + Math.max(0, Math.min(1, across[i])) * area.getWidth();
            columns[i] = xEdges.cell(pixels.xAxis().java2DToValue(pixel, area, RectangleEdge.BOTTOM));
        }
        int background = style().theme().background().getRGB();
        int patternColor = style().theme() == ChartTheme.LIGHT ? 0 : 0xffffff;
        int hatch = (int) Math.max(3, Math.round(HATCH_SPACING * style().scale() * deviceScale));
        int stripe = (int) Math.max(3, Math.round(STRIPE_SPACING * style().scale() * deviceScale));
        int thickness = (int) Math.max(1, Math.round(style().scale() * deviceScale));
        int[] line = {0};
        return PixelImage.ofRows(area, deviceScale, (up, colors) -> {
            double pixel = area.getMaxY() - Math.max(0, Math.min(1, up)) * area.getHeight();
            int row = yEdges.cell(pixels.yAxis().java2DToValue(pixel, area, RectangleEdge.LEFT));
            int j = line[0]++;
            if (row < 0) {
                Arrays.fill(colors, background);
                return;
            }
            for (int i = 0; i < colors.length; i++) {
                int column = columns[i];
                if (column < 0) {
                    colors[i] = background;
                    continue;
                }
                int color = cells[row * snapshot.columns() + column];
                boolean onHatch = (i + j) % hatch < thickness;
                boolean onStripe = i % stripe < thickness;
                if (model.patterns() && (onHatch || onStripe)) {
                    double strength = patternStrength(snapshot, column, row, onHatch, onStripe);
                    color = strength > 0 ? ChartTheme.mix(color, patternColor, strength) : color;
                }
                colors[i] = color;
            }
        });
    }

    /**
     * Diagonal lines where runs diverged, as strong as the share of the seeds that did; vertical lines where they
     * oscillate.
     */
    private static double patternStrength(
            MapSnapshot snapshot, int column, int row, boolean onHatch, boolean onStripe) {
        int known = snapshot.representative(column, row);
        if (known < 0) {
            return 0;
        }
        PixelOutcome outcome = snapshot.outcome(known);
        if (onHatch && snapshot.map().seeds() > 1) {
            return DISPUTED_STRENGTH * snapshot.divergedShare(known);
        }
        boolean drawn =
                (onHatch && outcome == PixelOutcome.DIVERGED) || (onStripe && outcome == PixelOutcome.OSCILLATING);
        return drawn ? PATTERN_STRENGTH : 0;
    }

    /**
     * Contour lines of the color value at evenly spaced positions of the ramp; none across unknown or diverged pixels.
     */
    private void drawContours(Graphics2D g2, MapModel model, PixelTransform pixels) {
        MapSnapshot snapshot = model.snapshot();
        ValueRange range = colors(snapshot).colors().ranges().converged();
        if (range.isEmpty() || snapshot.columns() < 2 || snapshot.rows() < 2) {
            return;
        }
        double[] shares = new double[snapshot.columns() * snapshot.rows()];
        for (int index = 0; index < shares.length; index++) {
            boolean known = snapshot.isKnown(index % snapshot.columns(), index / snapshot.columns());
            shares[index] =
                    known && Double.isFinite(snapshot.value(index)) ? range.share(snapshot.value(index)) : Double.NaN;
        }
        GridSamples samples = new GridSamples(
                new ObjectiveFunction.PlotWindow(0, snapshot.columns() - 1.0, 0, snapshot.rows() - 1.0),
                snapshot.columns(),
                snapshot.rows(),
                shares);
        CellEdges xEdges = new CellEdges(snapshot.map().x());
        CellEdges yEdges = new CellEdges(snapshot.map().y());
        Path2D path = new Path2D.Double();
        for (int k = 1; k <= CONTOURS; k++) {
            for (Curve line : Contours.of(samples, k / (CONTOURS + 1.0))) {
                for (int i = 0; i < line.size(); i++) {
                    double x = pixels.x(xEdges.center(line.x(i)));
                    double y = pixels.y(yEdges.center(line.y(i)));
                    if (i == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
            }
        }
        Color color = style().theme().text();
        g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * CONTOUR_STRENGTH)));
        g2.setStroke(new BasicStroke((float) style().scale()));
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.draw(path);
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }
}
