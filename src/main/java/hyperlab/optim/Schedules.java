package hyperlab.optim;

import java.util.List;

/** The list of all schedules. */
public final class Schedules {
    private static final List<Schedule> ALL = List.of(
            Schedule.ConstantRate.DEFAULT,
            Schedule.StepDecay.DEFAULT,
            Schedule.ExponentialDecay.DEFAULT,
            Schedule.CosineAnnealing.DEFAULT);

    private Schedules() {}

    /** All schedules with their default constants, in the order used in files. */
    public static List<Schedule> all() {
        return ALL;
    }

    /**
     * The schedule with this name, with its default constants.
     *
     * @throws IllegalArgumentException if there is no such schedule
     */
    public static Schedule byName(String name) {
        return ALL.stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
