package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Charts and toolkit ask fontconfig for the system's fonts. When both did so within a few milliseconds, the program
 * crashed in one of about fifteen starts.
 */
class FontOrderTest {
    private static final long SECONDS = 60;

    @TempDir
    private Path folder;

    /** Opens the window as the program does, and ends when it is there. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            Thread waiting = new Thread(() -> {
                try {
                    WaitForAsyncUtils.waitFor(
                            SECONDS,
                            TimeUnit.SECONDS,
                            () -> !List.copyOf(Window.getWindows()).isEmpty());
                    Platform.runLater(() -> Runtime.getRuntime().halt(0));
                } catch (Exception e) {
                    Runtime.getRuntime().halt(1);
                }
            });
            waiting.start();
            RenderingProperties.setDefaults();
            HyperlabApp.open(new String[0]);
        }
    }

    @Test
    void theToolkitUsesFontsOnlyWhenThoseOfTheChartsAreLoaded() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only there fontconfig is used");
        Path log = folder.resolve("classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path")));
        for (String name :
                List.of("java.awt.headless", "glass.platform", "monocle.platform", "prism.order", "prism.text")) {
            command.add("-D" + name + "=" + System.getProperty(name));
        }
        command.add(Start.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HYPERLAB_HOME", folder.resolve("home").toString());
        Process process = builder.redirectOutput(folder.resolve("out").toFile()).start();
        assertEquals(0, process.waitFor(), () -> read(folder.resolve("out")));
        List<String> loaded = read(log).lines().toList();
        int charts = indexOf(loaded, "hyperlab.lab.learningrate.DescentFirstPicture");
        int toolkit = indexOf(loaded, "com.sun.javafx.font.PrismFontFactory");
        assertTrue(indexOf(loaded, "sun.font.FontConfigManager") < charts, "its fonts are loaded first");
        assertTrue(indexOf(loaded, "sun.font.FontConfigManager") < toolkit);
    }

    private static int indexOf(List<String> loaded, String name) {
        int index = 0;
        while (index < loaded.size() && !loaded.get(index).contains(" " + name + " ")) {
            index++;
        }
        assertTrue(index < loaded.size(), name + " was not loaded");
        return index;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
