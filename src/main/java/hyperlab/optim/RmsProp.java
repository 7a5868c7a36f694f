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
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new RmsPropState(new double[length]);
    }

    private final class RmsPropState implements OptimizerState {
        private final double[] meanSquares;

        RmsPropState(double[] meanSquares) {
            this.meanSquares = meanSquares;
        }

        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            double alpha = decay;
            double oneMinusAlpha = 1 - decay;
            double eps = epsilon;
            double[] squares = meanSquares;
            for (int i = 0; i < parameters.length; i++) {
                double g = gradient[i];
                double v = Underflow.flushToZero(alpha * squares[i] + oneMinusAlpha * (g * g));
                squares[i] = v;
                parameters[i] -= learningRate * g / (Math.sqrt(v) + eps);
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            RmsPropState after = new RmsPropState(meanSquares.clone());
            after.step(new double[gradient.length], gradient, 1);
            return StepTerms.of(gradient, index -> 1 / (Math.sqrt(after.meanSquares[index]) + epsilon));
        }

        @Override
        public OptimizerState copy() {
            return new RmsPropState(meanSquares.clone());
        }

        @Override
        public int size() {
            return meanSquares.length;
        }
    }
}
