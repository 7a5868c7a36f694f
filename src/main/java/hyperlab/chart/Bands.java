package hyperlab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Translucent bands between pairs of lines. */
final class Bands extends Annotation {
    private static final int OPACITY = 44;

    private List<Band> bands = List.of();

    /** The area between two curves with the same x values; points where either is not finite are skipped. */
    record Band(Curve low, Curve high, Ink ink) {}

    void show(List<Band> newBands) {
        bands = List.copyOf(newBands);
        fireAnnotationChanged();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        for (Band band : bands) {
            Color ink = band.ink().in(style().theme());
            g2.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), OPACITY));
            Path2D shape = new Path2D.Double();
            boolean begun = false;
            for (int i = 0; i < band.high().size(); i++) {
                begun = to(
                        shape,
                        begun,
                        pixels,
                        band.high().x(i),
                        band.high().y(i),
                        band.low().y(i));
            }
            for (int i = band.low().size() - 1; i >= 0; i--) {
                begun = to(
                        shape,
                        begun,
                        pixels,
                        band.low().x(i),
                        band.low().y(i),
                        band.high().y(i));
            }
            if (begun) {
                shape.closePath();
                g2.fill(shape);
            }
        }
    }

    private static boolean to(Path2D shape, boolean begun, Pixels pixels, double x, double y, double other) {
        double across = pixels.x(x);
        double down = pixels.y(y);
        if (!Double.isFinite(across) || !Double.isFinite(down) || !Double.isFinite(other)) {
            return begun;
        }
        if (begun) {
            shape.lineTo(across, down);
        } else {
            shape.moveTo(across, down);
        }
        return true;
    }
}
