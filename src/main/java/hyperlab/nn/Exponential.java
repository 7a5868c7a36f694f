package hyperlab.nn;

/**
 * Functions made of eˣ over whole arrays, in loops that the JIT compiler vectorises; relative error below 1e-15.
 *
 * <p>With n = round(x/ln 2) and r = x − n·ln 2, |r| ≤ ½ ln 2, it holds that eˣ = 2ⁿ(1 + p) with p = eʳ − 1 from the
 * Taylor polynomial of degree 14, whose remainder is below 2⁻⁶². Keeping 2ⁿ and p apart keeps eˣ − 1 exact near 0.
 */
final class Exponential {
    static final double LOG2_E = 1.4426950408889634;
    /** The leading 32 bits of ln 2, so that a small whole multiple of it is exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Adding 1½·2⁵² rounds to a whole number, which is left in the lowest bits. */
    static final double ROUNDER = 0x1.8p52;

    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5040;
    private static final double C8 = 1.0 / 40320;
    private static final double C9 = 1.0 / 362880;
    private static final double C10 = 1.0 / 3628800;
    private static final double C11 = 1.0 / 39916800;
    private static final double C12 = 1.0 / 479001600;
    private static final double C13 = 1.0 / 6227020800.0;
    private static final double C14 = 1.0 / 87178291200.0;

    /** Twice the coefficients of artanh. */
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
    private static final double A33 = 2.0 / 33;

    private double[] power = new double[0];
    private double[] rest = new double[0];

    /** y[i] = tanh x[i] = (e²ˣ − 1)/(e²ˣ + 1). */
    void tanh(double[] x, double[] y, int length) {
        split(x, 2, 40, length);
        double[] t = power;
        double[] p = rest;
        for (int i = 0; i < length; i++) {
            double tp = t[i] * p[i];
            y[i] = ((t[i] - 1) + tp) / ((t[i] + 1) + tp);
        }
    }

    /** y[i] = 1/(1 + e⁻ˣ), with x held within ±708, where it is 0 or 1 to all but the last of a double's range. */
    void sigmoid(double[] x, double[] y, int length) {
        split(x, -1, 708, length);
        double[] t = power;
        double[] p = rest;
        for (int i = 0; i < length; i++) {
            y[i] = 1 / (1 + (t[i] + t[i] * p[i]));
        }
    }

    /** y[i] = eˣ − 1, with x held within ±708. */
    void minusOne(double[] x, double[] y, int length) {
        split(x, 1, 708, length);
        double[] t = power;
        double[] p = rest;
        for (int i = 0; i < length; i++) {
            y[i] = (t[i] - 1) + t[i] * p[i];
        }
    }

    /** y[i] = eˣ, with x held within ±708. */
    void exp(double[] x, double[] y, int length) {
        split(x, 1, 708, length);
        double[] t = power;
        double[] p = rest;
        for (int i = 0; i < length; i++) {
            y[i] = t[i] + t[i] * p[i];
        }
    }

    /** y[i] = e^(−|x|), with |x| held within 708. */
    void expOfNegativeSize(double[] x, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = -Math.abs(x[i]);
        }
        exp(y, y, length);
    }

    /**
     * y[i] = ln(1 + eˣ) = max(x, 0) + ln(1 + u) with u = e^(−|x|), by ln(1 + u) = 2 artanh s, s = u/(2 + u) ≤ ⅓, whose
     * Taylor series is cut below 2⁻⁵⁵ of it.
     */
    void softplus(double[] x, double[] y, int length) {
        expOfNegativeSize(x, y, length);
        for (int i = 0; i < length; i++) {
            double s = y[i] / (2 + y[i]);
            double q = s * s;
            double high = A9
                    + q
                            * (A11
                                    + q
                                            * (A13
                                                    + q
                                                            * (A15
                                                                    + q
                                                                            * (A17
                                                                                    + q
                                                                                            * (A19
                                                                                                    + q
                                                                                                            * (A21
                                                                                                                    + q
                                                                                                                            * (A23
                                                                                                                                    + q
                                                                                                                                            * (A25
                                                                                                                                                    + q
                                                                                                                                                            * (A27
                                                                                                                                                                    + q
                                                                                                                                                                            * (A29
                                                                                                                                                                                    + q
                                                                                                                                                                                            * (A31
                                                                                                                                                                                                    + q
                                                                                                                                                                                                            * A33)))))))))));
            double series = q * (A3 + q * (A5 + q * (A7 + q * high)));
            y[i] = Math.max(x[i], 0.0) + (2 * s + s * series);
        }
    }

    /** Leaves 2ⁿ and p of factor·x, held within ±limit, in {@link #power} and {@link #rest}; NaN stays in p. */
    private void split(double[] x, double factor, double limit, int length) {
        if (power.length < length) {
            power = new double[length];
            rest = new double[length];
        }
        double[] t = power;
        double[] p = rest;
        for (int i = 0; i < length; i++) {
            double z = Math.min(Math.max(factor * x[i], -limit), limit);
            double rounded = z * LOG2_E + ROUNDER;
            double n = rounded - ROUNDER;
            double r = (z - n * LN2_HIGH) - n * LN2_LOW;
            p[i] = minusOneNearZero(r);
            t[i] = rounded;
        }
        powersOfTwo(t, length);
    }

    /** eʳ − 1, |r| ≤ ½ ln 2. */
    static double minusOneNearZero(double r) {
        double high = C8 + r * (C9 + r * (C10 + r * (C11 + r * (C12 + r * (C13 + r * C14)))));
        double low = C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * (C7 + r * high)))));
        return r + r * r * low;
    }

    /** Turns each {@code n + ROUNDER} into 2ⁿ, −1022 ≤ n ≤ 1023. */
    static void powersOfTwo(double[] rounded, int length) {
        for (int i = 0; i < length; i++) {
            rounded[i] = Double.longBitsToDouble((Double.doubleToRawLongBits(rounded[i]) + 1023) << 52);
        }
    }
}
