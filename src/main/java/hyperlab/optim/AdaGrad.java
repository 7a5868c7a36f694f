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
    public OptimizerState start(int length, boolean decays) {
        return new SquareSum(new double[length]);
    }

    private final class SquareSum implements OptimizerState {
        private final double[] sum;

        SquareSum(double[] sum) {
            this.sum = sum;
        }

        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            double floor = epsilon;
            double[] sums = sum;
            for (int i = 0; i < parameters.length; i++) {
                double g = gradient[i];
                double s = sums[i] + g * g;
                sums[i] = s;
                parameters[i] -= learningRate * g / (Math.sqrt(s) + floor);
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            SquareSum after = new SquareSum(sum.clone());
            after.step(new double[gradient.length], gradient, 1);
            return StepTerms.of(gradient, index -> 1 / (Math.sqrt(after.sum[index]) + epsilon));
        }

        @Override
        public OptimizerState copy() {
            return new SquareSum(sum.clone());
        }

        @Override
        public int numbers() {
            return sum.length;
        }
    }
}
