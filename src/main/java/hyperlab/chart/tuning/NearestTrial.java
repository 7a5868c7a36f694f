package hyperlab.chart.tuning;

import java.awt.geom.Line2D;

/** Finds the trial nearest to a pixel, among points and lines that are added one after the other. */
final class NearestTrial {
    private final double x;
    private final double y;
    private double least = TrialChart.REACH;
    private int trial = TrialChart.NONE;

    NearestTrial(double x, double y) {
        this.x = x;
        this.y = y;
    }

    void addPoint(int number, double pointX, double pointY) {
        add(number, Math.hypot(pointX - x, pointY - y));
    }

    void addSegment(int number, double fromX, double fromY, double toX, double toY) {
        add(number, Line2D.ptSegDist(fromX, fromY, toX, toY, x, y));
    }

    /** NaN is farther than anything. Of equal distances, the last one counts, which is drawn on top. */
    private void add(int number, double distance) {
        if (distance <= least) {
            least = distance;
            trial = number;
        }
    }

    int trial() {
        return trial;
    }
}
