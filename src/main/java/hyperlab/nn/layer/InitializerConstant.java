package hyperlab.nn.layer;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all initializers. */
public enum InitializerConstant implements Constant {
    RANGE("range", "r");

    private final String key;
    private final String symbol;

    InitializerConstant(String key, String symbol) {
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
            case RANGE -> NumberRange.POSITIVE;
        };
    }
}
