package hyperlab.optim;

import java.util.List;

/** The schedules there are. */
public final class Schedules {
    private static final List<Schedule> ALL = List.of(
            Schedule.Constant.DEFAULT, Schedule.Step.DEFAULT, Schedule.Exponential.DEFAULT, Schedule.Cosine.DEFAULT);

    private Schedules() {}

    /** Each with its usual constants, in the order in which files name them. */
    public static List<Schedule> all() {
        return ALL;
    }

    /** The one of that name, with its usual constants. */
    public static Schedule named(String name) {
        return ALL.stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
