package hyperlab.batch;

import java.util.List;
import java.util.Locale;

/** What runs with different batch sizes have in common when they are compared. */
public enum ComparisonBasis {
    /** The same number of passes over the data. */
    EPOCHS,
    /** The same number of steps. */
    STEPS,
    /** The same time, as measured on this machine. */
    SECONDS;

    /** The name used in files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<ComparisonBasis> all() {
        return List.of(values());
    }
}
