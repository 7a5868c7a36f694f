package hyperlab.lab.learningrate;

import java.util.List;
import java.util.Locale;

/** How a function of two variables is shown. */
enum SurfaceView {
    /** From above, with contours. */
    CONTOURS,
    /** As a surface that can be turned. */
    ROTATABLE;

    /** The name used in node ids and message keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<SurfaceView> all() {
        return List.of(values());
    }
}
