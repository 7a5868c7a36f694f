package hyperlab.nn;

import hyperlab.nn.kernel.ElementwiseFunction;
import hyperlab.nn.kernel.SmoothRectifiers;
import hyperlab.nn.kernel.StandardNormal;
import hyperlab.nn.layer.ElementwiseLayer;
import hyperlab.nn.layer.Layer;
import hyperlab.nn.layer.MaxoutLayer;
import hyperlab.nn.layer.PreluLayer;
import hyperlab.rule.Checks;
import hyperlab.rule.Component;
import hyperlab.rule.ConstantMapper;
import java.util.List;

/**
 * The specification of an activation function: its name and constants. Learned parameters (PReLU's slope, Maxout's
 * linear pieces) belong to the layer that trains them.
 */
public sealed interface Activation extends Component<Activation> {
    /** All functions with their default constants, in the order used in files. */
    static List<Activation> all() {
        return List.of(
                new Sigmoid(),
                new Tanh(),
                new Relu(),
                LeakyRelu.DEFAULT,
                Prelu.DEFAULT,
                Elu.DEFAULT,
                Maxout.DEFAULT,
                new Linear(),
                new Softplus(),
                new Selu(),
                new Gelu(),
                new Silu(),
                new Mish(),
                new Hardswish());
    }

    /**
     * The function with this name, with its default constants.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    static Activation byName(String name) {
        return Component.named(name, all());
    }

    /**
     * f(x). For PReLU this uses the initial slope. Maxout is the maximum of several linear functions of all inputs of a
     * unit; here it uses the fixed lines of {@link ExampleMaxoutUnit}.
     */
    double value(double x);

    /**
     * f′(x). At a kink this is the left-hand derivative: ReLU′(0) = 0, and likewise for the other functions with kinks,
     * except that Hardswish′(3) = 1.
     */
    double derivative(double x);

    /**
     * Whether {@code auto} initialization uses He instead of Xavier. True for the ReLU family: functions that rise with
     * a slope of about 1 on the right and are flat or nearly flat on the left (ReLU, Leaky ReLU, PReLU, ELU, Maxout,
     * softplus, GELU, SiLU, Mish and Hardswish).
     */
    default boolean isRectifier() {
        return false;
    }

    /** The number of linear pieces of a unit, each with weights of its own: 1 except for Maxout. */
    default int pieces() {
        return 1;
    }

    /** Range, kinks and symmetry with the current constants. */
    ActivationShape shape();

    /** f(x) in LaTeX, with the values of the constants. */
    String formula();

    /** f′(x) in LaTeX, with the values of the constants. */
    String derivativeFormula();

    /**
     * Creates the layers that compute this function after a dense layer or a convolution; none for the linear function.
     *
     * @param positions number of positions of one map; 1 after a dense layer
     */
    List<Layer> createLayers(int positions);

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each function.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Sigmoid sigmoid);

        R visit(Tanh tanh);

        R visit(Relu relu);

        R visit(LeakyRelu leakyRelu);

        R visit(Prelu prelu);

        R visit(Elu elu);

        R visit(Maxout maxout);

        R visit(Linear linear);

        R visit(Softplus softplus);

        R visit(Selu selu);

        R visit(Gelu gelu);

        R visit(Silu silu);

        R visit(Mish mish);

        R visit(Hardswish hardswish);
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

        @Override
        public Linear mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.smooth(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
        }

        @Override
        public String formula() {
            return "f(x) = x";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = 1";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Sigmoid mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.smooth(0, 1, false);
        }

        @Override
        public String formula() {
            return "\\sigma(x) = \\frac{1}{1 + e^{-x}}";
        }

        @Override
        public String derivativeFormula() {
            return "\\sigma'(x) = \\sigma(x)\\,(1 - \\sigma(x)) \\le \\frac{1}{4}";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.Sigmoid()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Tanh mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.smooth(-1, 1, true);
        }

        @Override
        public String formula() {
            return "\\tanh x = \\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}";
        }

        @Override
        public String derivativeFormula() {
            return "\\tanh' x = 1 - \\tanh^2 x \\le 1";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.Tanh()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Relu mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.leakyRelu(0, false);
        }

        @Override
        public String formula() {
            return "f(x) = \\max(0,\\, x)";
        }

        @Override
        public String derivativeFormula() {
            return FormulaText.cases("f'(x)", "1", "0");
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.Relu()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public LeakyRelu mapConstants(ConstantMapper mapper) {
            return new LeakyRelu(mapper.number(ActivationConstant.SLOPE, slope));
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.leakyRelu(slope, false);
        }

        @Override
        public String formula() {
            return FormulaText.cases("f(x)", "x", FormulaText.times(slope, "x"));
        }

        @Override
        public String derivativeFormula() {
            return FormulaText.cases("f'(x)", "1", FormulaText.number(slope));
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.LeakyRelu(slope)));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Prelu mapConstants(ConstantMapper mapper) {
            return new Prelu(mapper.number(ActivationConstant.SLOPE, slope));
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.leakyRelu(slope, true);
        }

        @Override
        public String formula() {
            return FormulaText.cases("f(x)", "x", "a\\,x,\\; a = " + FormulaText.number(slope));
        }

        @Override
        public String derivativeFormula() {
            return FormulaText.cases("f'(x)", "1", "a") + "\\quad \\frac{\\partial f}{\\partial a} = \\min(0, x)";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new PreluLayer(slope));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Elu mapConstants(ConstantMapper mapper) {
            return new Elu(mapper.number(ActivationConstant.ALPHA, alpha));
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.elu(-alpha, alpha != 1);
        }

        @Override
        public String formula() {
            return FormulaText.cases(
                    "f(x)", "x", alpha == 1 ? "e^{x} - 1" : FormulaText.number(alpha) + "\\,(e^{x} - 1)");
        }

        @Override
        public String derivativeFormula() {
            return FormulaText.cases("f'(x)", "1", FormulaText.times(alpha, "e^{x}"));
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.Elu(alpha, 1)));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Maxout mapConstants(ConstantMapper mapper) {
            return new Maxout(mapper.integer(ActivationConstant.PIECES, pieces));
        }

        @Override
        public ActivationShape shape() {
            return new ActivationShape(
                    value(0),
                    Double.POSITIVE_INFINITY,
                    true,
                    false,
                    false,
                    exampleUnit().kinks(),
                    true);
        }

        @Override
        public String formula() {
            return "f(x) = \\max_{1 \\le j \\le " + pieces + "} (w_j x + b_j)";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = w_{j^*},\\quad j^* = \\arg\\max_j (w_j x + b_j)";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new MaxoutLayer(pieces, positions));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Softplus mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.smooth(0, Double.POSITIVE_INFINITY, false);
        }

        @Override
        public String formula() {
            return "f(x) = \\ln(1 + e^{x})";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = \\sigma(x)";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new SmoothRectifiers.Softplus()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Selu mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.elu(-SCALE * ALPHA, true);
        }

        @Override
        public String formula() {
            return FormulaText.cases("f(x)", "\\lambda x", "\\lambda\\alpha\\,(e^{x} - 1)")
                    + "\\quad \\begin{array}{l} \\lambda \\approx 1.0507 \\\\ \\alpha \\approx 1.6733 \\end{array}";
        }

        @Override
        public String derivativeFormula() {
            return FormulaText.cases("f'(x)", "\\lambda", "\\lambda\\alpha\\,e^{x}");
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.Elu(ALPHA, SCALE)));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * x·Φ(x), where Φ is the standard normal distribution function; not the tanh approximation (Hendrycks and Gimpel
     * 2016).
     */
    record Gelu() implements Activation {
        /** At x = −0.75179…, where Φ(x) = −xφ(x). */
        private static final double MINIMUM = -0.16997120747990366;

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

        @Override
        public Gelu mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.withMinimum(MINIMUM);
        }

        @Override
        public String formula() {
            return "f(x) = x\\,\\Phi(x),\\quad \\Phi(x) = \\frac{1}{2}\\left(1 + \\mathrm{erf}\\frac{x}{\\sqrt{2}}\\right)";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = \\Phi(x) + x\\,\\varphi(x),\\quad \\varphi(x) = \\frac{e^{-x^2/2}}{\\sqrt{2\\pi}}";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new SmoothRectifiers.Gelu()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** x·σ(x), also known as Swish with β = 1 (Elfwing, Uchibe and Doya 2018; Ramachandran, Zoph and Le 2018). */
    record Silu() implements Activation {
        /** −W(1/e), with the Lambert W function, at x = −1 − W(1/e) = −1.27846… */
        private static final double MINIMUM = -0.2784645427610738;

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

        @Override
        public Silu mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.withMinimum(MINIMUM);
        }

        @Override
        public String formula() {
            return "f(x) = x\\,\\sigma(x) = \\frac{x}{1 + e^{-x}}";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = \\sigma(x) + x\\,\\sigma(x)\\,(1 - \\sigma(x))";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new SmoothRectifiers.Silu()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** x·tanh(ln(1 + eˣ)) (Misra 2020, equation 1), computed as x·n/(n + 2) with n = eˣ(eˣ + 2). */
    record Mish() implements Activation {
        /** At x = −1.19243… */
        private static final double MINIMUM = -0.30884341301725043;

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

        @Override
        public Mish mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return ActivationShape.withMinimum(MINIMUM);
        }

        @Override
        public String formula() {
            return "f(x) = x\\,\\tanh(\\ln(1 + e^{x}))";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = t + x\\,(1 - t^2)\\,\\sigma(x),\\quad t = \\tanh(\\ln(1 + e^{x}))";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new SmoothRectifiers.Mish()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * x·min(max(x + 3, 0), 6)/6, a piecewise approximation of SiLU (Howard et al. 2019, section 5.2). Its minimum
     * −0.375 is at x = −1.5.
     */
    record Hardswish() implements Activation {
        private static final double LIMIT = 3;

        @Override
        public String name() {
            return "hardswish";
        }

        @Override
        public double value(double x) {
            return Math.max(x, -LIMIT) * (Math.min(Math.max(x + LIMIT, 0), 2 * LIMIT) / (2 * LIMIT)) + 0.0;
        }

        /** At the kinks 0 for x = −3 and 1 for x = 3. PyTorch up to 2.6 has −0.5 and 1.5 there. */
        @Override
        public double derivative(double x) {
            if (x <= -LIMIT) {
                return 0;
            }
            return x >= LIMIT ? 1 : (2 * x + LIMIT) / (2 * LIMIT);
        }

        @Override
        public boolean isRectifier() {
            return true;
        }

        @Override
        public Hardswish mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public ActivationShape shape() {
            return new ActivationShape(
                    -0.375, Double.POSITIVE_INFINITY, true, false, false, List.of(-LIMIT, LIMIT), false);
        }

        @Override
        public String formula() {
            return "f(x) = \\frac{x}{6}\\,\\min(\\max(x + 3,\\, 0),\\, 6)";
        }

        @Override
        public String derivativeFormula() {
            return "f'(x) = \\begin{cases} 0 & \\quad x \\le -3 \\\\ \\frac{2x + 3}{6} & \\quad -3 < x < 3 \\\\"
                    + " 1 & \\quad x \\ge 3 \\end{cases}";
        }

        @Override
        public List<Layer> createLayers(int positions) {
            return List.of(new ElementwiseLayer(new ElementwiseFunction.Hardswish()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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
