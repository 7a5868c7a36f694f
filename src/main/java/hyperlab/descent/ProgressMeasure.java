package hyperlab.descent;

import java.util.List;
import java.util.Locale;

/** The quantity that is plotted against the step to show the progress of a descent. */
public enum ProgressMeasure {
    /** How far f is above its lowest known minimum. */
    VALUE,
    /** The distance from the point to the nearest known minimum. */
    DISTANCE,
    /** The learning rate of the step, which the schedule sets. */
    RATE;

    /** The name used in files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<ProgressMeasure> all() {
        return List.of(values());
    }
}
