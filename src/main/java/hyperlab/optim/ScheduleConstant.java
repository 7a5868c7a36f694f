package hyperlab.optim;

import java.util.OptionalDouble;

/** The numbers that schedules are given, by name, for whoever shows or sets them one by one. */
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

    /** What {@code schedule} has for it; empty if it has no such constant. */
    public OptionalDouble of(Schedule schedule) {
        if (this == WARMUP) {
            return OptionalDouble.of(schedule.warmup());
        }
        if (schedule instanceof Schedule.Step step) {
            return this == EVERY
                    ? OptionalDouble.of(step.every())
                    : this == FACTOR ? OptionalDouble.of(step.factor()) : OptionalDouble.empty();
        }
        if (schedule instanceof Schedule.Exponential exponential && this == FACTOR) {
            return OptionalDouble.of(exponential.factor());
        }
        return schedule instanceof Schedule.Cosine cosine && this == FLOOR
                ? OptionalDouble.of(cosine.floor())
                : OptionalDouble.empty();
    }

    /**
     * The same schedule with another value, if it has such a constant.
     *
     * @throws hyperlab.rule.Refusal for a value that the schedule may not have
     */
    public Schedule with(Schedule schedule, double value) {
        if (of(schedule).isEmpty()) {
            return schedule;
        }
        int warmup = this == WARMUP ? (int) value : schedule.warmup();
        if (schedule instanceof Schedule.Step step) {
            return new Schedule.Step(
                    this == EVERY ? (int) value : step.every(), this == FACTOR ? value : step.factor(), warmup);
        } else if (schedule instanceof Schedule.Exponential exponential) {
            return new Schedule.Exponential(this == FACTOR ? value : exponential.factor(), warmup);
        } else if (schedule instanceof Schedule.Cosine cosine) {
            return new Schedule.Cosine(this == FLOOR ? value : cosine.floor(), warmup);
        }
        return new Schedule.Constant(warmup);
    }
}
