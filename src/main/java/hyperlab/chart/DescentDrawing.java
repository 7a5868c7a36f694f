package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** One drawing of a {@link DescentOverlay} into a rectangle. */
final class DescentDrawing {
    private static final double TANGENT = 105;
    private static final int CURVE_SAMPLES = 160;
    private static final double ARROW_GAP = 17;
    private static final double CLOUD_RADIUS = 3;
    private static final double CLOUD_TINT = 0.4;
    private static final double NEXT_RADIUS = 8;

    private final Graphics2D g2;
    private final Rectangle2D area;
    private final Annotation.Pixels pixels;
    private final ChartStyle style;
    private final DescentPicture picture;
    private final Markings marks;

    DescentDrawing(
            Graphics2D g2, Rectangle2D area, Annotation.Pixels pixels, ChartStyle style, DescentPicture picture) {
        this.g2 = g2;
        this.area = area;
        this.pixels = pixels;
        this.style = style;
        this.picture = picture;
        marks = new Markings(g2, area, pixels, style);
    }

    void draw() {
        keepLabelsOffTheLines();
        drawCloud();
        drawTheChosenStep();
        List<RacerLine> ordered = picture.backToFront();
        for (RacerLine line : ordered) {
            drawBall(line);
        }
        drawStart();
        marks.placeLabels();
    }

    private void keepLabelsOffTheLines() {
        double left = picture.window().xLow();
        double width = picture.window().xHigh() - left;
        for (int k = 0; k <= CURVE_SAMPLES; k++) {
            double x = left + width * k / CURVE_SAMPLES;
            marks.avoid(marks.at(x, picture.curve().applyAsDouble(x)));
        }
        for (RacerLine line : picture.lines()) {
            int to = Math.min(picture.step(), line.last());
            for (int k = Math.max(1, to - 30); k <= to; k++) {
                marks.avoid(at(line, k - 1), at(line, k));
            }
        }
    }

    private void drawBall(RacerLine line) {
        Point2D now = at(line, Math.min(picture.step(), line.last()));
        marks.drawNow(line.marker(), line.ink().in(style.theme()), now, line.label());
    }

    private void drawTheChosenStep() {
        RacerLine line = picture.chosen();
        int step = picture.step();
        if (line == null || step >= line.last() || !area.contains(at(line, step))) {
            return;
        }
        drawTangent(line, step);
        for (int k = 0; k < picture.arrows().size(); k++) {
            drawArrow(picture.arrows().get(k), area.getMaxY() - Markings.EDGE - k * ARROW_GAP * style.scale());
        }
        if (!picture.arrows().isEmpty()) {
            drawGuides(at(line, step), at(line, step + 1));
        }
        drawTheNext(line, at(line, step), at(line, step + 1));
    }

    /** Draws the current positions of the noisy paths. */
    private void drawCloud() {
        Color ink = picture.cloud().ink().in(style.theme());
        double radius = CLOUD_RADIUS * style.scale();
        for (double x : picture.cloud().x()) {
            Point2D point = marks.at(x, picture.curve().applyAsDouble(x));
            if (area.contains(point)) {
                Shape dot = Marker.CIRCLE.at(point.getX(), point.getY(), radius);
                g2.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), (int) (255 * CLOUD_TINT)));
                g2.fill(dot);
                g2.setColor(style.theme().background());
                g2.setStroke(new BasicStroke((float) (0.5 * style.scale())));
                g2.draw(dot);
            }
        }
    }

    /** Draws the point that the step leads to, and how far it is above or below the ball. */
    private void drawTheNext(RacerLine line, Point2D from, Point2D to) {
        Color color = line.ink().in(style.theme());
        if (picture.lit().contains(DescentPicture.Lit.VALUE)) {
            Shape fall = new Line2D.Double(to.getX(), from.getY(), to.getX(), to.getY());
            marks.glow(fall, color);
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (2 * style.scale())));
            g2.draw(fall);
            g2.setStroke(Dash.REFERENCE.stroke(style.scale(), style.scale()));
            g2.draw(new Line2D.Double(from.getX(), from.getY(), to.getX(), from.getY()));
        }
        if (picture.lit().contains(DescentPicture.Lit.NEXT)) {
            Shape ring = Marker.CIRCLE.at(to.getX(), to.getY(), NEXT_RADIUS * style.scale());
            marks.glow(ring, color);
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (2 * style.scale())));
            g2.draw(ring);
        }
    }

    private void drawTangent(RacerLine line, int step) {
        double x = line.x().applyAsDouble(step);
        double value = line.value().applyAsDouble(step);
        Point2D point = marks.at(x, value);
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
        if (picture.lit().contains(DescentPicture.Lit.SLOPE)) {
            marks.glow(new Line2D.Double(low, high), line.ink().in(style.theme()));
        }
        g2.setColor(style.theme().text());
        g2.setStroke(Dash.REFERENCE.stroke(1.5 * style.scale(), style.scale()));
        g2.draw(new Line2D.Double(low, high));
        marks.avoid(low, high);
        marks.label(picture.slopeLabel(), style.axisFont(), style.theme().text(), area.contains(high) ? high : low);
    }

    /** Draws guide lines from the current and the next position down to the arrows. */
    private void drawGuides(Point2D from, Point2D to) {
        double y = area.getMaxY() - Markings.EDGE + 5;
        if (Math.abs(to.getX() - from.getX()) < 3 || to.getX() <= area.getMinX() || to.getX() >= area.getMaxX()) {
            return;
        }
        g2.setColor(style.theme().muted());
        g2.setStroke(Dash.REFERENCE.stroke(1, 1));
        g2.draw(new Line2D.Double(from.getX(), from.getY(), from.getX(), y));
        g2.draw(new Line2D.Double(to.getX(), Math.max(to.getY(), area.getMinY()), to.getX(), y));
    }

    private void drawArrow(DescentPicture.Arrow arrow, double y) {
        double from = pixels.x(arrow.from());
        double to = Math.max(area.getMinX(), Math.min(area.getMaxX(), pixels.x(arrow.to())));
        double length = to - from;
        if (!(Math.abs(length) >= 3)) {
            return;
        }
        Color color = arrow.ink().in(style.theme());
        if (arrow.lit()) {
            marks.glow(new Line2D.Double(from, y, to, y), color);
        }
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (2 * style.scale()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        double head = Math.signum(length) * Math.min(7, Math.abs(length));
        g2.draw(new Line2D.Double(from, y, to - head, y));
        Path2D tip = new Path2D.Double();
        tip.moveTo(to, y);
        tip.lineTo(to - head, y - 4);
        tip.lineTo(to - head, y + 4);
        tip.closePath();
        g2.fill(tip);
        marks.avoid(new Rectangle2D.Double(Math.min(from, to), y - 5, Math.abs(length), 10));
        marks.label(arrow.name(), style.labelFont(), color, new Point2D.Double(Math.max(from, to), y));
    }

    private void drawStart() {
        Point2D start = marks.at(picture.start(), picture.curve().applyAsDouble(picture.start()));
        marks.drawStart(start, picture.step() > 0, picture.startLabel(), picture.startHint());
    }

    private Point2D at(RacerLine line, int step) {
        return marks.at(line.x().applyAsDouble(step), line.value().applyAsDouble(step));
    }
}
