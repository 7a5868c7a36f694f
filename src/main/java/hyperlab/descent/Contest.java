package hyperlab.descent;

import java.util.List;
import java.util.Locale;

/** What the racers of a race differ in, and so what they are called by. */
public enum Contest {
    /** In their learning rates. */
    RATES,
    /** In their optimizers. */
    OPTIMIZERS;

    /** The name in files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them. */
    public static List<Contest> all() {
        return List.of(values());
    }
}
