package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

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

    @Override
    public AdaGrad mapConstants(ConstantMapper mapper) {
        return new AdaGrad(mapper.number(OptimizerConstant.EPSILON, epsilon));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.GRADIENT, UpdateRule.Scale.SUM, false);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.WIDTH, 0.12);
    }

    @Override
    public double firstStepFactor() {
        return 1;
    }

    @Override
    public String updateFormula() {
        return "w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{s} + \\varepsilon},\\quad s \\leftarrow s + g^2";
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate() + terms.over(terms.gradient(), terms.scale("\\sqrt{s_{k+1}} + \\epsilon")))
                + terms.where("s_{k+1} = s_k + " + terms.squaredGradient());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private final class AdaGradState implements OptimizerState {
        private final double[] sum;
        private double learningRate;

        AdaGradState(double[] sum) {
            this.sum = sum;
        }

        @Override
        public void begin(double newLearningRate) {
            learningRate = newLearningRate;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            double rate = learningRate;
            double eps = epsilon;
            double[] sums = sum;
            for (int i = from; i < to; i++) {
                double g = gradient[i];
                double s = sums[i] + g * g;
                sums[i] = s;
                parameters[i] -= rate * g / (Math.sqrt(s) + eps);
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
