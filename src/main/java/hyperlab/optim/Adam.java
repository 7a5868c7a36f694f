package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.ConstantMapper;

/**
 * Adam as in torch.optim.Adam: {@code m ← β₁m + (1 − β₁)g}, {@code v ← β₂v + (1 − β₂)g²},
 * {@code w ← w − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)}. Source: Kingma and Ba 2015, algorithm 1.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the square root
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    public static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-8);

    public Adam {
        Checks.atLeastBelow("beta1", beta1, 0, 1);
        Checks.atLeastBelow("beta2", beta2, 0, 1);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return new AdamState(length, beta1, beta2, epsilon, 0);
    }

    @Override
    public Adam mapConstants(ConstantMapper mapper) {
        return new Adam(
                mapper.number(OptimizerConstant.BETA1, beta1),
                mapper.number(OptimizerConstant.BETA2, beta2),
                mapper.number(OptimizerConstant.EPSILON, epsilon));
    }

    @Override
    public UpdateRule updateRule() {
        return new UpdateRule(UpdateRule.Direction.MEAN, UpdateRule.Scale.RMS, false);
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
        return "w \\leftarrow w - \\eta\\," + AdamState.UPDATE_FORMULA;
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        return terms.move(terms.rate() + AdamState.stepFormula(terms)) + AdamState.meanDefinition(terms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
