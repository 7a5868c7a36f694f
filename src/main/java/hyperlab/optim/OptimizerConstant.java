package hyperlab.optim;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all optimizers. */
public enum OptimizerConstant implements Constant {
    MOMENTUM("momentum", "μ"),
    DECAY("decay", "α"),
    RHO("rho", "ρ"),
    BETA1("beta1", "β₁"),
    BETA2("beta2", "β₂"),
    EPSILON("epsilon", "ε"),
    MOMENTUM_DECAY("momentumDecay", "ψ"),
    WEIGHT_DECAY("weightDecay", "λ");

    private final String key;
    private final String symbol;

    OptimizerConstant(String key, String symbol) {
        this.key = key;
        this.symbol = symbol;
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
        return switch (this) {
            case MOMENTUM, DECAY, RHO, BETA1, BETA2 -> NumberRange.FRACTION;
            case EPSILON -> NumberRange.POSITIVE;
            case MOMENTUM_DECAY, WEIGHT_DECAY -> NumberRange.NOT_NEGATIVE;
        };
    }
}
