package hyperlab.chart;

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

/** One drawing of a {@link DescentOverlay} into one rectangle. */
final class DescentDrawing {
    private static final double LABEL_HEIGHT = 16;
    private static final double START_RADIUS = 8.5;
    private static final double EDGE = 14;
    private static final double TANGENT = 105;
    private static final double LEADER = 26;
    private static final int CURVE_SAMPLES = 160;
    private static final int LINE_SAMPLES = 12;

    private final Graphics2D g2;
    private final Rectangle2D area;
    private final Annotation.Pixels pixels;
    private final ChartStyle style;
    private final DescentPicture picture;
    private final LabelPlacer placer;
    private final List<Label> labels = new ArrayList<>();

    private record Label(String text, Font font, Color color, Point2D at) {}

    DescentDrawing(
            Graphics2D g2, Rectangle2D area, Annotation.Pixels pixels, ChartStyle style, DescentPicture picture) {
        this.g2 = g2;
        this.area = area;
        this.pixels = pixels;
        this.style = style;
        this.picture = picture;
        placer = new LabelPlacer(
                new Rectangle2D.Double(area.getX() + 6, area.getY() + 4, area.getWidth() - 12, area.getHeight() - 8));
    }

    void draw() {
        keepLabelsOffTheLines();
        drawTheChosenStep();
        List<RacerLine> ordered = picture.backToFront();
        for (RacerLine line : ordered) {
            drawBall(line);
        }
        drawStart();
        placeLabels();
    }

    private void keepLabelsOffTheLines() {
        double left = picture.window().xLow();
        double width = picture.window().xHigh() - left;
        for (int k = 0; k <= CURVE_SAMPLES; k++) {
            double x = left + width * k / CURVE_SAMPLES;
            avoid(at(x, picture.curve().applyAsDouble(x)));
        }
        for (RacerLine line : picture.lines()) {
            int to = Math.min(picture.step(), line.last());
            for (int k = Math.max(1, to - 30); k <= to; k++) {
                keepLabelsOff(at(line, k - 1), at(line, k));
            }
        }
    }

    private void keepLabelsOff(Point2D from, Point2D to) {
        if (from.distance(to) < 2) {
            return;
        }
        for (int k = 0; k <= LINE_SAMPLES; k++) {
            double share = (double) k / LINE_SAMPLES;
            avoid(new Point2D.Double(
                    from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share));
        }
    }

    private void avoid(Point2D point) {
        if (area.contains(point)) {
            placer.avoid(point.getX(), point.getY());
        }
    }

    private void drawBall(RacerLine line) {
        Point2D point = at(line, Math.min(picture.step(), line.last()));
        Color color = line.ink().in(style.theme());
        if (area.contains(point)) {
            Shape ball = line.marker().at(point.getX(), point.getY(), CurveLook.CURRENT_RADIUS * style.scale());
            g2.setColor(style.theme().background());
            g2.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(ball);
            g2.setColor(color);
            g2.fill(ball);
        } else {
            point = drawArrowAtTheEdge(color, point);
        }
        placer.avoid(square(point, 8));
        labels.add(new Label(line.label(), style.labelFont(), color, point));
    }

    private Point2D drawArrowAtTheEdge(Color color, Point2D beyond) {
        double x = clamp(beyond.getX(), area.getMinX() + EDGE, area.getMaxX() - EDGE);
        double y = clamp(beyond.getY(), area.getMinY() + EDGE, area.getMaxY() - EDGE);
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

    private void drawTheChosenStep() {
        RacerLine line = picture.chosen();
        int step = picture.step();
        if (line == null || step >= line.last() || !area.contains(at(line, step))) {
            return;
        }
        drawTangent(line, step);
        Point2D from = at(line, step);
        Point2D to = at(line, step + 1);
        double length = to.getX() - from.getX();
        if (Math.abs(length) >= 3 && to.getX() > area.getMinX() && to.getX() < area.getMaxX()) {
            drawStepArrow(line, from, to);
        }
    }

    private void drawTangent(RacerLine line, int step) {
        double x = line.x().applyAsDouble(step);
        double value = line.value().applyAsDouble(step);
        Point2D point = at(x, value);
        double run = pixels.x(x + 1) - point.getX();
        double rise = point.getY() - pixels.y(value + picture.slope());
        double norm = Math.hypot(run, rise);
        if (!(norm > 0) || Double.isInfinite(norm)) {
            return;
        }
        double dx = TANGENT * style.scale() * run / norm;
        double dy = TANGENT * style.scale() * rise / norm;
        Point2D high = new Point2D.Double(point.getX() + dx, point.getY() - dy);
        Point2D low = new Point2D.Double(point.getX() - dx, point.getY() + dy);
        g2.setColor(style.theme().text());
        g2.setStroke(Dash.REFERENCE.stroke(1.5 * style.scale(), style.scale()));
        g2.draw(new Line2D.Double(low, high));
        keepLabelsOff(low, high);
        labels.add(new Label(
                picture.slopeLabel(), style.axisFont(), style.theme().text(), area.contains(high) ? high : low));
    }

    private void drawStepArrow(RacerLine line, Point2D from, Point2D to) {
        double y = area.getMaxY() - EDGE;
        double length = to.getX() - from.getX();
        g2.setColor(style.theme().muted());
        g2.setStroke(Dash.REFERENCE.stroke(1, 1));
        g2.draw(new Line2D.Double(from.getX(), from.getY(), from.getX(), y + 5));
        g2.draw(new Line2D.Double(to.getX(), Math.max(to.getY(), area.getMinY()), to.getX(), y + 5));
        Color color = line.ink().in(style.theme());
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (2 * style.scale()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        double head = Math.signum(length) * Math.min(7, Math.abs(length));
        g2.draw(new Line2D.Double(from.getX(), y, to.getX() - head, y));
        Path2D tip = new Path2D.Double();
        tip.moveTo(to.getX(), y);
        tip.lineTo(to.getX() - head, y - 4);
        tip.lineTo(to.getX() - head, y + 4);
        tip.closePath();
        g2.fill(tip);
        placer.avoid(new Rectangle2D.Double(Math.min(from.getX(), to.getX()), y - 5, Math.abs(length), 10));
        labels.add(new Label(
                picture.stepLabel(),
                style.labelFont(),
                color,
                new Point2D.Double(Math.max(from.getX(), to.getX()), y)));
    }

    private void drawStart() {
        Point2D point = at(picture.start(), picture.curve().applyAsDouble(picture.start()));
        double radius = START_RADIUS * style.scale();
        Shape handle = new Ellipse2D.Double(point.getX() - radius, point.getY() - radius, 2 * radius, 2 * radius);
        if (picture.step() > 0) {
            g2.setColor(style.theme().background());
            g2.fill(handle);
        }
        g2.setColor(style.theme().text());
        g2.setStroke(new BasicStroke((float) (1.8 * style.scale())));
        g2.draw(handle);
        placer.avoid(handle.getBounds2D());
        labels.add(
                0,
                new Label(picture.startLabel(), style.axisFont(), style.theme().text(), point));
    }

    private void placeLabels() {
        for (Label label : labels) {
            double width = Lettering.width(label.text(), label.font());
            Rectangle2D place = placer.place(label.at().getX(), label.at().getY(), width, LABEL_HEIGHT * style.scale());
            drawLeader(label, place);
            Lettering.writeWithHalo(
                    g2, label.text(), label.font(), label.color(), place.getX(), place.getCenterY(), style);
        }
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

    private Point2D at(RacerLine line, int step) {
        return at(line.x().applyAsDouble(step), line.value().applyAsDouble(step));
    }

    /** Java2D cannot draw to places that are astronomically far away. */
    private Point2D at(double x, double y) {
        return new Point2D.Double(clamp(pixels.x(x), -1e5, 1e5), clamp(pixels.y(y), -1e5, 1e5));
    }

    private static Rectangle2D square(Point2D centre, double half) {
        return new Rectangle2D.Double(centre.getX() - half, centre.getY() - half, 2 * half, 2 * half);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(value, high));
    }
}
