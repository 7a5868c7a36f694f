package hyperlab.nn.kernel;

import static hyperlab.nn.kernel.FusedMultiplyAdd.multiplyAdd;

/**
 * Functions based on eˣ for whole arrays, with a relative error below 1e-15. Each is a chain of short loops, because
 * the JIT compiler vectorizes only loops of about twenty operations.
 *
 * <p>With n = round(x/ln 2) and r = x − n·ln 2, |r| ≤ ½ ln 2, we have eˣ = 2ⁿ(1 + p), where p = eʳ − 1 comes from a
 * polynomial that interpolates it at Chebyshev nodes, with a relative error of at most 5e-17. Keeping 2ⁿ and p separate
 * keeps eˣ − 1 accurate near 0.
 */
final class ExponentialFunctions {
    static final double LOG2_E = 1.4426950408889634;
    /** The leading 32 bits of ln 2, so that small integer multiples of it are exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /**
     * Adding this constant rounds to an integer n and leaves n + 1023, the biased exponent of 2ⁿ, in the lowest bits.
     */
    static final double ROUNDING_CONSTANT = 0x1.8p52 + 1023;

    private static final double C2 = 0x1.0000000000001p-1;
    private static final double C3 = 0x1.5555555555556p-3;
    private static final double C4 = 0x1.5555555553d68p-5;
    private static final double C5 = 0x1.11111111109b5p-7;
    private static final double C6 = 0x1.6c16c17889ef1p-10;
    private static final double C7 = 0x1.a01a01a7c2efep-13;
    private static final double C8 = 0x1.a019b9149a3d4p-16;
    private static final double C9 = 0x1.71de0db2f6aedp-19;
    private static final double C10 = 0x1.28917c89a99ffp-22;
    private static final double C11 = 0x1.af389ecfcb5d9p-26;

    /** Twice the Taylor coefficients of artanh. */
    private static final double A3 = 2.0 / 3;

    private static final double A5 = 2.0 / 5;
    private static final double A7 = 2.0 / 7;
    private static final double A9 = 2.0 / 9;
    private static final double A11 = 2.0 / 11;
    private static final double A13 = 2.0 / 13;
    private static final double A15 = 2.0 / 15;
    private static final double A17 = 2.0 / 17;
    private static final double A19 = 2.0 / 19;
    private static final double A21 = 2.0 / 21;
    private static final double A23 = 2.0 / 23;
    private static final double A25 = 2.0 / 25;
    private static final double A27 = 2.0 / 27;
    private static final double A29 = 2.0 / 29;
    private static final double A31 = 2.0 / 31;

    private double[] powers = new double[0];
    private double[] remainders = new double[0];

    /** y[i] = tanh x[i] = (e²ˣ − 1)/(e²ˣ + 1). */
    void tanh(double[] x, double[] y, int length) {
        reduceArguments(x, 2, 40, length);
        double[] t = powers;
        double[] p = remainders;
        for (int i = 0; i < length; i++) {
            y[i] = multiplyAdd(t[i], p[i], t[i] - 1) / multiplyAdd(t[i], p[i], t[i] + 1);
        }
    }

    /**
     * y[i] = 1/(1 + e⁻ˣ), with x clamped to ±708, beyond which the result is 0 or 1 up to the end of a double's range.
     */
    void sigmoid(double[] x, double[] y, int length) {
        reduceArguments(x, -1, 708, length);
        double[] t = powers;
        double[] p = remainders;
        for (int i = 0; i < length; i++) {
            y[i] = 1 / (1 + (t[i] + t[i] * p[i]));
        }
    }

    /** y[i] = eˣ − 1, with x clamped to ±708. */
    void expm1(double[] x, double[] y, int length) {
        reduceArguments(x, 1, 708, length);
        double[] t = powers;
        double[] p = remainders;
        for (int i = 0; i < length; i++) {
            y[i] = (t[i] - 1) + t[i] * p[i];
        }
    }

    /** y[i] = eˣ, with x clamped to ±708. */
    void exp(double[] x, double[] y, int length) {
        reduceArguments(x, 1, 708, length);
        double[] t = powers;
        double[] p = remainders;
        for (int i = 0; i < length; i++) {
            y[i] = t[i] + t[i] * p[i];
        }
    }

    /** y[i] = e^(−|x|), with |x| limited to 708. */
    void expOfNegativeAbs(double[] x, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = -Math.abs(x[i]);
        }
        exp(y, y, length);
    }

    /**
     * y[i] = ln(1 + eˣ) = max(x, 0) + ln(1 + u) with u = e^(−|x|), using ln(1 + u) = 2 artanh s, s = u/(2 + u) ≤ ⅓. The
     * Taylor series is truncated at a relative error below 2⁻⁵⁵.
     */
    void softplus(double[] x, double[] y, int length) {
        expOfNegativeAbs(x, y, length);
        for (int i = 0; i < length; i++) {
            double s = y[i] / (2 + y[i]);
            double q = s * s;
            double last = A23 + q * (A25 + q * (A27 + q * (A29 + q * A31)));
            double middle = A13 + q * (A15 + q * (A17 + q * (A19 + q * (A21 + q * last))));
            double series = q * (A3 + q * (A5 + q * (A7 + q * (A9 + q * (A11 + q * middle)))));
            y[i] = Math.max(x[i], 0.0) + (2 * s + s * series);
        }
    }

    /**
     * Computes 2ⁿ and p of factor·x, clamped to ±limit, and stores them in {@link #powers} and {@link #remainders}; NaN
     * ends up in p.
     */
    private void reduceArguments(double[] x, double factor, double limit, int length) {
        if (powers.length < length) {
            powers = new double[length];
            remainders = new double[length];
        }
        double[] t = powers;
        double[] p = remainders;
        for (int i = 0; i < length; i++) {
            double z = Math.min(Math.max(factor * x[i], -limit), limit);
            double rounded = multiplyAdd(z, LOG2_E, ROUNDING_CONSTANT);
            double n = rounded - ROUNDING_CONSTANT;
            p[i] = multiplyAdd(-n, LN2_LOW, multiplyAdd(-n, LN2_HIGH, z));
            t[i] = rounded;
        }
        expm1NearZero(p, length);
        powersOfTwo(t, length);
    }

    /** Replaces each r, |r| ≤ ½ ln 2, by eʳ − 1. */
    static void expm1NearZero(double[] p, int length) {
        for (int i = 0; i < length; i++) {
            double r = p[i];
            double high = multiplyAdd(r, multiplyAdd(r, multiplyAdd(r, multiplyAdd(r, C11, C10), C9), C8), C7);
            double q = multiplyAdd(
                    r, multiplyAdd(r, multiplyAdd(r, multiplyAdd(r, multiplyAdd(r, high, C6), C5), C4), C3), C2);
            p[i] = multiplyAdd(r * r, q, r);
        }
    }

    /** Replaces each {@code n + ROUNDER} by 2ⁿ, −1022 ≤ n ≤ 1023. */
    static void powersOfTwo(double[] rounded, int length) {
        for (int i = 0; i < length; i++) {
            rounded[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(rounded[i]) << 52);
        }
    }
}
