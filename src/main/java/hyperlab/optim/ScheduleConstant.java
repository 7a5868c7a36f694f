package hyperlab.optim;

import hyperlab.rule.Constant;
import hyperlab.rule.NumberRange;

/** The constants of all schedules. */
public enum ScheduleConstant implements Constant {
    EVERY("every", "n"),
    FACTOR("factor", "γ"),
    FLOOR("floor", "η₀"),
    WARMUP("warmup", "w");

    private final String key;
    private final String symbol;

    ScheduleConstant(String key, String symbol) {
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
            case EVERY -> NumberRange.wholeAtLeast(1);
            case FACTOR -> NumberRange.POSITIVE;
            case FLOOR -> NumberRange.NOT_NEGATIVE;
            case WARMUP -> NumberRange.wholeAtLeast(0);
        };
    }
}
