package hyperlab.nn;

import hyperlab.nn.kernel.StandardNormal;
import hyperlab.rule.Checks;

/**
 * The specification of an activation function: its name and constants. Learned parameters (PReLU's slope, Maxout's
 * linear pieces) belong to the layer that trains them.
 */
public sealed interface Activation {
    /** The name in files and on the command line: {@code sigmoid}, {@code leakyRelu}, … */
    String name();

    /**
     * f(x). For PReLU this uses the initial slope. Maxout is the maximum of several linear functions of all inputs of a
     * unit; here it uses the fixed lines of {@link ExampleMaxoutUnit}.
     */
    double value(double x);

    /**
     * f′(x). At a kink this is the left-hand derivative: ReLU′(0) = 0, and likewise for the other functions with kinks.
     */
    double derivative(double x);

    /**
     * Whether {@code auto} initialization uses He instead of Xavier. True for the ReLU family: functions that rise with
     * a slope of about 1 on the right and are flat or nearly flat on the left (ReLU, Leaky ReLU, PReLU, ELU, Maxout,
     * softplus, GELU, SiLU and Mish).
     */
    default boolean isRectifier() {
        return false;
    }

    /** f(x) = x. */
    record Linear() implements Activation {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public double value(double x) {
            return x;
        }

        @Override
        public double derivative(double x) {
            return 1;
        }
    }

    /** σ(x) = 1/(1 + e⁻ˣ), range (0, 1), σ′ = σ(1 − σ) ≤ ¼. */
    record Sigmoid() implements Activation {
        @Override
        public String name() {
            return "sigmoid";
        }

        @Override
        public double value(double x) {
            return sigmoid(x);
        }

        @Override
        public double derivative(double x) {
            double e = Math.exp(-Math.abs(x));
            return e / ((1 + e) * (1 + e));
        }
    }

    /** tanh x, range (−1, 1), derivative 1 − tanh² x ≤ 1. */
    record Tanh() implements Activation {
        @Override
        public String name() {
            return "tanh";
        }

        @Override
        public double value(double x) {
            return Math.tanh(x);
        }

        @Override
        public double derivative(double x) {
            double e = Math.exp(-2 * Math.abs(x));
            return 4 * e / ((1 + e) * (1 + e));
        }
    }

    /** max(0, x), range [0, ∞), f′(0) = 0. */
    record Relu() implements Activation {
        @Override
        public String name() {
            return "relu";
        }

        @Override
        public double value(double x) {
            return Math.max(0, x);
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : 0;
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /**
     * x for x &gt; 0, slope·x for x ≤ 0 (Maas, Hannun and Ng 2013).
     *
     * @param slope finite, usually 0.01
     */
    record LeakyRelu(double slope) implements Activation {
        public static final LeakyRelu DEFAULT = new LeakyRelu(0.01);

        public LeakyRelu {
            Checks.finite("slope", slope);
        }

        @Override
        public String name() {
            return "leakyRelu";
        }

        @Override
        public double value(double x) {
            return x > 0 ? x : slope * x;
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : slope;
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /**
     * Leaky ReLU with a learned slope, one per layer (He, Zhang, Ren and Sun 2015, channel-shared variant).
     *
     * @param slope initial value of the learned slope, finite, usually 0.25
     */
    record Prelu(double slope) implements Activation {
        public static final Prelu DEFAULT = new Prelu(0.25);

        public Prelu {
            Checks.finite("slope", slope);
        }

        @Override
        public String name() {
            return "prelu";
        }

        @Override
        public double value(double x) {
            return x > 0 ? x : slope * x;
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : slope;
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /**
     * x for x &gt; 0, α(eˣ − 1) for x ≤ 0 (Clevert, Unterthiner and Hochreiter 2016).
     *
     * @param alpha α &gt; 0, usually 1
     */
    record Elu(double alpha) implements Activation {
        public static final Elu DEFAULT = new Elu(1);

        public Elu {
            Checks.positive("alpha", alpha);
        }

        @Override
        public String name() {
            return "elu";
        }

        @Override
        public double value(double x) {
            return x > 0 ? x : alpha * Math.expm1(x);
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : alpha * Math.exp(x);
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /**
     * The maximum of several learned linear functions of the input (Goodfellow et al. 2013). In a tie, the piece with
     * the lowest index wins.
     *
     * @param pieces number of linear functions, {@value #MIN_PIECES} … {@value #MAX_PIECES}
     */
    record Maxout(int pieces) implements Activation {
        public static final int MIN_PIECES = 2;
        public static final int MAX_PIECES = 64;
        public static final Maxout DEFAULT = new Maxout(2);

        public Maxout {
            Checks.wholeWithin("pieces", pieces, MIN_PIECES, MAX_PIECES);
        }

        @Override
        public String name() {
            return "maxout";
        }

        /** The value of an untrained example unit: {@link ExampleMaxoutUnit}. */
        @Override
        public double value(double x) {
            return exampleUnit().value(x);
        }

        @Override
        public double derivative(double x) {
            return exampleUnit().derivative(x);
        }

        /** The lines of the untrained example unit. */
        public ExampleMaxoutUnit exampleUnit() {
            return new ExampleMaxoutUnit(pieces);
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /** ln(1 + eˣ), range (0, ∞), f′ = σ (Dugas et al. 2001, equation 4). */
    record Softplus() implements Activation {
        @Override
        public String name() {
            return "softplus";
        }

        /** Unlike torch, this does not return x itself above 20, where ln(1 + eˣ) − x is at most 2.1e-9. */
        @Override
        public double value(double x) {
            return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
        }

        @Override
        public double derivative(double x) {
            return sigmoid(x);
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /**
     * λx for x &gt; 0, λα(eˣ − 1) for x ≤ 0. The constants α and λ preserve mean 0 and variance 1 through layers whose
     * weights have variance 1/fan-in (Klambauer, Unterthiner, Mayr and Hochreiter 2017, equations 2 and 14).
     */
    record Selu() implements Activation {
        public static final double ALPHA = 1.6732632423543772;
        public static final double SCALE = 1.0507009873554805;

        @Override
        public String name() {
            return "selu";
        }

        @Override
        public double value(double x) {
            return x > 0 ? SCALE * x : SCALE * ALPHA * Math.expm1(x);
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? SCALE : SCALE * ALPHA * Math.exp(x);
        }

        /**
         * SELU requires a weight variance of 1/fan-in. Between layers of equal width this is Xavier's variance
         * 2/(fan-in + fan-out); He's variance is twice as large.
         */
        @Override
        public boolean isRectifier() {
            return false;
        }
    }

    /**
     * x·Φ(x), where Φ is the standard normal distribution function; not the tanh approximation (Hendrycks and Gimpel
     * 2016).
     */
    record Gelu() implements Activation {
        @Override
        public String name() {
            return "gelu";
        }

        @Override
        public double value(double x) {
            double absX = Math.min(Math.abs(x), StandardNormal.MAX_X);
            return Math.max(0, x) - absX * StandardNormal.tail(absX);
        }

        @Override
        public double derivative(double x) {
            double tail = StandardNormal.tail(Math.abs(x));
            return (x > 0 ? 1 - tail : tail) + x * StandardNormal.density(x);
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /** x·σ(x), also known as Swish with β = 1 (Elfwing, Uchibe and Doya 2018; Ramachandran, Zoph and Le 2018). */
    record Silu() implements Activation {
        @Override
        public String name() {
            return "silu";
        }

        @Override
        public double value(double x) {
            return x * sigmoid(x);
        }

        @Override
        public double derivative(double x) {
            return sigmoid(x) * (1 + x * sigmoid(-x));
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    /** x·tanh(ln(1 + eˣ)) (Misra 2020, equation 1), computed as x·n/(n + 2) with n = eˣ(eˣ + 2). */
    record Mish() implements Activation {
        /** From this x on, n/(n + 2) equals 1 in double precision. */
        private static final double SATURATION_X = 40;

        @Override
        public String name() {
            return "mish";
        }

        @Override
        public double value(double x) {
            double e = Math.exp(Math.min(x, SATURATION_X));
            double n = e * (e + 2);
            return x * (n / (n + 2));
        }

        @Override
        public double derivative(double x) {
            double clamped = Math.min(x, SATURATION_X);
            double e = Math.exp(clamped);
            double n = e * (e + 2);
            return n / (n + 2) + clamped * (4 * e * (1 + e) / ((n + 2) * (n + 2)));
        }

        @Override
        public boolean isRectifier() {
            return true;
        }
    }

    private static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }
}
