package hyperlab.app.descent;

import java.util.Locale;

/** What can be changed in the lab and undone by name. */
enum RateSetting {
    FUNCTION,
    FORMULA,
    CURVATURE,
    TILT,
    AMPLITUDE,
    START,
    STEPS,
    RATE,
    OPTIMIZER,
    RACERS,
    VISIBLE;

    static RateSetting ofConstant(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Message key of the setting's name in undo and redo. */
    String undoKey() {
        return "rate.undo." + name().toLowerCase(Locale.ROOT);
    }
}
