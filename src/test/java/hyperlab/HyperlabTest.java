package hyperlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperlabTest {
    @Test
    void opensWindowWithoutArguments() {
        assertTrue(Hyperlab.opensWindow(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lab", "--lab=training", "--language", "--theme", "--present"})
    void anOptionOfTheWindowAsksForTheWindow(String first) {
        assertTrue(Hyperlab.opensWindow(new String[] {first, "ko"}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons.hyperlab.json", "runs/moons", "runs\\moons", "chart.png"})
    void aFileAsksForTheWindow(String first) {
        assertTrue(Hyperlab.opensWindow(new String[] {first}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "demo", "trian", "--help", "--version", "--labs", "-h"})
    void anythingElseIsForTheCommandLine(String first) {
        assertFalse(Hyperlab.opensWindow(new String[] {first, "moons.hyperlab.json"}));
    }

    @Test
    void helpInALanguageIsForTheCommandLine() {
        assertFalse(Hyperlab.opensWindow(new String[] {"--language", "ko", "--help"}));
    }

    @Test
    void aVerbMayFollowTheLanguage() {
        assertEquals(List.of("train", "a.json", "--language", "ko"), verbFirst("--language", "ko", "train", "a.json"));
        assertEquals(List.of("demo", "--language=en"), verbFirst("--language=en", "demo"));
        for (List<String> unchanged : List.of(
                List.of("--language", "ko"),
                List.of("--language", "ko", "--present"),
                List.of("--language", "ko", "moons.hyperlab.json"),
                List.of("--lab", "map", "train"),
                List.of("train", "--language", "ko"),
                List.<String>of())) {
            assertEquals(unchanged, verbFirst(unchanged.toArray(String[]::new)));
        }
    }

    private static List<String> verbFirst(String... args) {
        return List.of(Hyperlab.verbFirst(args));
    }

    @Test
    void isHeadlessOnLinuxWithoutXOrWayland() {
        assertTrue(Hyperlab.isHeadless("Linux", Map.of()));
        assertTrue(Hyperlab.isHeadless("Linux", Map.of("DISPLAY", "")));
        assertFalse(Hyperlab.isHeadless("Linux", Map.of("DISPLAY", ":0")));
        assertFalse(Hyperlab.isHeadless("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
    }

    @Test
    void isNotHeadlessOnOtherSystems() {
        assertFalse(Hyperlab.isHeadless("Mac OS X", Map.of()));
        assertFalse(Hyperlab.isHeadless("Windows 11", Map.of()));
    }

    @Test
    void recognizesThatALibraryOfTheToolkitIsMissing() {
        assertTrue(Hyperlab.isToolkitMissing(new UnsupportedOperationException("Unable to load glass GTK library.")));
        assertTrue(Hyperlab.isToolkitMissing(new UnsatisfiedLinkError("libXtst.so.6: cannot open shared object")));
        assertFalse(Hyperlab.isToolkitMissing(new UnsupportedOperationException("not implemented")));
    }

    @Test
    void recognizesThatTheToolkitCouldNotBeUnpacked() {
        assertTrue(Hyperlab.isNotUnpacked(new ExceptionInInitializerError(new RuntimeException("No toolkit found"))));
        assertFalse(Hyperlab.isNotUnpacked(new ExceptionInInitializerError(new RuntimeException("another reason"))));
        assertFalse(Hyperlab.isNotUnpacked(new ExceptionInInitializerError("No toolkit found")));
        assertFalse(Hyperlab.isNotUnpacked(new UnsatisfiedLinkError("No toolkit found")));
    }

    @Test
    void hidesOutputOfClassLoading() {
        PrintStream terminal = System.err;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            Hyperlab.loadSilently(HyperlabTest.class.getName() + "$Talkative");
            Hyperlab.loadSilently("hyperlab.NoSuchClass");
            assertEquals("", shown.toString(StandardCharsets.UTF_8));
            assertTrue(Talkative.loaded);
            System.err.print("shown again");
            assertEquals("shown again", shown.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(terminal);
        }
    }

    private static final class Talkative {
        private static boolean loaded;

        static {
            System.err.println("loaded");
            loaded = true;
        }
    }
}
