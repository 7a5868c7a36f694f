package hyperlab.app.training;

import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;

/** One step of each optimizer, in LaTeX. */
final class Formulas {
    private Formulas() {}

    static String of(Optimizer optimizer) {
        if (optimizer instanceof Adam) {
            return "w \\leftarrow w - \\eta\\,\\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}";
        }
        if (optimizer instanceof Sgd sgd) {
            if (sgd.momentum() == 0) {
                return "w \\leftarrow w - \\eta\\,g";
            }
            return sgd.nesterov()
                    ? "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\,(g + \\mu v)"
                    : "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\,v";
        }
        return "w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{v} + \\varepsilon},\\quad v \\leftarrow \\alpha v + (1 - \\alpha) g^2";
    }
}
