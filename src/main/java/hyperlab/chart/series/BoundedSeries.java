package hyperlab.chart.series;

/**
 * A series of any length in bounded memory. Points are grouped into buckets of equal size; each bucket keeps its lowest
 * and its highest point, and when all buckets are full, neighboring buckets are merged. No peak is ever lost, every
 * remaining point is one that was added, and the first and last points are always included. Adding a point takes
 * amortized constant time.
 */
public final class BoundedSeries {
    /** Enough for a minimum and a maximum in each pixel column of a wide chart. */
    public static final int MAX_POINTS = 1_200;

    private final double[] lowX;
    private final double[] lowY;
    private final double[] highX;
    private final double[] highY;
    private final boolean[] lowFirst;
    private int buckets;
    private long width = 1;
    private long newestCount;
    private long count;
    private double firstX;
    private double firstY;
    private double lastX;
    private double lastY;

    public BoundedSeries() {
        this(MAX_POINTS);
    }

    /**
     * Creates a series of at most {@code mostPoints} points.
     *
     * @throws IllegalArgumentException if {@code mostPoints} is less than 8
     */
    public BoundedSeries(int maxPoints) {
        if (maxPoints < 8) {
            throw new IllegalArgumentException("at least 8 points, got " + maxPoints);
        }
        int capacity = (maxPoints - 2) / 4 * 2;
        lowX = new double[capacity];
        lowY = new double[capacity];
        highX = new double[capacity];
        highY = new double[capacity];
        lowFirst = new boolean[capacity];
    }

    /** Adds a point to the right of the others; a point that is not finite is ignored. */
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        if (count == 0) {
            firstX = x;
            firstY = y;
        }
        lastX = x;
        lastY = y;
        count++;
        if (buckets == 0 || newestCount == width) {
            if (buckets == lowX.length) {
                mergeBuckets();
            }
            startBucket(x, y);
        } else {
            extendBucket(x, y);
        }
    }

    /** Returns how many points were added. */
    public long count() {
        return count;
    }

    /** Removes all points. */
    public void clear() {
        buckets = 0;
        width = 1;
        newestCount = 0;
        count = 0;
    }

    /** Returns the remaining points, from left to right. */
    public Curve curve() {
        double[] x = new double[2 * buckets + 2];
        double[] y = new double[2 * buckets + 2];
        int size = 0;
        if (count > 0 && Math.min(lowX[0], highX[0]) != firstX) {
            x[size] = firstX;
            y[size++] = firstY;
        }
        for (int i = 0; i < buckets; i++) {
            boolean single = lowX[i] == highX[i] && lowY[i] == highY[i];
            x[size] = lowFirst[i] ? lowX[i] : highX[i];
            y[size++] = lowFirst[i] ? lowY[i] : highY[i];
            if (!single) {
                x[size] = lowFirst[i] ? highX[i] : lowX[i];
                y[size++] = lowFirst[i] ? highY[i] : lowY[i];
            }
        }
        if (count > 0 && x[size - 1] != lastX) {
            x[size] = lastX;
            y[size++] = lastY;
        }
        return Curve.of(x, y, size);
    }

    private void startBucket(double x, double y) {
        lowX[buckets] = x;
        lowY[buckets] = y;
        highX[buckets] = x;
        highY[buckets] = y;
        lowFirst[buckets] = true;
        buckets++;
        newestCount = 1;
    }

    private void extendBucket(double x, double y) {
        int newest = buckets - 1;
        newestCount++;
        if (y < lowY[newest]) {
            lowX[newest] = x;
            lowY[newest] = y;
            lowFirst[newest] = false;
        } else if (y > highY[newest]) {
            highX[newest] = x;
            highY[newest] = y;
            lowFirst[newest] = true;
        }
    }

    /** Merges each pair of neighboring buckets into one of twice the width; the newest bucket must be full. */
    private void mergeBuckets() {
        buckets /= 2;
        width *= 2;
        for (int i = 0; i < buckets; i++) {
            int left = 2 * i;
            int right = left + 1;
            int low = lowY[right] < lowY[left] ? right : left;
            int high = highY[right] > highY[left] ? right : left;
            boolean first = low == high ? lowFirst[low] : low < high;
            lowX[i] = lowX[low];
            lowY[i] = lowY[low];
            highX[i] = highX[high];
            highY[i] = highY[high];
            lowFirst[i] = first;
        }
        newestCount = width;
    }
}
