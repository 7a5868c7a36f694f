package hyperlab.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Formats numbers for display: decimal point, U+2212 for minus, few significant digits, ×10ⁿ instead of E, and commas
 * between thousands from 10,000 on. Files use {@link Double#toString} instead.
 */
public final class NumberFormats {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int UNGROUPED_DIGITS = 4;
    private static final int GROUP = 3;

    private NumberFormats() {}

    /** Four significant digits without trailing zeros: 0.1, 1.89, −5.154, 1.2×10⁻⁵. */
    public static String format(double value) {
        return format(value, 4);
    }

    /** {@code digits} significant digits without trailing zeros. Powers of ten are used below 10⁻⁴ and from 10⁷. */
    public static String format(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent > 6) {
            return formatPower(rounded, exponent);
        }
        return minus(grouped(rounded.stripTrailingZeros().toPlainString()));
    }

    /**
     * A value and the one it becomes, such as 0.5 → 0.6, with up to three digits more if they would look the same
     * otherwise: −0.1816 → −0.182.
     */
    public static String formatChange(double before, double after, int digits) {
        int shown = digits;
        while (shown < digits + 3 && before != after && format(before, shown).equals(format(after, shown))) {
            shown++;
        }
        return format(before, shown) + " → " + format(after, shown);
    }

    /** A whole number with all digits: 1797, 65,536. */
    public static String count(long number) {
        return minus(grouped(Long.toString(number)));
    }

    /** Whole numbers below each other: if one of them has commas, all that have more than three digits have. */
    public static List<String> counts(List<Long> column) {
        boolean commas = column.stream().anyMatch(number -> count(number).indexOf(',') >= 0);
        return column.stream()
                .map(number -> minus(grouped(Long.toString(number), commas ? GROUP : UNGROUPED_DIGITS)))
                .toList();
    }

    /**
     * {@code digits} significant digits times a power of ten, for any magnitude: 1.2×10⁵. Zero and non-finite values
     * are shown as in {@link #format(double, int)}.
     */
    public static String formatPower(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return format(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return formatPower(rounded, rounded.precision() - rounded.scale() - 1);
    }

    private static String formatPower(BigDecimal rounded, int exponent) {
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return minus(mantissa) + "×10" + superscript(exponent);
    }

    /**
     * {@code decimals} digits after the point, with trailing zeros, for columns: −0.189, 1.890. Absolute values from
     * 10⁶ and non-finite values are shown as in {@link #format(double)}.
     */
    public static String formatFixed(double value, int decimals) {
        if (!Double.isFinite(value) || Math.abs(value) >= 1e6) {
            return format(value);
        }
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return minus(grouped(text.matches("-0\\.?0*") ? text.substring(1) : text));
    }

    /** 3 as ³, −5 as ⁻⁵. */
    public static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** 12345.5 as 12,345.5; up to four digits before the point as they are. */
    private static String grouped(String plain) {
        return grouped(plain, UNGROUPED_DIGITS);
    }

    private static String grouped(String plain, int ungrouped) {
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        if (end - start <= ungrouped) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain);
        for (int at = end - GROUP; at > start; at -= GROUP) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String minus(String plain) {
        return plain.replace('-', '−');
    }
}
