package hyperlab.chart.descent;

import hyperlab.chart.DescentMarkers;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.StyledAnnotation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** Draws everything over the function and the paths of a {@link DescentChart} into a rectangle. */
final class DescentDrawing {
    private static final double TANGENT = 105;
    private static final int CURVE_SAMPLES = 160;
    private static final double ARROW_GAP = 17;
    private static final double CLOUD_RADIUS = 3;
    private static final double CLOUD_TINT = 0.4;
    private static final double NEXT_RADIUS = 8;

    private final Graphics2D g2;
    private final Rectangle2D area;
    private final StyledAnnotation.PixelTransform pixels;
    private final ChartStyle style;
    private final DescentChartModel model;
    private final DescentMarkers marks;

    DescentDrawing(
            Graphics2D g2,
            Rectangle2D area,
            StyledAnnotation.PixelTransform pixels,
            ChartStyle style,
            DescentChartModel model) {
        this.g2 = g2;
        this.area = area;
        this.pixels = pixels;
        this.style = style;
        this.model = model;
        marks = new DescentMarkers(g2, area, pixels, style);
    }

    void draw() {
        avoidLines();
        drawCloud();
        drawChosenStep();
        List<DescentLine> ordered = model.inDrawingOrder();
        for (DescentLine line : ordered) {
            drawBall(line);
        }
        drawStart();
        marks.placeLabels();
    }

    private void avoidLines() {
        double left = model.window().xLow();
        double width = model.window().xHigh() - left;
        Point2D before = null;
        for (int k = 0; k <= CURVE_SAMPLES; k++) {
            double x = left + width * k / CURVE_SAMPLES;
            Point2D point = marks.toPixel(x, model.curve().applyAsDouble(x));
            if (before != null) {
                marks.avoidCurve(before, point);
            }
            before = point;
        }
        for (DescentLine line : model.lines()) {
            int to = Math.min(model.step(), line.lastStep());
            for (int k = Math.max(1, to - 30); k <= to; k++) {
                marks.avoid(pixelAt(line, k - 1), pixelAt(line, k));
            }
        }
    }

    private void drawBall(DescentLine line) {
        Point2D now = pixelAt(line, Math.min(model.step(), line.lastStep()));
        marks.drawCurrentPosition(line.marker(), line.themeColor().resolve(style.theme()), now, line.label());
    }

    private void drawChosenStep() {
        DescentLine line = model.chosen();
        int step = model.step();
        if (line == null || step >= line.lastStep() || !area.contains(pixelAt(line, step))) {
            return;
        }
        drawTangent(line, step);
        for (int k = 0; k < model.arrows().size(); k++) {
            drawArrow(
                    model.arrows().get(k),
                    area.getMaxY() - DescentMarkers.EDGE_DISTANCE - k * ARROW_GAP * style.scale());
        }
        if (!model.arrows().isEmpty()) {
            drawGuides(pixelAt(line, step), pixelAt(line, step + 1));
        }
        drawNextPoint(line, pixelAt(line, step), pixelAt(line, step + 1));
    }

    /** Draws the current positions of the noisy paths. */
    private void drawCloud() {
        Color color = model.cloud().themeColor().resolve(style.theme());
        double radius = CLOUD_RADIUS * style.scale();
        for (double x : model.cloud().x()) {
            Point2D point = marks.toPixel(x, model.curve().applyAsDouble(x));
            if (area.contains(point)) {
                Shape dot = MarkerShape.CIRCLE.shapeAt(point.getX(), point.getY(), radius);
                g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * CLOUD_TINT)));
                g2.fill(dot);
                g2.setColor(style.theme().background());
                g2.setStroke(new BasicStroke((float) (0.5 * style.scale())));
                g2.draw(dot);
            }
        }
    }

    /** Draws the point that the step leads to, and how far it is above or below the ball. */
    private void drawNextPoint(DescentLine line, Point2D from, Point2D to) {
        Color color = line.themeColor().resolve(style.theme());
        if (model.highlights().contains(DescentChartModel.Highlight.VALUE)) {
            Shape fall = new Line2D.Double(to.getX(), from.getY(), to.getX(), to.getY());
            marks.drawHighlight(fall, color);
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (2 * style.scale())));
            g2.draw(fall);
            g2.setStroke(Dash.REFERENCE.stroke(style.scale(), style.scale()));
            g2.draw(new Line2D.Double(from.getX(), from.getY(), to.getX(), from.getY()));
        }
        if (model.highlights().contains(DescentChartModel.Highlight.NEXT)) {
            Shape ring = MarkerShape.CIRCLE.shapeAt(to.getX(), to.getY(), NEXT_RADIUS * style.scale());
            marks.drawHighlight(ring, color);
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (2 * style.scale())));
            g2.draw(ring);
        }
    }

    private void drawTangent(DescentLine line, int step) {
        double x = line.x().applyAsDouble(step);
        double value = line.value().applyAsDouble(step);
        Point2D point = marks.toPixel(x, value);
        double run = pixels.x(x + 1) - point.getX();
        double rise = point.getY() - pixels.y(value + model.slope());
        double norm = Math.hypot(run, rise);
        if (!(norm > 0) || Double.isInfinite(norm)) {
            return;
        }
        double dx = TANGENT * style.scale() * run / norm;
        double dy = TANGENT * style.scale() * rise / norm;
        Point2D high = new Point2D.Double(point.getX() + dx, point.getY() - dy);
        Point2D low = new Point2D.Double(point.getX() - dx, point.getY() + dy);
        if (model.highlights().contains(DescentChartModel.Highlight.SLOPE)) {
            marks.drawHighlight(new Line2D.Double(low, high), line.themeColor().resolve(style.theme()));
        }
        g2.setColor(style.theme().text());
        g2.setStroke(Dash.REFERENCE.stroke(1.5 * style.scale(), style.scale()));
        g2.draw(new Line2D.Double(low, high));
        marks.avoid(low, high);
        // In a low chart, a steep tangent ends outside at both ends.
        Point2D named = Stream.of(high, low).filter(area::contains).findFirst().orElse(point);
        marks.addOptionalLabel(
                model.slopeLabel(), style.axisFont(), style.theme().text(), named);
    }

    /** Draws guide lines from the current and the next position down to the arrows. */
    private void drawGuides(Point2D from, Point2D to) {
        double y = area.getMaxY() - DescentMarkers.EDGE_DISTANCE + 5;
        if (Math.abs(to.getX() - from.getX()) < 3 || to.getX() <= area.getMinX() || to.getX() >= area.getMaxX()) {
            return;
        }
        g2.setColor(style.theme().muted());
        g2.setStroke(Dash.REFERENCE.stroke(1, 1));
        g2.draw(new Line2D.Double(from.getX(), from.getY(), from.getX(), y));
        g2.draw(new Line2D.Double(to.getX(), Math.max(to.getY(), area.getMinY()), to.getX(), y));
    }

    private void drawArrow(DescentChartModel.Arrow arrow, double y) {
        double from = pixels.x(arrow.from());
        double to = Math.max(area.getMinX(), Math.min(area.getMaxX(), pixels.x(arrow.to())));
        double length = to - from;
        if (!(Math.abs(length) >= 3)) {
            return;
        }
        Color color = arrow.themeColor().resolve(style.theme());
        if (arrow.highlighted()) {
            marks.drawHighlight(new Line2D.Double(from, y, to, y), color);
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
        Point2D end = new Point2D.Double(Math.max(from, to), y);
        if (model.arrows().size() > 1) {
            marks.addLabel(arrow.name(), style.labelFont(), color, end);
        } else {
            marks.addOptionalLabel(arrow.name(), style.labelFont(), color, end);
        }
    }

    private void drawStart() {
        Point2D start = marks.toPixel(model.start(), model.curve().applyAsDouble(model.start()));
        marks.drawStart(start, model.step() > 0, model.startLabel(), model.startHint());
    }

    private Point2D pixelAt(DescentLine line, int step) {
        return marks.toPixel(line.x().applyAsDouble(step), line.value().applyAsDouble(step));
    }
}
