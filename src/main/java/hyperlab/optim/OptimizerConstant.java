package hyperlab.optim;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all optimizers. */
public enum OptimizerConstant implements Constant {
    MOMENTUM("momentum", "μ", NumberRange.FRACTION),
    DECAY("decay", "α", NumberRange.FRACTION),
    RHO("rho", "ρ", NumberRange.FRACTION),
    BETA1("beta1", "β₁", NumberRange.FRACTION),
    BETA2("beta2", "β₂", NumberRange.FRACTION),
    EPSILON("epsilon", "ε", NumberRange.POSITIVE),
    MOMENTUM_DECAY("momentumDecay", "ψ", NumberRange.NOT_NEGATIVE),
    WEIGHT_DECAY("weightDecay", "λ", NumberRange.NOT_NEGATIVE);

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values, but not annotated as such
    private final Definition definition;

    OptimizerConstant(String key, String symbol, NumberRange range) {
        definition = new Definition(key, symbol, range);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
