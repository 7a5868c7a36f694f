package hyperlab.nn;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all activation functions. */
public enum ActivationConstant implements Constant {
    SLOPE("slope", "α", NumberRange.FINITE),
    ALPHA("alpha", "α", NumberRange.POSITIVE),
    PIECES("pieces", "k", NumberRange.wholeWithin(Activation.Maxout.MIN_PIECES, Activation.Maxout.MAX_PIECES));

    private final String key;
    private final String symbol;
    private final NumberRange range;

    ActivationConstant(String key, String symbol, NumberRange range) {
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
