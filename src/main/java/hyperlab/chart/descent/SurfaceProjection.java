package hyperlab.chart.descent;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * The parallel projection of a box onto a plot. Points of the box are (across, along, height) with across and along
 * from −1 to 1 and height from 0 to 1, which is {@value #HEIGHT} long. With the azimuth α and the elevation ε, the
 * coordinates on the screen are
 *
 * <pre>
 * right = across·cos α − along·sin α
 * back  = across·sin α + along·cos α
 * up    = z·cos ε + back·sin ε        where z = {@value #HEIGHT}·(height − ½)
 * near  = z·sin ε − back·cos ε
 * </pre>
 *
 * so (right, up, near) is a rotation of (across, along, z).
 */
final class SurfaceProjection {
    /** The height of the box; its base is a square with sides of length 2. */
    static final double HEIGHT = 1.1;

    private final double sinAzimuth;
    private final double cosAzimuth;
    private final double sinElevation;
    private final double cosElevation;
    private final double centerX;
    private final double centerY;
    private final double scale;

    /** @param area the part of the plot that the box may fill; rotation about the vertical axis keeps its size */
    SurfaceProjection(ViewAngles angles, Rectangle2D area) {
        sinAzimuth = Math.sin(Math.toRadians(angles.azimuth()));
        cosAzimuth = Math.cos(Math.toRadians(angles.azimuth()));
        sinElevation = Math.sin(Math.toRadians(angles.elevation()));
        cosElevation = Math.cos(Math.toRadians(angles.elevation()));
        centerX = area.getCenterX();
        centerY = area.getCenterY();
        double width = 2 * Math.sqrt(2);
        double height = HEIGHT * cosElevation + width * sinElevation;
        scale = Math.max(0, Math.min(area.getWidth() / width, area.getHeight() / height));
    }

    private double back(double across, double along) {
        return across * sinAzimuth + along * cosAzimuth;
    }

    double right(double across, double along) {
        return across * cosAzimuth - along * sinAzimuth;
    }

    double up(double across, double along, double height) {
        return HEIGHT * (height - 0.5) * cosElevation + back(across, along) * sinElevation;
    }

    /** How near a point is to the viewer; larger is nearer. */
    double near(double across, double along, double height) {
        return HEIGHT * (height - 0.5) * sinElevation - back(across, along) * cosElevation;
    }

    /** The unit vector toward the viewer in (across, along, z). */
    double[] towardViewer() {
        return new double[] {-sinAzimuth * cosElevation, -cosAzimuth * cosElevation, sinElevation};
    }

    /** A vector of (across, along, z) in (right, up, near). */
    double[] toView(double across, double along, double z) {
        double back = back(across, along);
        return new double[] {
            right(across, along), z * cosElevation + back * sinElevation, z * sinElevation - back * cosElevation
        };
    }

    double pixelX(double across, double along) {
        return centerX + scale * right(across, along);
    }

    double pixelY(double across, double along, double height) {
        return centerY - scale * up(across, along, height);
    }

    Point2D pixel(double across, double along, double height) {
        return new Point2D.Double(pixelX(across, along), pixelY(across, along, height));
    }

    /** Pixels per unit of the box. */
    double scale() {
        return scale;
    }

    /** The factor by which vertical lengths are shortened: cos ε. */
    double verticalShare() {
        return cosElevation;
    }
}
