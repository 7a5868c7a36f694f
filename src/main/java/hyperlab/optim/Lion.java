package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

/**
 * Lion (evolved sign momentum) with decoupled weight decay: {@code c = β₁m + (1 − β₁)g}, {@code w ← w − η(sign(c) +
 * λw)}, {@code m ← β₂m + (1 − β₂)g}, with sign(0) = 0. Every coordinate moves by η, whatever the size of its gradient.
 * Like a {@link Penalty}, the decay applies to weights only. Source: Chen et al. 2023, algorithm 2.
 *
 * @param beta1 β₁ in [0, 1), the share of earlier gradients in the direction
 * @param beta2 β₂ in [0, 1), the share of the running mean that each step keeps
 * @param weightDecay λ ≥ 0
 */
public record Lion(double beta1, double beta2, double weightDecay) implements Optimizer {
    public static final Lion DEFAULT = new Lion(0.9, 0.99, 0.01);

    public Lion {
        Checks.atLeastBelow("beta1", beta1, 0, 1);
        Checks.atLeastBelow("beta2", beta2, 0, 1);
        Checks.notNegative("weightDecay", weightDecay);
    }

    @Override
    public String name() {
        return "lion";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new LionState(new double[length], appliesWeightDecay ? weightDecay : 0);
    }

    @Override
    public Lion mapConstants(ConstantMapper mapper) {
        return new Lion(
                mapper.number(OptimizerConstant.BETA1, beta1),
                mapper.number(OptimizerConstant.BETA2, beta2),
                mapper.number(OptimizerConstant.WEIGHT_DECAY, weightDecay));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.INTERPOLATION, UpdateRule.Scale.MAGNITUDE, true);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.WIDTH, 0.01);
    }

    @Override
    public double firstStepFactor() {
        return 1;
    }

    @Override
    public String updateFormula() {
        return "w \\leftarrow (1 - \\eta\\lambda)\\,w - \\eta\\,\\mathrm{sign}(\\beta_1 m + (1 - \\beta_1)\\,g),"
                + "\\quad m \\leftarrow \\beta_2 m + (1 - \\beta_2)\\,g";
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate()
                        + terms.over(terms.direction("c_{k+1}"), terms.scale("|c_{k+1}|"))
                        + " - "
                        + terms.decay("\\eta\\lambda\\," + terms.position()))
                + terms.where("c_{k+1} = \\beta_1 m_k + (1-\\beta_1)\\," + terms.gradient());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private final class LionState implements OptimizerState {
        private final double[] mean;
        private final double decay;
        private double learningRate;

        LionState(double[] mean, double decay) {
            this.mean = mean;
            this.decay = decay;
        }

        private double direction(int index, double gradient) {
            return beta1 * mean[index] + (1 - beta1) * gradient;
        }

        @Override
        public void begin(double newLearningRate) {
            learningRate = newLearningRate;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            double rate = learningRate;
            double decayFactor = 1 - rate * decay;
            double oneMinusBeta2 = 1 - beta2;
            for (int i = from; i < to; i++) {
                double g = gradient[i];
                parameters[i] = decayFactor * parameters[i] - rate * Math.signum(direction(i, g));
                mean[i] = Underflow.flushToZero(beta2 * mean[i] + oneMinusBeta2 * g);
            }
        }

        /** The scale is 1/|c|, which turns c into its sign; 1 for c = 0. It is finite even if c is subnormal. */
        @Override
        public StepTerms terms(double[] gradient) {
            return StepTerms.of(
                    gradient.length,
                    index -> direction(index, gradient[index]),
                    index -> beta1 * mean[index],
                    index -> {
                        double magnitude = Math.abs(direction(index, gradient[index]));
                        return magnitude == 0 ? 1 : 1 / Math.max(magnitude, Double.MIN_NORMAL);
                    },
                    decay);
        }

        @Override
        public OptimizerState copy() {
            return new LionState(mean.clone(), decay);
        }

        @Override
        public int size() {
            return mean.length;
        }
    }
}
