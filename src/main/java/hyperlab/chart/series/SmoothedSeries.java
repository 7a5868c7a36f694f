package hyperlab.chart.series;

/**
 * A series of any length that is smoothed as it grows: each point is the weighted mean of all values so far, in which
 * each value weighs {@value #DECAY} times as much as the next one, so that about the last ten count. This is an
 * exponential moving average with the bias correction of Kingma and Ba 2015, section 3: the first value is unchanged.
 */
public final class SmoothedSeries {
    public static final double DECAY = 0.9;

    private final BoundedSeries means = new BoundedSeries();
    private double sum;
    private double weight;

    /** Adds a point to the right of the others; a point that is not finite is ignored. */
    public void add(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            sum = DECAY * sum + y;
            weight = DECAY * weight + 1;
            means.add(x, sum / weight);
        }
    }

    /** Returns the remaining points, from left to right. */
    public Curve curve() {
        return means.curve();
    }
}
