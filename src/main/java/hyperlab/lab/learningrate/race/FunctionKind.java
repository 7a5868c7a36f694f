package hyperlab.lab.learningrate.race;

import hyperlab.descent.DescentSetup;
import java.util.List;
import java.util.Locale;

/** Whether the function has one variable (a curve) or two (a surface). */
public enum FunctionKind {
    CURVE(1),
    SURFACE(2);

    private final int dimensions;

    FunctionKind(int dimensions) {
        this.dimensions = dimensions;
    }

    public static FunctionKind of(DescentSetup setup) {
        return setup.start().size() == 1 ? CURVE : SURFACE;
    }

    /** The number of variables. */
    int dimensions() {
        return dimensions;
    }

    /** The name used in node ids and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<FunctionKind> kinds() {
        return List.of(values());
    }
}
