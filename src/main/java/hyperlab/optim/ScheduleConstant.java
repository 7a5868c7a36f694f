package hyperlab.optim;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all schedules. */
public enum ScheduleConstant implements Constant {
    EVERY("every", "n", NumberRange.wholeAtLeast(1)),
    FACTOR("factor", "γ", NumberRange.POSITIVE),
    FLOOR("floor", "η₀", NumberRange.NOT_NEGATIVE),
    WARMUP("warmup", "w", NumberRange.wholeAtLeast(0));

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values, but not annotated as such
    private final Definition definition;

    ScheduleConstant(String key, String symbol, NumberRange range) {
        definition = new Definition(key, symbol, range);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
