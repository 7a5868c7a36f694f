package hyperlab.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Numbers as they are typed: what Java would also take ({@code 1f}, {@code 0x1p3}) is no number to a person. */
final class OptionValues {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|NaN|[-+]?Infinity");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");

    private OptionValues() {}

    /** A number; NaN and Infinity are let through, for the rule that follows to say that they are not finite. */
    static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw unlike("a number", text);
        }
        return Double.parseDouble(text);
    }

    static int wholeNumber(String text) {
        long value = longWholeNumber(text);
        if (value != (int) value) {
            throw unlike("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, text);
        }
        return (int) value;
    }

    static long longWholeNumber(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw unlike("a whole number", text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw unlike("a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE, text);
        }
    }

    private static TypeConversionException unlike(String rule, String text) {
        return new TypeConversionException("must be " + rule + ", got \"" + text + "\"");
    }
}
