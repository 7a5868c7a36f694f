package hyperlab.ui.control.field;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Parses and formats numbers as they are typed: 0.1, 1e-3, −2; decimal point, no grouping. Formatted numbers can be
 * parsed again.
 */
public final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    static final int DIGITS = 6;

    private NumberText() {}

    /** The number; empty if the text is none. */
    public static OptionalDouble parse(String text) {
        String plain = text.strip().replace('−', '-');
        return NUMBER.matcher(plain).matches() ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }

    /** At most six significant digits; exponents, such as 1.2e−5, below 0.0001 and from ten million. */
    public static String format(double value) {
        return format(value, DIGITS);
    }

    /** The same with up to {@code digits} significant digits. */
    static String format(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String text = exponent < -4 || exponent > 6
                ? rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent
                : rounded.toPlainString();
        return text.replace('-', '−');
    }
}
