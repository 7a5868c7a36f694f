package hyperlab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Filled areas between pairs of lines, drawn beneath the lines of the chart. */
final class Areas extends Annotation {
    /** Opacity of the band across seeds, from the design. */
    static final double BAND = 0.25;
    /** Opacity of the area between the two lines of one run. */
    static final double GAP = 0.12;

    private List<Area> areas = List.of();

    /**
     * The area between two lines.
     *
     * @param opacity of the fill, from 0 to 1
     */
    record Area(Curve one, Curve other, Ink ink, double opacity) {}

    void show(List<Area> newAreas) {
        areas = List.copyOf(newAreas);
        fireAnnotationChanged();
    }

    List<Area> areas() {
        return areas;
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        for (Area each : areas) {
            Color color = each.ink().in(style().theme());
            g2.setColor(new Color(
                    color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * each.opacity())));
            g2.fill(outline(each, area, pixels));
        }
    }

    private static Path2D outline(Area between, Rectangle2D area, Pixels pixels) {
        Path2D outline = new Path2D.Double();
        for (int i = 0; i < between.one().size(); i++) {
            to(outline, between.one(), i, area, pixels);
        }
        for (int i = between.other().size() - 1; i >= 0; i--) {
            to(outline, between.other(), i, area, pixels);
        }
        if (outline.getCurrentPoint() != null) {
            outline.closePath();
        }
        return outline;
    }

    private static void to(Path2D outline, Curve curve, int i, Rectangle2D area, Pixels pixels) {
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
