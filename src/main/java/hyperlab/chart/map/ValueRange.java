package hyperlab.chart.map;

import java.util.Arrays;

/**
 * The values that a color ramp covers.
 *
 * @param low lowest value
 * @param high highest value, at least the lowest; NaN if there are no values
 * @param logarithmic whether the ramp is logarithmic; both values are then above 0
 */
record ValueRange(double low, double high, boolean logarithmic) {
    /** A few extreme values do not determine the ramp: this share is cut off at each end. */
    private static final double CUT = 0.01;
    /** From this ratio of the values on, the ramp is logarithmic. */
    private static final double LOG_RATIO = 4;

    static final ValueRange NONE = new ValueRange(Double.NaN, Double.NaN, false);

    /**
     * The range of most values.
     *
     * @param values unsorted; the array is sorted
     * @param count number of values
     * @param allowsLog whether the ramp may be logarithmic
     */
    static ValueRange of(double[] values, int count, boolean allowsLog) {
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(values, 0, count);
        int cut = (int) (CUT * count);
        double low = values[cut];
        double high = values[count - 1 - cut];
        return new ValueRange(low, high, allowsLog && low > 0 && high >= LOG_RATIO * low);
    }

    /** The range that covers two ranges; logarithmic if its values span as much as those of such a ramp. */
    ValueRange union(ValueRange other, boolean allowsLog) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        double lowest = Math.min(low, other.low);
        double highest = Math.max(high, other.high);
        return new ValueRange(lowest, highest, allowsLog && lowest > 0 && highest >= LOG_RATIO * lowest);
    }

    boolean isEmpty() {
        return Double.isNaN(high);
    }

    /** The position of a value from 0 at the lowest to 1 at the highest, clamped; 0.5 if all values are the same. */
    double share(double value) {
        if (!(high > low)) {
            return 0.5;
        }
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    /** The value at a position, the inverse of {@link #share}. */
    double value(double share) {
        return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    }
}
