package hyperlab.nn;

/**
 * Functions made of eˣ over whole arrays, in loops that the JIT compiler vectorises; relative error below 1e-15.
 *
 * <p>With n = round(x/ln 2) and r = x − n·ln 2, |r| ≤ ½ ln 2, it holds that eˣ = 2ⁿ(1 + p) with p = eʳ − 1 from the
 * Taylor polynomial of degree 14, whose remainder is below 2⁻⁶². Keeping 2ⁿ and p apart keeps eˣ − 1 exact near 0.
 */
final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;
    /** The leading 32 bits of ln 2, so that a small whole multiple of it is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Adding 1½·2⁵² rounds to a whole number, which is left in the lowest bits. */
    private static final double ROUNDER = 0x1.8p52;

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
            double high = C8 + r * (C9 + r * (C10 + r * (C11 + r * (C12 + r * (C13 + r * C14)))));
            double low = C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * (C7 + r * high)))));
            p[i] = r + r * r * low;
            t[i] = rounded;
        }
        for (int i = 0; i < length; i++) {
            t[i] = Double.longBitsToDouble((Double.doubleToRawLongBits(t[i]) + 1023) << 52);
        }
    }
}
