package hyperlab.chart;

import hyperlab.chart.style.ChartRenderingHint;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What all charts of descent paths draw: a marker at each current position, an arrow at the edge for a path that has
 * left the plot, the handle of the starting point, and labels that cover neither each other nor anything drawn. Labels
 * are drawn last, by {@link #placeLabels()}.
 */
public final class DescentMarkers {
    /** Distance of the arrows from the plot's edge. */
    public static final double EDGE_DISTANCE = 14;

    private static final double GLOW = 0.3;
    private static final double GLOW_WIDTH = 12;
    private static final double LABEL_HEIGHT = 16;
    private static final double START_RADIUS = 8.5;
    private static final double START_STROKE = 1.8;
    private static final double LEADER = 26;
    private static final double ARROW_HEAD = 8;
    private static final double SHORTEST_ARROW = 2;
    private static final double BALL_ROOM = 8;
    /** Closer than the height of a label, so that no line passes through one between two samples. */
    private static final double LINE_SAMPLE_DISTANCE = 8;

    private static final int MAX_LINE_SAMPLES = 200;
    private static final double MAX_COORDINATE = 1e5;

    private final Graphics2D g2;
    private final Rectangle2D area;
    private final StyledAnnotation.PixelTransform pixels;
    private final ChartStyle style;
    private final LabelPlacer placer;
    private final List<Label> labels = new ArrayList<>();
    private final List<Label> optionalLabels = new ArrayList<>();

    private record Label(String text, Font font, Color color, Point2D at) {}

    public DescentMarkers(Graphics2D g2, Rectangle2D area, StyledAnnotation.PixelTransform pixels, ChartStyle style) {
        this.g2 = g2;
        this.area = area;
        this.pixels = pixels;
        this.style = style;
        placer = new LabelPlacer(
                new Rectangle2D.Double(area.getX() + 6, area.getY() + 4, area.getWidth() - 12, area.getHeight() - 8),
                style.scale());
    }

    /** Returns the pixel position of a point, clamped because Java2D cannot draw at extremely large coordinates. */
    public Point2D toPixel(double x, double y) {
        return new Point2D.Double(
                clamp(pixels.x(x), -MAX_COORDINATE, MAX_COORDINATE),
                clamp(pixels.y(y), -MAX_COORDINATE, MAX_COORDINATE));
    }

    /** Keeps labels away from a point. */
    public void avoid(Point2D point) {
        if (area.contains(point)) {
            placer.avoid(point.getX(), point.getY());
        }
    }

    /** Keeps labels out of a rectangle. */
    public void avoid(Rectangle2D rectangle) {
        placer.avoid(rectangle);
    }

    /** Keeps labels off a piece of the function's curve, which the class must be able to follow. */
    public void avoidCurve(Point2D from, Point2D to) {
        for (Point2D point : samples(from, to)) {
            if (area.contains(point)) {
                placer.avoidCurve(point.getX(), point.getY());
            }
        }
    }

    /** Keeps labels away from a line. */
    public void avoid(Point2D from, Point2D to) {
        if (from.distance(to) < 2) {
            return;
        }
        samples(from, to).forEach(this::avoid);
    }

    private static List<Point2D> samples(Point2D from, Point2D to) {
        int count = (int) Math.min(MAX_LINE_SAMPLES, Math.ceil(from.distance(to) / LINE_SAMPLE_DISTANCE));
        List<Point2D> points = new ArrayList<>();
        for (int k = 0; k <= count; k++) {
            double share = count == 0 ? 0 : (double) k / count;
            points.add(new Point2D.Double(
                    from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share));
        }
        return points;
    }

    /**
     * Draws the current position of a path, as its marker or as an arrow at the edge that points toward it, with its
     * name.
     */
    public void drawCurrentPosition(MarkerShape marker, Color color, Point2D now, String name) {
        Point2D place = now;
        if (area.contains(now)) {
            Shape ball = marker.shapeAt(now.getX(), now.getY(), CurveStyle.CURRENT_RADIUS * style.scale());
            g2.setColor(style.theme().background());
            g2.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(ball);
            g2.setColor(color);
            g2.fill(ball);
        } else {
            place = drawEdgeArrow(color, now);
        }
        placer.avoid(new Rectangle2D.Double(
                place.getX() - BALL_ROOM, place.getY() - BALL_ROOM, 2 * BALL_ROOM, 2 * BALL_ROOM));
        addLabel(name, style.labelFont(), color, place);
    }

    private Point2D drawEdgeArrow(Color color, Point2D beyond) {
        double x = clamp(beyond.getX(), area.getMinX() + EDGE_DISTANCE, area.getMaxX() - EDGE_DISTANCE);
        double y = clamp(beyond.getY(), area.getMinY() + EDGE_DISTANCE, area.getMaxY() - EDGE_DISTANCE);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(10, 0);
        arrow.lineTo(-6, -7);
        arrow.lineTo(-2, 0);
        arrow.lineTo(-6, 7);
        arrow.closePath();
        AffineTransform turn = AffineTransform.getTranslateInstance(x, y);
        turn.rotate(Math.atan2(beyond.getY() - y, beyond.getX() - x));
        g2.setColor(color);
        g2.fill(turn.createTransformedShape(arrow));
        return new Point2D.Double(x, y);
    }

    /** Draws a wide translucent band behind a highlighted shape. */
    public void drawHighlight(Shape shape, Color color) {
        g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * GLOW)));
        g2.setStroke(
                new BasicStroke((float) (GLOW_WIDTH * style.scale()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g2.draw(shape);
    }

    /** Draws an arrow outlined in the background color, labeled at its tip; nothing if it is too short to see. */
    public void drawArrow(Point2D from, Point2D to, Color color, String name) {
        double length = from.distance(to);
        double scale = style.scale();
        if (length < SHORTEST_ARROW) {
            return;
        }
        double dx = (to.getX() - from.getX()) / length;
        double dy = (to.getY() - from.getY()) / length;
        double head = Math.min(ARROW_HEAD * scale, length);
        Shape shaft =
                new Line2D.Double(from, new Point2D.Double(to.getX() - head * 0.8 * dx, to.getY() - head * 0.8 * dy));
        Path2D tip = new Path2D.Double();
        tip.moveTo(to.getX(), to.getY());
        tip.lineTo(to.getX() - head * dx - head * 0.5 * dy, to.getY() - head * dy + head * 0.5 * dx);
        tip.lineTo(to.getX() - head * dx + head * 0.5 * dy, to.getY() - head * dy - head * 0.5 * dx);
        tip.closePath();
        g2.setColor(style.theme().background());
        g2.setStroke(new BasicStroke((float) (4.5 * scale)));
        g2.draw(shaft);
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (2.5 * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g2.draw(shaft);
        g2.fill(tip);
        avoid(from, to);
        addLabel(name, style.labelFont(), color, to);
    }

    /**
     * Draws the handle of the starting point, with its name if there is room.
     *
     * @param filled whether to fill it with the background; false while a ball is in it
     * @param hint text after the name, drawn only on a screen, where the user can act on it, and not in a presentation,
     *     where room is scarce
     */
    public void drawStart(Point2D start, boolean filled, String name, String hint) {
        double radius = START_RADIUS * style.scale();
        Shape handle = new Ellipse2D.Double(start.getX() - radius, start.getY() - radius, 2 * radius, 2 * radius);
        if (filled) {
            g2.setColor(style.theme().background());
            g2.fill(handle);
        }
        g2.setColor(style.theme().text());
        g2.setStroke(new BasicStroke((float) (START_STROKE * style.scale())));
        g2.draw(handle);
        placer.avoid(handle.getBounds2D());
        if (!name.isEmpty()) {
            boolean hinted = ChartRenderingHint.reusesCache(g2) && style.scale() == 1 && !hint.isEmpty();
            String words = hinted ? name + " " + hint : name;
            addOptionalLabel(words, style.axisFont(), style.theme().text(), start);
        }
    }

    /** Labels a point if there is room between the other labels; an empty text adds no label. */
    public void addOptionalLabel(String text, Font font, Color color, Point2D at) {
        if (!text.isEmpty()) {
            optionalLabels.add(new Label(text, font, color, at));
        }
    }

    /** Labels a point; an empty text adds no label. */
    public void addLabel(String text, Font font, Color color, Point2D at) {
        if (!text.isEmpty()) {
            labels.add(new Label(text, font, color, at));
        }
    }

    /** Places and draws all labels, over all lines that lead to them. */
    public void placeLabels() {
        List<Label> shown = new ArrayList<>();
        for (Label label : labels) {
            placer.placeLabel(label.at().getX(), label.at().getY(), width(label), height());
            shown.add(label);
        }
        List<Rectangle2D> places = new ArrayList<>(placer.rearrange());
        for (Label label : optionalLabels) {
            Rectangle2D place =
                    placer.placeOptionalLabel(label.at().getX(), label.at().getY(), width(label), height());
            if (place != null) {
                shown.add(label);
                places.add(place);
            }
        }
        for (int k = 0; k < shown.size(); k++) {
            drawLeader(shown.get(k), places.get(k));
        }
        for (int k = 0; k < shown.size(); k++) {
            Label label = shown.get(k);
            Rectangle2D place = places.get(k);
            TextPainter.drawWithHalo(
                    g2, label.text(), label.font(), label.color(), place.getX(), place.getCenterY(), style);
        }
    }

    private static double width(Label label) {
        return TextPainter.width(label.text(), label.font());
    }

    private double height() {
        return LABEL_HEIGHT * style.scale();
    }

    private void drawLeader(Label label, Rectangle2D place) {
        double x = clamp(label.at().getX(), place.getMinX(), place.getMaxX());
        double y = clamp(label.at().getY(), place.getMinY() + 3, place.getMaxY() - 3);
        if (label.at().distance(x, y) > LEADER) {
            g2.setColor(label.color());
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Line2D.Double(label.at(), new Point2D.Double(x, y)));
        }
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(value, high));
    }
}
