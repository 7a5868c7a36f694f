package hyperlab.optim;

import hyperlab.rule.Rules;

/**
 * Adam as torch.optim.Adam: {@code m ← β₁m + (1 − β₁)g}, {@code v ← β₂v + (1 − β₂)g²},
 * {@code w ← w − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)}. Kingma and Ba 2015, algorithm 1.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the root
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    public static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-8);

    public Adam {
        Rules.atLeastBelow("beta1", beta1, 0, 1);
        Rules.atLeastBelow("beta2", beta2, 0, 1);
        Rules.positive("epsilon", epsilon);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public OptimizerState start(int length) {
        return new Moments(new double[length], new double[length], 0);
    }

    private final class Moments implements OptimizerState {
        private final double[] mean;
        private final double[] square;
        private long step;

        Moments(double[] mean, double[] square, long step) {
            this.mean = mean;
            this.square = square;
            this.step = step;
        }

        @Override
        public OptimizerState copy() {
            return new Moments(mean.clone(), square.clone(), step);
        }

        @Override
        public int numbers() {
            return mean.length + square.length + 1;
        }

        /** With both corrections drawn out of the loop: {@code w ← w − (η·r/(1 − β₁ᵗ))·m / (√v + ε·r)}, r = √(1 − β₂ᵗ). */
        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            step++;
            double root = Math.sqrt(1 - Math.pow(beta2, (double) step));
            double size = learningRate * root / (1 - Math.pow(beta1, (double) step));
            move(parameters, gradient, size, epsilon * root);
        }

        private void move(double[] parameters, double[] gradient, double size, double floor) {
            double keptMean = beta1;
            double keptSquare = beta2;
            double newMean = 1 - beta1;
            double newSquare = 1 - beta2;
            double[] means = mean;
            double[] squares = square;
            for (int i = 0; i < parameters.length; i++) {
                double g = gradient[i];
                double m = keptMean * means[i] + newMean * g;
                double v = keptSquare * squares[i] + newSquare * (g * g);
                means[i] = m;
                squares[i] = v;
                parameters[i] -= size * m / (Math.sqrt(v) + floor);
            }
        }
    }
}
