package hyperlab.nn.layer;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all initializers. */
public enum InitializerConstant implements Constant {
    RANGE("range", "r", NumberRange.POSITIVE);

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values, but not annotated as such
    private final Definition definition;

    InitializerConstant(String key, String symbol, NumberRange range) {
        definition = new Definition(key, symbol, range);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
