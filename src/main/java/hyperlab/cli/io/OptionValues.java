package hyperlab.cli.io;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Parses option values. Numbers that only Java accepts ({@code 1f}, {@code 0x1p3}) are rejected. */
public final class OptionValues {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|NaN|[-+]?Infinity");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");

    private OptionValues() {}

    /**
     * Parses a number. NaN and Infinity are accepted here, so that a later check can report that they are not finite.
     */
    public static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw error(Rule.NUMBER, quoted(text));
        }
        return Double.parseDouble(text);
    }

    /** Parses an integer of any size, so that a later check can report the valid range. */
    public static BigInteger wholeNumber(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw error(Rule.WHOLE, quoted(text));
        }
        return new BigInteger(text);
    }

    /**
     * Returns the value as an int.
     *
     * @throws InvalidInputException unless {@code low ≤ value ≤ high}
     */
    public static int within(String option, BigInteger value, int low, int high) {
        if (value.compareTo(BigInteger.valueOf(low)) < 0 || value.compareTo(BigInteger.valueOf(high)) > 0) {
            throw new InvalidInputException(option, Rule.WHOLE_WITHIN, low, high, value);
        }
        return value.intValue();
    }

    /** Parses a path. A blank text, for example from an unset shell variable, is rejected. */
    public static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw error(Rule.PATH, text).withCause(e);
        }
        throw error(Rule.PATH, text);
    }

    public static long longWholeNumber(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw error(Rule.WHOLE, quoted(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw error(Rule.WHOLE_WITHIN, Long.MIN_VALUE, Long.MAX_VALUE, quoted(text));
        }
    }

    /** An error that the report of errors gives the name of the option. */
    private static InvalidInputException error(Rule rule, Object... arguments) {
        return new InvalidInputException("", rule, arguments);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
