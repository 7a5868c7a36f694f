package hyperlab.chart.descent;

import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.descent.ObjectiveFunction;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * Draws the base of a surface with the axes of x and y along its near sides, and the axis of the heights at the left.
 */
final class SurfaceBox {
    private static final int TICKS = 5;
    private static final double TICK = 4;
    private static final double LABEL_GAP = 14;
    private static final double NAME_GAP = 30;
    /** Below this share of its length, the vertical axis is too short for labels. */
    private static final double SHORTEST = 0.35;

    private static final double LOWEST_LABEL = 0.06;

    private final Graphics2D g2;
    private final HeightField heights;
    private final SurfaceProjection projection;
    private final ChartStyle style;

    SurfaceBox(Graphics2D g2, HeightField heights, SurfaceProjection projection, ChartStyle style) {
        this.g2 = g2;
        this.heights = heights;
        this.projection = projection;
        this.style = style;
    }

    void draw(String xName, String yName) {
        double[] toViewer = projection.towardViewer();
        double nearAcross = toViewer[0] >= 0 ? 1 : -1;
        double nearAlong = toViewer[1] >= 0 ? 1 : -1;
        Path2D base = new Path2D.Double();
        for (int[] corner : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            Point2D at = projection.pixel(corner[0], corner[1], 0);
            if (base.getCurrentPoint() == null) {
                base.moveTo(at.getX(), at.getY());
            } else {
                base.lineTo(at.getX(), at.getY());
            }
        }
        base.closePath();
        g2.setColor(style.theme().axis());
        g2.setStroke(new BasicStroke((float) style.scale()));
        g2.draw(base);
        ObjectiveFunction.PlotWindow window = heights.surface().window();
        List<Double> ticksX = Ticks.linear(window.xLow(), window.xHigh(), TICKS);
        for (double tick : ticksX) {
            drawBaseTick(heights.across(tick), nearAlong, 0, nearAlong, Ticks.text(tick, step(ticksX)));
        }
        drawBaseName(0, nearAlong, xName);
        List<Double> ticksY = Ticks.linear(window.yLow(), window.yHigh(), TICKS);
        for (double tick : ticksY) {
            drawBaseTick(nearAcross, heights.along(tick), nearAcross, 0, Ticks.text(tick, step(ticksY)));
        }
        drawBaseName(nearAcross, 0, yName);
        if (projection.verticalShare() >= SHORTEST) {
            drawHeights();
        }
    }

    private static double step(List<Double> ticks) {
        return ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : 1;
    }

    /** @param outAcross and outAlong point away from the base */
    private void drawBaseTick(double across, double along, double outAcross, double outAlong, String text) {
        Point2D at = projection.pixel(across, along, 0);
        double[] out = direction(outAcross, outAlong);
        double length = TICK * style.scale();
        g2.setColor(style.theme().axis());
        g2.draw(new Line2D.Double(at, new Point2D.Double(at.getX() + out[0] * length, at.getY() + out[1] * length)));
        drawText(text, at, out, LABEL_GAP * style.scale());
    }

    private void drawBaseName(double across, double along, String name) {
        drawText(name, projection.pixel(across, along, 0), direction(across, along), NAME_GAP * style.scale());
    }

    /** A direction of the base on the screen, of length 1. */
    private double[] direction(double across, double along) {
        double x = projection.pixelX(across, along) - projection.pixelX(0, 0);
        double y = projection.pixelY(across, along, 0) - projection.pixelY(0, 0, 0);
        double length = Math.max(1e-9, Math.hypot(x, y));
        return new double[] {x / length, y / length};
    }

    private void drawText(String text, Point2D at, double[] direction, double gap) {
        double width = TextPainter.width(text, style.axisFont());
        double x = at.getX() + direction[0] * (gap + width / 2 * Math.abs(direction[0])) - width / 2;
        TextPainter.draw(g2, text, style.axisFont(), style.theme().muted(), x, at.getY() + direction[1] * gap);
    }

    private void drawHeights() {
        double leftAcross = 1;
        double leftAlong = 1;
        for (int[] corner : new int[][] {{-1, -1}, {1, -1}, {-1, 1}}) {
            if (projection.right(corner[0], corner[1]) < projection.right(leftAcross, leftAlong)) {
                leftAcross = corner[0];
                leftAlong = corner[1];
            }
        }
        g2.setColor(style.theme().axis());
        g2.draw(new Line2D.Double(
                projection.pixel(leftAcross, leftAlong, 0), projection.pixel(leftAcross, leftAlong, 1)));
        List<Double> ticks = heights.scale().ticks(TICKS);
        for (double tick : ticks) {
            Point2D at = projection.pixel(leftAcross, leftAlong, heights.scale().height(tick));
            g2.setColor(style.theme().axis());
            g2.draw(new Line2D.Double(at, new Point2D.Double(at.getX() - TICK * style.scale(), at.getY())));
            if (heights.scale().height(tick) < LOWEST_LABEL) {
                continue; // the labels of the base are there
            }
            String text = heights.scale().isLogarithmic() ? Ticks.logText(tick, ticks) : Ticks.text(tick, step(ticks));
            drawText(text, at, new double[] {-1, 0}, 2 * TICK * style.scale());
        }
    }
}
