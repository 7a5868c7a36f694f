package hyperlab.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateFolderTest {
    private static final Path HOME = Path.of("/home/someone");

    private static Path locate(String system, Map<String, String> environment, Path... existing) {
        return StateFolder.locate(system, environment, HOME, Set.of(existing)::contains);
    }

    @Test
    void isWhereThePlatformKeepsSettings() {
        assertEquals(HOME.resolve(".config/hyperlab"), locate("Linux", Map.of()));
        assertEquals(Path.of("/conf/hyperlab"), locate("Linux", Map.of("XDG_CONFIG_HOME", "/conf")));
        assertEquals(HOME.resolve(".config/hyperlab"), locate("Linux", Map.of("XDG_CONFIG_HOME", "relative")));
        assertEquals(Path.of("/seat/.config/hyperlab"), locate("Linux", Map.of("HOME", "/seat")));
        assertEquals(Path.of("/conf/hyperlab"), locate("Linux", Map.of("HOME", "/seat", "XDG_CONFIG_HOME", "/conf")));
        assertEquals(HOME.resolve("Library/Application Support/Hyperlab"), locate("Mac OS X", Map.of()));
        assertEquals(HOME.resolve("AppData/Roaming/Hyperlab"), locate("Windows 11", Map.of()));
        assertEquals(Path.of("/roaming/Hyperlab"), locate("Windows 11", Map.of("APPDATA", "/roaming")));
    }

    @Test
    void isTheFolderThatTheUserNames() {
        Map<String, String> named = Map.of("HYPERLAB_HOME", "/classroom", "XDG_CONFIG_HOME", "/conf");
        assertEquals(Path.of("/classroom"), locate("Linux", named, Path.of("/conf/hyperlab")));
        assertEquals(HOME.resolve(".config/hyperlab"), locate("Linux", Map.of("HYPERLAB_HOME", " ")));
    }

    @Test
    void staysWhereTheStateAlreadyIs() {
        Map<String, String> moved = Map.of("XDG_CONFIG_HOME", "/conf");
        Path before = HOME.resolve(".config/hyperlab");
        assertEquals(before, locate("Linux", moved, before));
        assertEquals(Path.of("/conf/hyperlab"), locate("Linux", moved, before, Path.of("/conf/hyperlab")));
        assertEquals(HOME.resolve(".hyperlab"), locate("Linux", Map.of(), HOME.resolve(".hyperlab")));
        assertEquals(HOME.resolve(".hyperlab"), locate("Mac OS X", Map.of(), HOME.resolve(".hyperlab")));
    }
}
