package hyperlab.nn.kernel;

/**
 * The standard normal density φ(x) = e^(−x²/2)/√(2π) and upper tail Q(x) = ½ erfc(x/√2) for x ≥ 0, so that Φ(−x) =
 * Q(x). The relative error is below 1.5e-15. An x above {@value #MAX_X}, where Q is 5e-308, is replaced by that
 * limit.
 *
 * <p>Q(x)·e^(x²/2)·(x + 5) is smooth on [0, ∞) and is approximated by one polynomial in t = (5 − 1¼x)/(x + 5): the
 * Chebyshev series on 0 ≤ x ≤ 40, truncated after degree 21, with an error of 3e-17. This is the method of Shepherd and
 * Laframboise 1981, Mathematics of Computation 36, for erfc, with newly computed coefficients. The exponent is exact:
 * with h = x rounded to a multiple of 2⁻²⁰, −x²/2 = −h²/2 − (x − h)(x + h)/2, where h² needs no rounding.
 */
public final class StandardNormal {
    public static final double MAX_X = 37.5;

    private static final double INVERSE_ROOT_2_PI = 0.3989422804014327;
    /** Adding 1½·2³² rounds to a multiple of 2⁻²⁰. */
    private static final double ROUNDING_CONSTANT = 0x1.8p32;

    private static final double SHIFT = 5;
    private static final double SLOPE = 1.25;
    private static final double C0 = 0.8496957717177204;
    private static final double C1 = 0.700464927168313;
    private static final double C2 = 0.48437498414282987;
    private static final double C3 = 0.27811948195866815;
    private static final double C4 = 0.1294816507505332;
    private static final double C5 = 0.04643984847116147;
    private static final double C6 = 0.011238259243220876;
    private static final double C7 = 8.922359983750749E-4;
    private static final double C8 = -5.313521491914194E-4;
    private static final double C9 = -1.9836149567616763E-4;
    private static final double C10 = 4.02695760057382E-6;
    private static final double C11 = 1.8309491606217896E-5;
    private static final double C12 = 1.981344332207263E-6;
    private static final double C13 = -1.631588265489851E-6;
    private static final double C14 = -3.140320201214876E-7;
    private static final double C15 = 1.6561373958573773E-7;
    private static final double C16 = 3.717661388345906E-8;
    private static final double C17 = -1.946131216575611E-8;
    private static final double C18 = -3.6448497460275923E-9;
    private static final double C19 = 2.286432381715812E-9;
    private static final double C20 = 2.29989758703786E-10;
    private static final double C21 = -1.7982145219164412E-10;

    private double[] powers = new double[0];
    private double[] remainders = new double[0];
    private double[] gaussians = new double[0];

    /** Q(x), x ≥ 0. */
    public static double tail(double x) {
        double clamped = Math.min(x, MAX_X);
        return gaussian(clamped) * scaledTail(clamped);
    }

    /** φ(x). */
    public static double density(double x) {
        return gaussian(Math.min(Math.abs(x), MAX_X)) * INVERSE_ROOT_2_PI;
    }

    /** e^(−x²/2), x ≥ 0. */
    private static double gaussian(double x) {
        double h = (x + ROUNDING_CONSTANT) - ROUNDING_CONSTANT;
        return Math.exp(-0.5 * (h * h)) * Math.exp(-0.5 * (x - h) * (x + h));
    }

    /** tail[i] = Q(|x[i]|) for i &lt; length; the arrays must be different. */
    void tails(double[] x, double[] tail, int length) {
        computeGaussians(x, length);
        double[] gaussian = gaussians;
        double[] t = powers;
        double[] sum = remainders;
        for (int i = 0; i < length; i++) {
            double absX = Math.min(Math.abs(x[i]), MAX_X);
            double q = 1 / (absX + SHIFT);
            t[i] = (SHIFT - SLOPE * absX) * q;
            tail[i] = gaussian[i] * q;
        }
        for (int i = 0; i < length; i++) {
            sum[i] = lastPart(t[i]);
        }
        for (int i = 0; i < length; i++) {
            sum[i] = middlePart(t[i], sum[i]);
        }
        for (int i = 0; i < length; i++) {
            tail[i] *= firstPart(t[i], sum[i]);
        }
    }

    /** density[i] = φ(x[i]) and tail[i] = Q(|x[i]|) for i &lt; length; the arrays must be different. */
    void densitiesAndTails(double[] x, double[] density, double[] tail, int length) {
        tails(x, tail, length);
        fillDensities(density, length);
    }

    /** density[i] = φ(x[i]) for i &lt; length; the arrays must be different. */
    void densities(double[] x, double[] density, int length) {
        computeGaussians(x, length);
        fillDensities(density, length);
    }

    private void fillDensities(double[] density, int length) {
        double[] gaussian = gaussians;
        for (int i = 0; i < length; i++) {
            density[i] = gaussian[i] * INVERSE_ROOT_2_PI;
        }
    }

    /** Q(x)·e^(x²/2), 0 ≤ x ≤ {@value #MAX_X}. */
    private static double scaledTail(double x) {
        double q = 1 / (x + SHIFT);
        double t = (SHIFT - SLOPE * x) * q;
        return firstPart(t, middlePart(t, lastPart(t))) * q;
    }

    // One polynomial in three parts, each short enough for a loop that the JIT compiler vectorizes

    private static double lastPart(double t) {
        return C15 + t * (C16 + t * (C17 + t * (C18 + t * (C19 + t * (C20 + t * C21)))));
    }

    private static double middlePart(double t, double last) {
        return C8 + t * (C9 + t * (C10 + t * (C11 + t * (C12 + t * (C13 + t * (C14 + t * last))))));
    }

    private static double firstPart(double t, double middle) {
        double inner = C2 + t * (C3 + t * (C4 + t * (C5 + t * (C6 + t * (C7 + t * middle)))));
        return C0 + t * (C1 + t * inner);
    }

    /** Stores e^(−x²/2) in {@link #gaussians}. */
    private void computeGaussians(double[] x, int length) {
        if (powers.length < length) {
            powers = new double[length];
            remainders = new double[length];
            gaussians = new double[length];
        }
        double[] t = powers;
        double[] p = remainders;
        double[] gaussian = gaussians;
        for (int i = 0; i < length; i++) {
            double absX = Math.min(Math.abs(x[i]), MAX_X);
            double h = (absX + ROUNDING_CONSTANT) - ROUNDING_CONSTANT;
            gaussian[i] = -0.5 * (h * h);
            p[i] = 0.5 * (absX - h) * (absX + h);
        }
        for (int i = 0; i < length; i++) {
            double rounded = gaussian[i] * ExponentialFunctions.LOG2_E + ExponentialFunctions.ROUNDING_CONSTANT;
            double n = rounded - ExponentialFunctions.ROUNDING_CONSTANT;
            p[i] = ((gaussian[i] - n * ExponentialFunctions.LN2_HIGH) - n * ExponentialFunctions.LN2_LOW) - p[i];
            t[i] = rounded;
        }
        ExponentialFunctions.expm1NearZero(p, length);
        ExponentialFunctions.powersOfTwo(t, length);
        for (int i = 0; i < length; i++) {
            gaussian[i] = t[i] + t[i] * p[i];
        }
    }
}
