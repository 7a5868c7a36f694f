package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import java.util.List;
import java.util.Locale;

/** What is walked on: a function of one variable, or of two. */
public enum Plane {
    CURVE(1),
    SURFACE(2);

    private final int dimensions;

    Plane(int dimensions) {
        this.dimensions = dimensions;
    }

    static Plane of(DescentSetup setup) {
        return setup.start().size() == 1 ? CURVE : SURFACE;
    }

    /** How many variables its functions have. */
    int dimensions() {
        return dimensions;
    }

    /** In ids and message keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Plane> all() {
        return List.of(values());
    }
}
