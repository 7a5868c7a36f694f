package hyperlab.optim;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all schedules. */
public enum ScheduleConstant implements Constant {
    EVERY("every", "n", NumberRange.wholeAtLeast(1)),
    FACTOR("factor", "γ", NumberRange.POSITIVE),
    FLOOR("floor", "η₀", NumberRange.NOT_NEGATIVE),
    WARMUP("warmup", "w", NumberRange.wholeAtLeast(0));

    private final String key;
    private final String symbol;
    private final NumberRange range;

    ScheduleConstant(String key, String symbol, NumberRange range) {
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
