package hyperlab.app.state;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which settings, sessions and progress are kept. */
public final class StateFolder {
    /** Environment variable that names the folder. */
    public static final String VARIABLE = "HYPERLAB_HOME";

    private StateFolder() {}

    /**
     * The folder that {@value #VARIABLE} names, or else the platform's usual one. A folder from an earlier start is
     * still used if the usual one has moved since, for instance because {@code XDG_CONFIG_HOME} was set: nothing is
     * lost.
     *
     * @param exists whether a folder exists
     */
    public static Path locate(String system, Map<String, String> environment, Path home, Predicate<Path> exists) {
        Optional<Path> given = path(environment.get(VARIABLE));
        if (given.isPresent()) {
            return given.get().toAbsolutePath();
        }
        Path usual = usual(system, environment, home);
        return Stream.concat(Stream.of(usual), earlier(system, home).stream())
                .filter(exists)
                .findFirst()
                .orElse(usual);
    }

    private static Path usual(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return absolute(environment.get("APPDATA"))
                    .orElse(home.resolve("AppData/Roaming"))
                    .resolve("Hyperlab");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Hyperlab");
        }
        // Java takes user.home from the list of users, not from HOME.
        return absolute(environment.get("XDG_CONFIG_HOME"))
                .or(() -> absolute(environment.get("HOME")).map(given -> given.resolve(".config")))
                .orElse(home.resolve(".config"))
                .resolve("hyperlab");
    }

    /** Where the state may be from a time when the variables had other values. */
    private static List<Path> earlier(String system, Path home) {
        String usual = system.startsWith("Windows") ? "AppData/Roaming/Hyperlab" : ".config/hyperlab";
        return List.of(home.resolve(usual), home.resolve(".hyperlab"));
    }

    private static Optional<Path> absolute(@Nullable String value) {
        return path(value).filter(Path::isAbsolute);
    }

    private static Optional<Path> path(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
