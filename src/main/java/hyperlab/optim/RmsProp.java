package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * RMSprop as in torch.optim.RMSprop (not centered, without momentum): {@code v ← αv + (1 − α)g²},
 * {@code w ← w − ηg/(√v + ε)}. Source: Tieleman and Hinton 2012, lecture 6.5.
 *
 * @param decay α in [0, 1)
 * @param epsilon ε &gt; 0, outside the square root
 */
public record RmsProp(double decay, double epsilon) implements Optimizer {
    public static final RmsProp DEFAULT = new RmsProp(0.99, 1e-8);

    public RmsProp {
        Checks.atLeastBelow("decay", decay, 0, 1);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public OptimizerState start(int length, boolean decays) {
        return new MeanSquare(new double[length]);
    }

    private final class MeanSquare implements OptimizerState {
        private final double[] square;

        MeanSquare(double[] square) {
            this.square = square;
        }

        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            double kept = decay;
            double added = 1 - decay;
            double floor = epsilon;
            double[] squares = square;
            for (int i = 0; i < parameters.length; i++) {
                double g = gradient[i];
                double v = Underflow.flushed(kept * squares[i] + added * (g * g));
                squares[i] = v;
                parameters[i] -= learningRate * g / (Math.sqrt(v) + floor);
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            MeanSquare after = new MeanSquare(square.clone());
            after.step(new double[gradient.length], gradient, 1);
            return StepTerms.of(gradient, index -> 1 / (Math.sqrt(after.square[index]) + epsilon));
        }

        @Override
        public OptimizerState copy() {
            return new MeanSquare(square.clone());
        }

        @Override
        public int numbers() {
            return square.length;
        }
    }
}
