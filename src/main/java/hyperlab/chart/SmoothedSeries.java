package hyperlab.chart;

/**
 * A line of any length, smoothed as it grows: the mean of all values so far, in which each weighs {@value #KEPT} times
 * the one after it, so about the last ten count. (An exponential moving average with the correction for its start of
 * Kingma and Ba 2015, section 3: the first value is itself.)
 */
public final class SmoothedSeries {
    static final double KEPT = 0.9;

    private final BoundedSeries means = new BoundedSeries();
    private double sum;
    private double weight;

    /** Adds a point to the right of the others; one that is not finite leaves no trace. */
    public void add(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            sum = KEPT * sum + y;
            weight = KEPT * weight + 1;
            means.add(x, sum / weight);
        }
    }

    /** The points kept, from left to right. */
    public Curve curve() {
        return means.curve();
    }
}
