package hyperlab.lab.activation;

import hyperlab.nn.Activation;
import java.math.BigDecimal;

/** The LaTeX formulas of each activation function and its derivative, with the current values of its constants. */
final class ActivationFormulas {
    private ActivationFormulas() {}

    static String value(Activation activation) {
        if (activation instanceof Activation.Sigmoid) {
            return "\\sigma(x) = \\frac{1}{1 + e^{-x}}";
        } else if (activation instanceof Activation.Tanh) {
            return "\\tanh x = \\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}";
        } else if (activation instanceof Activation.Relu) {
            return "f(x) = \\max(0,\\, x)";
        } else if (activation instanceof Activation.LeakyRelu leaky) {
            return cases("f(x)", "x", times(leaky.slope(), "x"));
        } else if (activation instanceof Activation.Prelu prelu) {
            return cases("f(x)", "x", "a\\,x,\\; a = " + number(prelu.slope()));
        } else if (activation instanceof Activation.Elu elu) {
            return cases("f(x)", "x", elu.alpha() == 1 ? "e^{x} - 1" : number(elu.alpha()) + "\\,(e^{x} - 1)");
        } else if (activation instanceof Activation.Maxout maxout) {
            return "f(x) = \\max_{1 \\le j \\le " + maxout.pieces() + "} (w_j x + b_j)";
        } else if (activation instanceof Activation.Softplus) {
            return "f(x) = \\ln(1 + e^{x})";
        } else if (activation instanceof Activation.Selu) {
            return cases("f(x)", "\\lambda x", "\\lambda\\alpha\\,(e^{x} - 1)")
                    + "\\quad \\begin{array}{l} \\lambda \\approx 1.0507 \\\\ \\alpha \\approx 1.6733 \\end{array}";
        } else if (activation instanceof Activation.Gelu) {
            return "f(x) = x\\,\\Phi(x),\\quad \\Phi(x) = \\frac{1}{2}\\left(1 + \\mathrm{erf}\\frac{x}{\\sqrt{2}}\\right)";
        } else if (activation instanceof Activation.Silu) {
            return "f(x) = x\\,\\sigma(x) = \\frac{x}{1 + e^{-x}}";
        } else if (activation instanceof Activation.Mish) {
            return "f(x) = x\\,\\tanh(\\ln(1 + e^{x}))";
        }
        return "f(x) = x";
    }

    static String derivative(Activation activation) {
        if (activation instanceof Activation.Sigmoid) {
            return "\\sigma'(x) = \\sigma(x)\\,(1 - \\sigma(x)) \\le \\frac{1}{4}";
        } else if (activation instanceof Activation.Tanh) {
            return "\\tanh' x = 1 - \\tanh^2 x \\le 1";
        } else if (activation instanceof Activation.Relu) {
            return cases("f'(x)", "1", "0");
        } else if (activation instanceof Activation.LeakyRelu leaky) {
            return cases("f'(x)", "1", number(leaky.slope()));
        } else if (activation instanceof Activation.Prelu) {
            return cases("f'(x)", "1", "a") + "\\quad \\frac{\\partial f}{\\partial a} = \\min(0, x)";
        } else if (activation instanceof Activation.Elu elu) {
            return cases("f'(x)", "1", times(elu.alpha(), "e^{x}"));
        } else if (activation instanceof Activation.Maxout) {
            return "f'(x) = w_{j^*},\\quad j^* = \\arg\\max_j (w_j x + b_j)";
        } else if (activation instanceof Activation.Softplus) {
            return "f'(x) = \\sigma(x)";
        } else if (activation instanceof Activation.Selu) {
            return cases("f'(x)", "\\lambda", "\\lambda\\alpha\\,e^{x}");
        } else if (activation instanceof Activation.Gelu) {
            return "f'(x) = \\Phi(x) + x\\,\\varphi(x),\\quad \\varphi(x) = \\frac{e^{-x^2/2}}{\\sqrt{2\\pi}}";
        } else if (activation instanceof Activation.Silu) {
            return "f'(x) = \\sigma(x) + x\\,\\sigma(x)\\,(1 - \\sigma(x))";
        } else if (activation instanceof Activation.Mish) {
            return "f'(x) = t + x\\,(1 - t^2)\\,\\sigma(x),\\quad t = \\tanh(\\ln(1 + e^{x}))";
        }
        return "f'(x) = 1";
    }

    private static String cases(String name, String above, String below) {
        return name + " = \\begin{cases} " + above + " & \\quad x > 0 \\\\ " + below
                + " & \\quad x \\le 0 \\end{cases}";
    }

    private static String times(double factor, String of) {
        return factor == 1 ? of : number(factor) + "\\," + of;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
