package hyperlab.chart.series;

import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.ThemeColor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Filled areas between pairs of lines, drawn beneath the lines of the chart. */
public final class FilledAreas extends StyledAnnotation {
    /** Opacity of the band across seeds, from the design. */
    public static final double BAND = 0.25;
    /** Opacity of the area between the two lines of one run. */
    public static final double GAP = 0.12;

    private List<CurveArea> areas = List.of();

    /**
     * The area between two lines.
     *
     * @param opacity of the fill, from 0 to 1
     */
    public record CurveArea(Curve first, Curve second, ThemeColor themeColor, double opacity) {}

    public void show(List<CurveArea> newAreas) {
        areas = List.copyOf(newAreas);
        fireAnnotationChanged();
    }

    List<CurveArea> areas() {
        return areas;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        for (CurveArea each : areas) {
            Color color = each.themeColor().resolve(style().theme());
            g2.setColor(new Color(
                    color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * each.opacity())));
            g2.fill(outline(each, area, pixels));
        }
    }

    private static Path2D outline(CurveArea between, Rectangle2D area, PixelTransform pixels) {
        Path2D outline = new Path2D.Double();
        for (int i = 0; i < between.first().size(); i++) {
            addPoint(outline, between.first(), i, area, pixels);
        }
        for (int i = between.second().size() - 1; i >= 0; i--) {
            addPoint(outline, between.second(), i, area, pixels);
        }
        if (outline.getCurrentPoint() != null) {
            outline.closePath();
        }
        return outline;
    }

    private static void addPoint(Path2D outline, Curve curve, int i, Rectangle2D area, PixelTransform pixels) {
        double x = pixels.x(curve.x(i));
        double y = pixels.y(curve.y(i));
        if (!Double.isFinite(x) || Double.isNaN(y)) {
            return;
        }
        double inside = Math.max(area.getMinY() - 1, Math.min(area.getMaxY() + 1, y));
        if (outline.getCurrentPoint() == null) {
            outline.moveTo(x, inside);
        } else {
            outline.lineTo(x, inside);
        }
    }
}
