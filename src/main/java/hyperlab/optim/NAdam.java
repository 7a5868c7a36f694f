package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

/**
 * Adam with Nesterov momentum, as in torch.optim.NAdam, with the moments m and v of {@link Adam}:
 * {@code μₜ = β₁(1 − ½·0.96^(tψ))}, {@code Πₜ = μ₁ · … · μₜ},
 * {@code w ← w − η((1 − μₜ)/(1 − Πₜ) · g + μₜ₊₁/(1 − Πₜ₊₁) · m) / (√v/√(1 − β₂ᵗ) + ε)}. Source: Dozat 2016, algorithm
 * 2, with the schedule for μ from Sutskever et al. 2013.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the square root
 * @param momentumDecay ψ ≥ 0; how fast μ rises from about ½β₁ to β₁
 */
public record NAdam(double beta1, double beta2, double epsilon, double momentumDecay) implements Optimizer {
    public static final NAdam DEFAULT = new NAdam(0.9, 0.999, 1e-8, 0.004);

    /** The base of the schedule for μ, a fixed constant in the source. */
    private static final double MOMENTUM_BASE = 0.96;

    public NAdam {
        Checks.atLeastBelow("beta1", beta1, 0, 1);
        Checks.atLeastBelow("beta2", beta2, 0, 1);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("momentumDecay", momentumDecay);
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new NAdamState(new double[length], new double[length], 0, 1);
    }

    @Override
    public NAdam mapConstants(ConstantMapper mapper) {
        return new NAdam(
                mapper.number(OptimizerConstant.BETA1, beta1),
                mapper.number(OptimizerConstant.BETA2, beta2),
                mapper.number(OptimizerConstant.EPSILON, epsilon),
                mapper.number(OptimizerConstant.MOMENTUM_DECAY, momentumDecay));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.MEAN_AHEAD, UpdateRule.Scale.RMS, false);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.WIDTH, 0.03);
    }

    @Override
    public double firstStepFactor() {
        return 1 + (1 - beta1) * momentumAt(2) / (1 - momentumAt(1) * momentumAt(2));
    }

    @Override
    public String updateFormula() {
        return "w \\leftarrow w - \\frac{\\eta}{\\sqrt{\\hat v} + \\varepsilon}"
                + " \\left(\\frac{1 - \\mu_t}{1 - \\Pi_t}\\,g + \\frac{\\mu_{t+1}}{1 - \\Pi_{t+1}}\\,m\\right)";
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate()
                        + terms.over(
                                terms.direction("\\bar m_{k+1}"), terms.scale("\\sqrt{\\hat v_{k+1}} + \\epsilon")))
                + terms.where("\\bar m_{k+1} = \\tfrac{1 - \\mu_{k+1}}{1 - \\Pi_{k+1}}\\," + terms.gradient()
                        + " + \\tfrac{\\mu_{k+2}}{1 - \\Pi_{k+2}}\\,m_{k+1}");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private double momentumAt(long step) {
        return beta1 * (1 - 0.5 * Math.pow(MOMENTUM_BASE, step * momentumDecay));
    }

    private final class NAdamState implements OptimizerState {
        private final double[] firstMoment;
        private final double[] secondMoment;
        private long stepCount;
        private double momentumProduct;
        private double gradientFactor;
        private double momentFactor;
        private double scaledEpsilon;

        NAdamState(double[] firstMoment, double[] secondMoment, long step, double momentumProduct) {
            this.firstMoment = firstMoment;
            this.secondMoment = secondMoment;
            this.stepCount = step;
            this.momentumProduct = momentumProduct;
        }

        @Override
        public StepTerms terms(double[] gradient) {
            NAdamState after = copy();
            after.step(new double[gradient.length], gradient, 1);
            double ofGradient = (1 - momentumAt(after.stepCount)) / (1 - after.momentumProduct);
            double nextMu = momentumAt(after.stepCount + 1);
            double ofMoment = nextMu / (1 - after.momentumProduct * nextMu);
            double rootOfSecondCorrection = Math.sqrt(1 - Math.pow(beta2, (double) after.stepCount));
            return StepTerms.of(
                    gradient.length,
                    index -> ofGradient * gradient[index] + ofMoment * after.firstMoment[index],
                    index -> ofMoment * after.firstMoment[index],
                    index -> 1 / (Math.sqrt(after.secondMoment[index]) / rootOfSecondCorrection + epsilon),
                    0);
        }

        @Override
        public NAdamState copy() {
            return new NAdamState(firstMoment.clone(), secondMoment.clone(), stepCount, momentumProduct);
        }

        @Override
        public int size() {
            return firstMoment.length + secondMoment.length + 2;
        }

        @Override
        public void begin(double learningRate) {
            stepCount++;
            double mu = momentumAt(stepCount);
            double nextMu = momentumAt(stepCount + 1);
            momentumProduct *= mu;
            double rootOfSecondCorrection = Math.sqrt(1 - Math.pow(beta2, (double) stepCount));
            double size = learningRate * rootOfSecondCorrection;
            gradientFactor = size * (1 - mu) / (1 - momentumProduct);
            momentFactor = size * nextMu / (1 - momentumProduct * nextMu);
            scaledEpsilon = epsilon * rootOfSecondCorrection;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            double ofGradient = gradientFactor;
            double ofMoment = momentFactor;
            double eps = scaledEpsilon;
            double b1 = beta1;
            double b2 = beta2;
            double oneMinusB1 = 1 - beta1;
            double oneMinusB2 = 1 - beta2;
            double[] firstMoments = firstMoment;
            double[] secondMoments = secondMoment;
            for (int i = from; i < to; i++) {
                double g = gradient[i];
                double m = Underflow.flushToZero(b1 * firstMoments[i] + oneMinusB1 * g);
                double v = Underflow.flushToZero(b2 * secondMoments[i] + oneMinusB2 * (g * g));
                firstMoments[i] = m;
                secondMoments[i] = v;
                parameters[i] -= (ofGradient * g + ofMoment * m) / (Math.sqrt(v) + eps);
            }
        }
    }
}
