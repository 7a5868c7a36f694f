package hyperlab.rule;

/** Checks for compact constructors. Each returns the value or throws a {@link InvalidInputException} that states the rule. */
public final class Checks {
    private Checks() {}

    /** Requires {@code value} to be finite and {@code > 0}. */
    public static double positive(String name, double value) {
        return require(value > 0 && Double.isFinite(value), name, "finite and > 0", value);
    }

    /** Requires {@code value} to be finite and {@code ≥ 0}. */
    public static double notNegative(String name, double value) {
        return require(value >= 0 && Double.isFinite(value), name, "finite and ≥ 0", value);
    }

    /** Requires {@code value} to be finite. */
    public static double finite(String name, double value) {
        return require(Double.isFinite(value), name, "finite", value);
    }

    /** Requires {@code low ≤ value < high}. */
    public static double atLeastBelow(String name, double value, double low, double high) {
        return require(value >= low && value < high, name, "in [" + plain(low) + ", " + plain(high) + ")", value);
    }

    /** Requires {@code low < value < high}. */
    public static double between(String name, double value, double low, double high) {
        return require(value > low && value < high, name, "in (" + plain(low) + ", " + plain(high) + ")", value);
    }

    /** Requires {@code low < value ≤ high}. */
    public static double aboveAtMost(String name, double value, double low, double high) {
        return require(value > low && value <= high, name, "in (" + plain(low) + ", " + plain(high) + "]", value);
    }

    /** Requires {@code low ≤ value ≤ high}. */
    public static double within(String name, double value, double low, double high) {
        return require(value >= low && value <= high, name, "in [" + plain(low) + ", " + plain(high) + "]", value);
    }

    /** Requires {@code low ≤ value}. */
    public static int atLeast(String name, int value, int low) {
        if (value < low) {
            throw new InvalidInputException(name, wholeAtLeast(low), value);
        }
        return value;
    }

    /** The text of the rule of {@link #atLeast}, for parsers of numbers that an int cannot hold. */
    public static String wholeAtLeast(int low) {
        return "a whole number ≥ " + low;
    }

    /** Requires {@code low ≤ value ≤ high}. */
    public static int wholeWithin(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidInputException(name, wholeFromTo(low, high), value);
        }
        return value;
    }

    /** The text of the rule of {@link #wholeWithin}, for parsers of numbers that an int cannot hold. */
    public static String wholeFromTo(int low, int high) {
        return "a whole number from " + low + " to " + high;
    }

    /** Requires a text without NUL characters, so that it can be a file path on some system. */
    public static String path(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidInputException(name, "the path of a file", '"' + text + '"');
        }
        return text;
    }

    private static double require(boolean isValid, String name, String rule, double value) {
        if (!isValid) {
            throw new InvalidInputException(name, rule, plain(value));
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
