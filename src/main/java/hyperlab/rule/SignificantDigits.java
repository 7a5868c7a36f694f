package hyperlab.rule;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rounds numbers that the program suggests, so that they are short. */
public final class SignificantDigits {
    private SignificantDigits() {}

    /**
     * Rounds half up to {@code digits} significant digits. A number beyond the finite ones becomes the largest finite
     * one, and NaN stays NaN.
     */
    public static double round(double value, int digits) {
        if (Double.isNaN(value)) {
            return value;
        }
        double finite = clamp(value);
        return clamp(new BigDecimal(finite).round(new MathContext(digits)).doubleValue());
    }

    private static double clamp(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
