package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

/**
 * Adam with decoupled weight decay, as in torch.optim.AdamW: {@code w ← (1 − ηλ)w}, followed by the step of
 * {@link Adam} with the gradient computed before the decay. Like a {@link Penalty}, the decay applies to weights only.
 * Source: Loshchilov and Hutter 2019, algorithm 2, with the schedule included in η.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the square root
 * @param weightDecay λ ≥ 0
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    public static final AdamW DEFAULT = new AdamW(0.9, 0.999, 1e-8, 0.01);

    public AdamW {
        Checks.atLeastBelow("beta1", beta1, 0, 1);
        Checks.atLeastBelow("beta2", beta2, 0, 1);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("weightDecay", weightDecay);
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new AdamState(length, beta1, beta2, epsilon, appliesWeightDecay ? weightDecay : 0);
    }

    @Override
    public AdamW mapConstants(ConstantMapper mapper) {
        return new AdamW(
                mapper.number(OptimizerConstant.BETA1, beta1),
                mapper.number(OptimizerConstant.BETA2, beta2),
                mapper.number(OptimizerConstant.EPSILON, epsilon),
                mapper.number(OptimizerConstant.WEIGHT_DECAY, weightDecay));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.MEAN, UpdateRule.Scale.RMS, true);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.WIDTH, 0.03);
    }

    @Override
    public double firstStepFactor() {
        return 1;
    }

    @Override
    public String updateFormula() {
        return "w \\leftarrow (1 - \\eta\\lambda)\\,w - \\eta\\," + AdamState.UPDATE_FORMULA;
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate() + AdamState.stepFormula(terms) + " - "
                        + terms.decay("\\eta\\lambda\\," + terms.position()))
                + AdamState.meanDefinition(terms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
