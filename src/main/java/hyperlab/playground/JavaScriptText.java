package hyperlab.playground;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses text by JavaScript's rules (ECMA-262, StringToNumber and trim). */
final class JavaScriptText {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(Infinity|([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][-+]?[0-9]++)?)");
    private static final Pattern RADIX_INTEGER = Pattern.compile("0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))");
    private static final int[] RADIX = {16, 8, 2};

    private JavaScriptText() {}

    /** Whether the text is empty after trimming. */
    static boolean isBlank(String text) {
        return trim(text).isEmpty();
    }

    /** Converts a text to a number: NaN if it is not a number, 0 if it is blank. */
    static double number(String text) {
        String number = trim(text);
        if (number.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(number).matches()) {
            return Double.parseDouble(number);
        }
        Matcher whole = RADIX_INTEGER.matcher(number);
        if (whole.matches()) {
            for (int group = 0; group < RADIX.length; group++) {
                String digits = whole.group(group + 1);
                if (digits != null) {
                    return new BigInteger(digits, RADIX[group]).doubleValue();
                }
            }
        }
        return Double.NaN;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\uFEFF' || Character.isSpaceChar(c);
    }
}
