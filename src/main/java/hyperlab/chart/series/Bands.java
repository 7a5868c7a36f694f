package hyperlab.chart.series;

import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.ThemeColor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Translucent bands between pairs of lines. */
public final class Bands extends StyledAnnotation {
    private static final int OPACITY = 44;

    private List<CurveBand> bands = List.of();

    /** The area between two curves with the same x values; points where either is not finite are skipped. */
    public record CurveBand(Curve low, Curve high, ThemeColor themeColor) {}

    public void show(List<CurveBand> newBands) {
        bands = List.copyOf(newBands);
        fireAnnotationChanged();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        for (CurveBand band : bands) {
            Color color = band.themeColor().resolve(style().theme());
            g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
            Path2D shape = new Path2D.Double();
            boolean begun = false;
            for (int i = 0; i < band.high().size(); i++) {
                begun = addPoint(
                        shape,
                        begun,
                        pixels,
                        band.high().x(i),
                        band.high().y(i),
                        band.low().y(i));
            }
            for (int i = band.low().size() - 1; i >= 0; i--) {
                begun = addPoint(
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

    private static boolean addPoint(
            Path2D shape, boolean begun, PixelTransform pixels, double x, double y, double other) {
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
