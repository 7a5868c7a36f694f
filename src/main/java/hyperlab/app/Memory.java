package hyperlab.app;

import hyperlab.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers from one start to the next.
 *
 * @param bounds where it stood; empty to begin with
 * @param maximized whether it filled the screen
 * @param lab which lab was on stage
 * @param language which language was chosen; empty for the system's
 * @param theme light or dark
 * @param recent the files that were opened or saved last, the newest first
 */
record Memory(
        Optional<Bounds> bounds,
        boolean maximized,
        Optional<LabName> lab,
        Optional<Language> language,
        Optional<Theme> theme,
        List<Path> recent) {
    static final Memory NONE =
            new Memory(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    Memory {
        recent = List.copyOf(recent);
    }

    /** A window's place and size, in pixels. */
    record Bounds(double x, double y, double width, double height) {}
}
