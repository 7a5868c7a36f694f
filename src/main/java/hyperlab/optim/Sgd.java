package hyperlab.optim;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;

/**
 * Stochastic gradient descent as torch.optim.SGD (dampening 0): {@code v ← μv + g}, then {@code w ← w − ηv}, or with
 * Nesterov's momentum {@code w ← w − η(g + μv)}; the first v is g itself.
 *
 * @param momentum μ in [0, 1)
 * @param nesterov asks for a momentum above 0
 */
public record Sgd(double momentum, boolean nesterov) implements Optimizer {
    public static final Sgd DEFAULT = new Sgd(0, false);

    public Sgd {
        Rules.atLeastBelow("momentum", momentum, 0, 1);
        if (nesterov && momentum == 0) {
            throw new Refusal("nesterov", "needs a momentum > 0, got momentum 0");
        }
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public OptimizerState start(int length) {
        return momentum == 0 ? Sgd::plainStep : momentumState(new double[length]);
    }

    private static void plainStep(double[] parameters, double[] gradient, double learningRate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= learningRate * gradient[i];
        }
    }

    private OptimizerState momentumState(double[] velocity) {
        return (parameters, gradient, learningRate) -> {
            for (int i = 0; i < parameters.length; i++) {
                velocity[i] = momentum * velocity[i] + gradient[i];
                double direction = nesterov ? gradient[i] + momentum * velocity[i] : velocity[i];
                parameters[i] -= learningRate * direction;
            }
        };
    }
}
