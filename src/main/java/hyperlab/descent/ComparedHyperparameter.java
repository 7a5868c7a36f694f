package hyperlab.descent;

import java.util.List;
import java.util.Locale;

/** The hyperparameter in which the runs of a comparison differ. It also determines their labels. */
public enum ComparedHyperparameter {
    /** The runs differ in their learning rates. */
    RATES,
    /** The runs differ in their optimizers. */
    OPTIMIZERS;

    /** The name used in files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<ComparedHyperparameter> all() {
        return List.of(values());
    }
}
