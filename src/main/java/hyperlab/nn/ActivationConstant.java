package hyperlab.nn;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all activation functions. */
public enum ActivationConstant implements Constant {
    SLOPE("slope", "α", NumberRange.FINITE),
    ALPHA("alpha", "α", NumberRange.POSITIVE),
    PIECES("pieces", "k", NumberRange.wholeWithin(Activation.Maxout.MIN_PIECES, Activation.Maxout.MAX_PIECES));

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values, but not annotated as such
    private final Definition definition;

    ActivationConstant(String key, String symbol, NumberRange range) {
        definition = new Definition(key, symbol, range);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
