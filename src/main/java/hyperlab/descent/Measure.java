package hyperlab.descent;

import java.util.List;
import java.util.Locale;

/** By what one tells how far a walk has come. */
public enum Measure {
    /** By how high f is above its lowest known minimum. */
    VALUE,
    /** By how far the point is from the nearest known minimum. */
    DISTANCE,
    /** By the learning rate of the step, which the schedule sets. */
    RATE;

    /** The name in files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them. */
    public static List<Measure> all() {
        return List.of(values());
    }
}
