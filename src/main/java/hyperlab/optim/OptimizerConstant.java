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

    private final String key;
    private final String symbol;
    private final NumberRange range;

    OptimizerConstant(String key, String symbol, NumberRange range) {
        this.key = key;
        this.symbol = symbol;
        this.range = range;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public NumberRange range() {
        return range;
    }
}
