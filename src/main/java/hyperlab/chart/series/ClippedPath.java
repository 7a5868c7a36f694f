package hyperlab.chart.series;

import java.awt.geom.Path2D;

/**
 * A polyline clipped to a rectangle, segment by segment (Liang and Barsky 1984), so that no coordinate is huge: a
 * dashed line a billion pixels long takes minutes to draw. A point that is not finite is skipped and breaks the line.
 */
final class ClippedPath {
    /** Beyond this, a pixel's position does not matter, and sums would lose precision. */
    private static final double MAX_COORDINATE = 1e9;

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final Path2D path = new Path2D.Double();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private boolean drawing;

    ClippedPath(double left, double top, double right, double bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    /** Continues the line to (x, y); the first point, and the first one after a gap, starts a new line. */
    void lineTo(double x, double y) {
        boolean good = Double.isFinite(x) && Double.isFinite(y);
        double nextX = good ? Math.max(-MAX_COORDINATE, Math.min(MAX_COORDINATE, x)) : Double.NaN;
        double nextY = good ? Math.max(-MAX_COORDINATE, Math.min(MAX_COORDINATE, y)) : Double.NaN;
        if (good && !Double.isNaN(lastX)) {
            segment(lastX, lastY, nextX, nextY);
        } else {
            drawing = false;
        }
        lastX = nextX;
        lastY = nextY;
    }

    Path2D path() {
        return path;
    }

    private void segment(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double[] deltas = {-dx, dx, -dy, dy};
        double[] rooms = {fromX - left, right - fromX, fromY - top, bottom - fromY};
        double enter = 0;
        double leave = 1;
        for (int i = 0; i < deltas.length; i++) {
            if (deltas[i] == 0) {
                if (rooms[i] < 0) {
                    drawing = false;
                    return;
                }
            } else if (deltas[i] < 0) {
                enter = Math.max(enter, rooms[i] / deltas[i]);
            } else {
                leave = Math.min(leave, rooms[i] / deltas[i]);
            }
        }
        if (!(enter <= leave)) {
            drawing = false;
            return;
        }
        if (!drawing || enter > 0) {
            path.moveTo(fromX + enter * dx, fromY + enter * dy);
        }
        path.lineTo(leave < 1 ? fromX + leave * dx : toX, leave < 1 ? fromY + leave * dy : toY);
        drawing = leave == 1;
    }
}
