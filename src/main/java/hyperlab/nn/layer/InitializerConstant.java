package hyperlab.nn.layer;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all initializers. */
public enum InitializerConstant implements Constant {
    RANGE("range", "r", NumberRange.POSITIVE);

    private final String key;
    private final String symbol;
    private final NumberRange range;

    InitializerConstant(String key, String symbol, NumberRange range) {
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
