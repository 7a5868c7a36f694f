package hyperlab.chart.descent;

import hyperlab.chart.CachedLayer;
import hyperlab.chart.Contours;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.Surface;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The background of a surface chart: function values as a tint, pale for low values, and contour lines. */
final class SurfaceBackground extends ModelAnnotation<Surface> {
    private static final int CONTOURS = 12;
    private static final int TINTS = 256;
    private static final double STRONGEST = 0.24;
    private static final double DARKENED = 0.6;
    private static final double LINE = 0.55;

    private final CachedLayer layer = new CachedLayer();

    /** Everything it depends on other than its position. */
    private record SurfaceLayerKey(Surface surface, ChartStyle style) {}

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Surface surface) {
        if (area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        layer.draw(g2, area, new SurfaceLayerKey(surface, style()), own -> {
            PixelImage.draw(own, tint(surface, area, PixelImage.deviceScale(own)), area);
            drawLines(own, Contours.path(surface.samples(), surface.levels(CONTOURS), pixels));
        });
    }

    private void drawLines(Graphics2D g2, Path2D lines) {
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setColor(style().theme().blendWithBackground(style().theme().axis(), LINE));
        g2.setStroke(new BasicStroke((float) style().scale()));
        g2.draw(lines);
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    private BufferedImage tint(Surface surface, Rectangle2D area, double deviceScale) {
        int[] tints = tints();
        int hole = style().theme().background().getRGB();
        return PixelImage.of(area, deviceScale, (across, up) -> {
            double depth = surface.normalizedRankAt(across * (surface.columns() - 1), up * (surface.rows() - 1));
            return Double.isNaN(depth) ? hole : tints[tint(depth)];
        });
    }

    /** Clamps, because the outermost pixels may be half a pixel outside the samples. */
    private static int tint(double depth) {
        return (int) Math.max(0, Math.min(TINTS - 1, Math.round(depth * (TINTS - 1))));
    }

    private int[] tints() {
        ChartTheme theme = style().theme();
        Color strong = ChartTheme.mix(new Color(0), theme.series(0), DARKENED);
        int[] tints = new int[TINTS];
        for (int k = 0; k < TINTS; k++) {
            double share = k / (TINTS - 1.0);
            tints[k] =
                    theme.blendWithBackground(strong, STRONGEST * share * share).getRGB();
        }
        return tints;
    }
}
