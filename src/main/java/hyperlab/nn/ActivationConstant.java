package hyperlab.nn;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all activation functions. */
public enum ActivationConstant implements Constant {
    SLOPE("slope", "α"),
    ALPHA("alpha", "α"),
    PIECES("pieces", "k");

    private final String key;
    private final String symbol;

    ActivationConstant(String key, String symbol) {
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
            case SLOPE -> NumberRange.FINITE;
            case ALPHA -> NumberRange.POSITIVE;
            case PIECES -> NumberRange.wholeWithin(Activation.Maxout.MIN_PIECES, Activation.Maxout.MAX_PIECES);
        };
    }
}
