package hyperlab.app;

import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.Preferences;
import hyperlab.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The window state that is saved between sessions.
 *
 * @param bounds the window's bounds; empty at the first start
 * @param maximized whether the window was maximized
 * @param lab the lab that was on stage
 * @param language the chosen language; empty for the system's
 * @param theme light or dark
 * @param recent the most recently opened or saved files, newest first
 * @param preferences what the user has set
 */
record WindowState(
        Optional<WindowRectangle> bounds,
        boolean maximized,
        Optional<LabName> lab,
        Optional<Language> language,
        Optional<Theme> theme,
        List<Path> recent,
        Preferences preferences) {
    static final WindowState NONE = new WindowState(
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Preferences.DEFAULT);

    WindowState {
        recent = List.copyOf(recent);
    }

    /** A window's position and size, in pixels. */
    record WindowRectangle(double x, double y, double width, double height) {}
}
