package hyperlab.ui.control.field;

import hyperlab.rule.NumberRange;
import hyperlab.ui.Messages;

/**
 * The numbers that a field accepts.
 *
 * @param low the lower limit
 * @param high the upper limit, or infinity
 * @param lowOpen whether {@code low} itself is excluded
 * @param highOpen whether {@code high} itself is excluded
 * @param whole whether fractions are excluded
 */
public record NumberRule(double low, double high, boolean lowOpen, boolean highOpen, boolean whole) {
    public static final NumberRule POSITIVE = new NumberRule(0, Double.POSITIVE_INFINITY, true, true, false);
    public static final NumberRule NOT_NEGATIVE = new NumberRule(0, Double.POSITIVE_INFINITY, false, true, false);
    public static final NumberRule FINITE =
            new NumberRule(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true, false);

    /** The rule for a constant with this range. */
    public static NumberRule of(NumberRange range) {
        return new NumberRule(range.low(), range.high(), range.lowOpen(), range.highOpen(), range.whole());
    }

    /** The same rule with an upper limit, which is allowed itself. */
    public NumberRule atMost(double highest) {
        return new NumberRule(low, highest, lowOpen, false, whole);
    }

    /** low ≤ number ≤ high. */
    public static NumberRule within(double low, double high) {
        return new NumberRule(low, high, false, false, false);
    }

    /** low ≤ number &lt; high. */
    public static NumberRule atLeastBelow(double low, double high) {
        return new NumberRule(low, high, false, true, false);
    }

    /** low &lt; number &lt; high. */
    public static NumberRule between(double low, double high) {
        return new NumberRule(low, high, true, true, false);
    }

    /** A whole number, low ≤ number ≤ high. */
    public static NumberRule wholeWithin(double low, double high) {
        return new NumberRule(low, high, false, false, true);
    }

    public boolean allows(double number) {
        return Double.isFinite(number)
                && (lowOpen ? number > low : number >= low)
                && (highOpen ? number < high : number <= high)
                && (!whole || number == Math.rint(number));
    }

    /** The rule in words, in the current language. */
    public String text(Messages messages) {
        if (Double.isInfinite(low)) {
            return messages.get(whole ? "shell.rule.whole" : "shell.rule.number");
        }
        String lowest = NumberText.format(low);
        if (Double.isInfinite(high)) {
            String key = whole ? "shell.rule.wholeAtLeast" : lowOpen ? "shell.rule.above" : "shell.rule.atLeast";
            return messages.get(key, lowest);
        }
        String highest = NumberText.format(high);
        if (whole) {
            return messages.get("shell.rule.wholeWithin", lowest, highest);
        }
        if (lowOpen) {
            return messages.get(highOpen ? "shell.rule.between" : "shell.rule.aboveAtMost", lowest, highest);
        }
        return messages.get(highOpen ? "shell.rule.atLeastBelow" : "shell.rule.within", lowest, highest);
    }
}
