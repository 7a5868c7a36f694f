package hyperlab.chart.axis;

/** The lowest and the highest of the values that an axis can show. */
public final class ValueBounds {
    private final boolean positiveOnly;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** @param positiveOnly whether only positive values count, as on a logarithmic axis */
    public ValueBounds(boolean positiveOnly) {
        this.positiveOnly = positiveOnly;
    }

    /** Includes these values; those that are not finite do not count. */
    public void add(double... values) {
        for (double value : values) {
            if (Double.isFinite(value) && (!positiveOnly || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
    }

    /** +∞ if there are no values. */
    public double low() {
        return low;
    }

    /** −∞ if there are no values. */
    public double high() {
        return high;
    }

    public boolean isEmpty() {
        return low > high;
    }
}
