package hyperlab.chart.style;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Shapes of points. */
public enum MarkerShape {
    CIRCLE,
    SQUARE,
    TRIANGLE_UP,
    DIAMOND,
    TRIANGLE_DOWN,
    CROSS,
    NONE;

    /** The shapes of series 0 … 5. */
    static final List<MarkerShape> OF_SERIES = List.of(CIRCLE, SQUARE, TRIANGLE_UP, DIAMOND, TRIANGLE_DOWN, CROSS);

    /** Returns the outline around (x, y); all shapes have about the same area. */
    public Shape shapeAt(double x, double y, double radius) {
        Shape shape = switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case SQUARE -> square(0.89 * radius);
            case TRIANGLE_UP -> triangle(1.25 * radius);
            case DIAMOND ->
                AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(square(0.92 * radius));
            case TRIANGLE_DOWN ->
                AffineTransform.getScaleInstance(1, -1).createTransformedShape(triangle(1.25 * radius));
            case CROSS -> cross(radius);
            case NONE -> new Path2D.Double();
        };
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    private static Shape square(double half) {
        return new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
    }

    private static Shape triangle(double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -0.9 * size);
        path.lineTo(0.9 * size, 0.65 * size);
        path.lineTo(-0.9 * size, 0.65 * size);
        path.closePath();
        return path;
    }

    private static Shape cross(double radius) {
        double arm = 0.8 * radius;
        BasicStroke pen = new BasicStroke((float) (0.55 * radius), BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
        Area cross = new Area(pen.createStrokedShape(new Line2D.Double(-arm, -arm, arm, arm)));
        cross.add(new Area(pen.createStrokedShape(new Line2D.Double(-arm, arm, arm, -arm))));
        return cross;
    }
}
