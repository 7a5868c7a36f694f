package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

/**
 * AdaDelta as in torch.optim.Adadelta: {@code v ← ρv + (1 − ρ)g²}, {@code d = √((u + ε)/(v + ε)) · g},
 * {@code u ← ρu + (1 − ρ)d²}, {@code w ← w − ηd}. The step d already has the unit of w, so η is a dimensionless factor;
 * the original paper has η = 1. Source: Zeiler 2012, algorithm 1.
 *
 * @param rho ρ in [0, 1)
 * @param epsilon ε &gt; 0, inside the square roots
 */
public record AdaDelta(double rho, double epsilon) implements Optimizer {
    public static final AdaDelta DEFAULT = new AdaDelta(0.9, 1e-6);

    public AdaDelta {
        Checks.atLeastBelow("rho", rho, 0, 1);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new AdaDeltaState(new double[length], new double[length]);
    }

    @Override
    public AdaDelta mapConstants(ConstantMapper mapper) {
        return new AdaDelta(
                mapper.number(OptimizerConstant.RHO, rho), mapper.number(OptimizerConstant.EPSILON, epsilon));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.GRADIENT, UpdateRule.Scale.RATIO, false);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.NONE, 1);
    }

    @Override
    public double firstStepFactor() {
        return Math.sqrt(epsilon / (1 - rho));
    }

    @Override
    public String updateFormula() {
        return "d = \\sqrt{\\frac{u + \\varepsilon}{v + \\varepsilon}}\\,g,\\quad w \\leftarrow w - \\eta\\,d";
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate()
                        + terms.scale("\\sqrt{\\frac{u_k + \\epsilon}{v_{k+1} + \\epsilon}}")
                        + "\\,"
                        + terms.gradient())
                + terms.where("v_{k+1} = \\rho v_k + (1-\\rho)\\," + terms.squaredGradient());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private final class AdaDeltaState implements OptimizerState {
        private final double[] meanSquareGradients;
        private final double[] meanSquareSteps;
        private double learningRate;

        AdaDeltaState(double[] meanSquareGradients, double[] meanSquareSteps) {
            this.meanSquareGradients = meanSquareGradients;
            this.meanSquareSteps = meanSquareSteps;
        }

        @Override
        public void begin(double newLearningRate) {
            learningRate = newLearningRate;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            double rate = learningRate;
            double decay = rho;
            double oneMinusDecay = 1 - rho;
            double eps = epsilon;
            double[] squares = meanSquareGradients;
            double[] steps = meanSquareSteps;
            for (int i = from; i < to; i++) {
                double g = gradient[i];
                double v = Underflow.flushToZero(decay * squares[i] + oneMinusDecay * (g * g));
                double u = steps[i];
                double d = Math.sqrt((u + eps) / (v + eps)) * g;
                squares[i] = v;
                steps[i] = Underflow.flushToZero(decay * u + oneMinusDecay * (d * d));
                parameters[i] -= rate * d;
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            AdaDeltaState after = new AdaDeltaState(meanSquareGradients.clone(), meanSquareSteps.clone());
            after.step(new double[gradient.length], gradient, 1);
            return StepTerms.of(
                    gradient,
                    index -> Math.sqrt(
                            (meanSquareSteps[index] + epsilon) / (after.meanSquareGradients[index] + epsilon)));
        }

        @Override
        public OptimizerState copy() {
            return new AdaDeltaState(meanSquareGradients.clone(), meanSquareSteps.clone());
        }

        @Override
        public int size() {
            return meanSquareGradients.length + meanSquareSteps.length;
        }
    }
}
