package hyperlab.lab.training.settings;

import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;

/** The update rule of each optimizer, in LaTeX. */
public final class OptimizerFormulas {
    private static final String ADAM = "\\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}";

    private OptimizerFormulas() {}

    public static String of(Optimizer optimizer) {
        if (optimizer instanceof Sgd sgd) {
            if (sgd.momentum() == 0) {
                return "w \\leftarrow w - \\eta\\,g";
            }
            return sgd.nesterov()
                    ? "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\,(g + \\mu v)"
                    : "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\,v";
        } else if (optimizer instanceof AdaGrad) {
            return "w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{s} + \\varepsilon},\\quad s \\leftarrow s + g^2";
        } else if (optimizer instanceof AdaDelta) {
            return "d = \\sqrt{\\frac{u + \\varepsilon}{v + \\varepsilon}}\\,g,\\quad w \\leftarrow w - \\eta\\,d";
        } else if (optimizer instanceof Adam) {
            return "w \\leftarrow w - \\eta\\," + ADAM;
        } else if (optimizer instanceof NAdam) {
            return "w \\leftarrow w - \\frac{\\eta}{\\sqrt{\\hat v} + \\varepsilon}"
                    + " \\left(\\frac{1 - \\mu_t}{1 - \\Pi_t}\\,g + \\frac{\\mu_{t+1}}{1 - \\Pi_{t+1}}\\,m\\right)";
        } else if (optimizer instanceof AdamW) {
            return "w \\leftarrow (1 - \\eta\\lambda)\\,w - \\eta\\," + ADAM;
        }
        return "w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{v} + \\varepsilon},\\quad v \\leftarrow \\alpha v + (1 - \\alpha) g^2";
    }
}
