package hyperlab.optim;

import java.util.OptionalDouble;

/** The constants of all schedules by name, for code that displays or changes them one at a time. */
public enum ScheduleConstant {
    EVERY("every"),
    FACTOR("factor"),
    FLOOR("floor"),
    WARMUP("warmup");

    private final String id;

    ScheduleConstant(String id) {
        this.id = id;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    /** The value of this constant in {@code schedule}; empty if the schedule does not have it. */
    public OptionalDouble valueIn(Schedule schedule) {
        if (this == WARMUP) {
            return OptionalDouble.of(schedule.warmup());
        }
        if (schedule instanceof Schedule.StepDecay step) {
            return this == EVERY
                    ? OptionalDouble.of(step.every())
                    : this == FACTOR ? OptionalDouble.of(step.factor()) : OptionalDouble.empty();
        }
        if (schedule instanceof Schedule.ExponentialDecay exponential && this == FACTOR) {
            return OptionalDouble.of(exponential.factor());
        }
        return schedule instanceof Schedule.CosineAnnealing cosine && this == FLOOR
                ? OptionalDouble.of(cosine.floor())
                : OptionalDouble.empty();
    }

    /**
     * Returns the schedule with a new value for this constant, or the same schedule if it does not have this constant.
     *
     * @throws hyperlab.rule.InvalidInputException if the value is out of range for this schedule
     */
    public Schedule with(Schedule schedule, double value) {
        if (valueIn(schedule).isEmpty()) {
            return schedule;
        }
        int warmup = this == WARMUP ? (int) value : schedule.warmup();
        if (schedule instanceof Schedule.StepDecay step) {
            return new Schedule.StepDecay(
                    this == EVERY ? (int) value : step.every(), this == FACTOR ? value : step.factor(), warmup);
        } else if (schedule instanceof Schedule.ExponentialDecay exponential) {
            return new Schedule.ExponentialDecay(this == FACTOR ? value : exponential.factor(), warmup);
        } else if (schedule instanceof Schedule.CosineAnnealing cosine) {
            return new Schedule.CosineAnnealing(this == FLOOR ? value : cosine.floor(), warmup);
        }
        return new Schedule.ConstantRate(warmup);
    }
}
