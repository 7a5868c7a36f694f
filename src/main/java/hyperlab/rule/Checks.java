package hyperlab.rule;

import java.util.stream.DoubleStream;

/**
 * Checks for compact constructors. Each returns the value or throws a {@link InvalidInputException} that states the
 * rule.
 */
public final class Checks {
    private Checks() {}

    /** Requires {@code value} to be finite and {@code > 0}. */
    public static double positive(String name, double value) {
        return require(value > 0 && Double.isFinite(value), name, value, Rule.POSITIVE);
    }

    /** Requires {@code value} to be finite and {@code ≥ 0}. */
    public static double notNegative(String name, double value) {
        return require(value >= 0 && Double.isFinite(value), name, value, Rule.NOT_NEGATIVE);
    }

    /** Requires {@code value} to be finite. */
    public static double finite(String name, double value) {
        return require(Double.isFinite(value), name, value, Rule.FINITE);
    }

    /** Requires {@code low ≤ value < high}. */
    public static double atLeastBelow(String name, double value, double low, double high) {
        return require(value >= low && value < high, name, value, Rule.AT_LEAST_BELOW, low, high);
    }

    /** Requires {@code low < value < high}. */
    public static double between(String name, double value, double low, double high) {
        return require(value > low && value < high, name, value, Rule.BETWEEN, low, high);
    }

    /** Requires {@code low < value ≤ high}. */
    public static double aboveAtMost(String name, double value, double low, double high) {
        return require(value > low && value <= high, name, value, Rule.ABOVE_AT_MOST, low, high);
    }

    /** Requires {@code low ≤ value ≤ high}. */
    public static double within(String name, double value, double low, double high) {
        return require(value >= low && value <= high, name, value, Rule.WITHIN, low, high);
    }

    /** Requires {@code low ≤ value}. */
    public static int atLeast(String name, int value, int low) {
        if (value < low) {
            throw new InvalidInputException(name, Rule.WHOLE_AT_LEAST, low, value);
        }
        return value;
    }

    /** Requires {@code low ≤ value ≤ high}. */
    public static int wholeWithin(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidInputException(name, Rule.WHOLE_WITHIN, low, high, value);
        }
        return value;
    }

    /** Requires a text without NUL characters, so that it can be a file path on some system. */
    public static String path(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidInputException(name, Rule.PATH, text);
        }
        return text;
    }

    /** The rule's message quotes the limits and then the value. */
    private static double require(boolean isValid, String name, double value, Rule rule, double... limits) {
        if (!isValid) {
            throw new InvalidInputException(
                    name,
                    rule,
                    DoubleStream.concat(DoubleStream.of(limits), DoubleStream.of(value))
                            .mapToObj(Checks::plain)
                            .toArray());
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
