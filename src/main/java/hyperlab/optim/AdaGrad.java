package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * AdaGrad as in torch.optim.Adagrad, without learning-rate decay and with sums that start at 0: {@code s ← s + g²},
 * {@code w ← w − ηg/(√s + ε)}. Source: Duchi, Hazan and Singer 2011, figure 1, with a diagonal matrix.
 *
 * @param epsilon ε &gt; 0, outside the square root
 */
public record AdaGrad(double epsilon) implements Optimizer {
    public static final AdaGrad DEFAULT = new AdaGrad(1e-10);

    public AdaGrad {
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new AdaGradState(new double[length]);
    }

    private final class AdaGradState implements OptimizerState {
        private final double[] sum;

        AdaGradState(double[] sum) {
            this.sum = sum;
        }

        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            double eps = epsilon;
            double[] sums = sum;
            for (int i = 0; i < parameters.length; i++) {
                double g = gradient[i];
                double s = sums[i] + g * g;
                sums[i] = s;
                parameters[i] -= learningRate * g / (Math.sqrt(s) + eps);
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            AdaGradState after = new AdaGradState(sum.clone());
            after.step(new double[gradient.length], gradient, 1);
            return StepTerms.of(gradient, index -> 1 / (Math.sqrt(after.sum[index]) + epsilon));
        }

        @Override
        public OptimizerState copy() {
            return new AdaGradState(sum.clone());
        }

        @Override
        public int size() {
            return sum.length;
        }
    }
}
