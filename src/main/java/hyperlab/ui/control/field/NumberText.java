package hyperlab.ui.control.field;

import hyperlab.text.NumberFormats;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and formats numbers in fields: 0.1, 1e-3, 1.2×10⁻⁵, −2; decimal point, no grouping. Formatted numbers can be
 * parsed again.
 */
public final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern POWER = Pattern.compile("(.*)×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    static final int DIGITS = 6;

    private NumberText() {}

    /** The number; empty if the text is none. */
    public static OptionalDouble parse(String text) {
        String plain = withoutPower(text.strip()).replace('−', '-');
        return NUMBER.matcher(plain).matches() ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }

    /** 1.2×10⁻⁵ as 1.2e-5. */
    private static String withoutPower(String text) {
        Matcher power = POWER.matcher(text);
        if (!power.matches()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(power.group(1)).append('e');
        for (char digit : power.group(2).toCharArray()) {
            plain.append(digit == '⁻' ? "-" : Integer.toString(SUPERSCRIPTS.indexOf(digit)));
        }
        return plain.toString();
    }

    /** At most six significant digits; powers, such as 1.2×10⁻⁵, below 0.0001 and from ten million. */
    public static String format(double value) {
        return format(value, DIGITS);
    }

    /** The same with up to {@code digits} significant digits. */
    static String format(double value, int digits) {
        return Double.isFinite(value) ? NumberFormats.format(value, digits).replace(",", "") : Double.toString(value);
    }
}
