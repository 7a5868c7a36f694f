package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

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

    @Override
    public RmsProp mapConstants(ConstantMapper mapper) {
        return new RmsProp(
                mapper.number(OptimizerConstant.DECAY, decay), mapper.number(OptimizerConstant.EPSILON, epsilon));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.GRADIENT, UpdateRule.Scale.RMS, false);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.WIDTH, 0.01);
    }

    @Override
    public double firstStepFactor() {
        return 1 / Math.sqrt(1 - decay);
    }

    @Override
    public String updateFormula() {
        return "w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{v} + \\varepsilon},\\quad v \\leftarrow \\alpha v + (1 - \\alpha) g^2";
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate() + terms.over(terms.gradient(), terms.scale("\\sqrt{v_{k+1}} + \\epsilon")))
                + terms.where("v_{k+1} = \\alpha v_k + (1-\\alpha)\\," + terms.squaredGradient());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private final class RmsPropState implements OptimizerState {
        private final double[] meanSquares;
        private double learningRate;

        RmsPropState(double[] meanSquares) {
            this.meanSquares = meanSquares;
        }

        @Override
        public void begin(double newLearningRate) {
            learningRate = newLearningRate;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            double rate = learningRate;
            double alpha = decay;
            double oneMinusAlpha = 1 - decay;
            double eps = epsilon;
            double[] squares = meanSquares;
            for (int i = from; i < to; i++) {
                double g = gradient[i];
                double v = Underflow.flushToZero(alpha * squares[i] + oneMinusAlpha * (g * g));
                squares[i] = v;
                parameters[i] -= rate * g / (Math.sqrt(v) + eps);
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
