package hyperlab.rule;

/**
 * The numbers that a constant may have.
 *
 * @param low the lower limit, or −∞
 * @param high the upper limit, or ∞
 * @param lowOpen whether {@code low} itself is excluded
 * @param highOpen whether {@code high} itself is excluded
 * @param whole whether fractions are excluded
 */
public record NumberRange(double low, double high, boolean lowOpen, boolean highOpen, boolean whole) {
    /** All finite numbers &gt; 0. */
    public static final NumberRange POSITIVE = new NumberRange(0, Double.POSITIVE_INFINITY, true, true, false);
    /** All finite numbers ≥ 0. */
    public static final NumberRange NOT_NEGATIVE = new NumberRange(0, Double.POSITIVE_INFINITY, false, true, false);
    /** All finite numbers. */
    public static final NumberRange FINITE =
            new NumberRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true, false);
    /** All numbers in [0, 1). */
    public static final NumberRange FRACTION = new NumberRange(0, 1, false, true, false);

    /** All whole numbers ≥ low. */
    public static NumberRange wholeAtLeast(int low) {
        return new NumberRange(low, Double.POSITIVE_INFINITY, false, true, true);
    }

    /** All whole numbers with low ≤ number ≤ high. */
    public static NumberRange wholeWithin(int low, int high) {
        return new NumberRange(low, high, false, false, true);
    }

    /** Whether {@code number} is in this range. */
    public boolean contains(double number) {
        return Double.isFinite(number)
                && (lowOpen ? number > low : number >= low)
                && (highOpen ? number < high : number <= high)
                && (!whole || number == Math.rint(number));
    }
}
