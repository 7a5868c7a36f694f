package hyperlab.app;

import hyperlab.Hyperlab;
import hyperlab.cli.Commands;
import hyperlab.lab.LabName;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Uses the program as at a usual start, so that the Java machine can list the classes to archive: it prints help, then
 * opens the window without a display, visits every lab, and closes it again. It always exits with 0, because a class
 * that is missing from the list only makes the start slower.
 */
final class StartupClasses {
    private static final int LIMIT_SECONDS = 120;

    /** What is built in idle time after the first picture belongs to the start, too. */
    private static final int SETTLE_SECONDS = 6;

    /** For a lab that is visited for the first time, and for its first pictures. */
    private static final int VISIT_SECONDS = 2;

    /** The toolkit's windows and painters, in its file. */
    private static final List<String> DISPLAY_PACKAGES = List.of("com/sun/glass/ui/", "com/sun/prism/");

    private static final String CLASS_FILE = ".class";

    private StartupClasses() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        for (List<String> command : List.of(List.of("--version"), List.of("--help"), List.of("train", "--help"))) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Commands.run(command.toArray(String[]::new), nowhere, nowhere);
        }
        loadWhatNeedsDisplay();
        new Thread(StartupClasses::exitAfterStart, "exit-after-start").start();
        RenderingProperties.setDefaults();
        HyperlabApp.open(new String[0]);
    }

    /** Loads the entry point, and what the toolkit uses only with a display. */
    private static void loadWhatNeedsDisplay() {
        load(Hyperlab.class.getName());
        try (JarFile toolkit = new JarFile(new File(Platform.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            toolkit.stream()
                    .map(JarEntry::getName)
                    .filter(file -> file.endsWith(CLASS_FILE)
                            && DISPLAY_PACKAGES.stream().anyMatch(file::startsWith))
                    .map(file -> file.substring(0, file.length() - CLASS_FILE.length())
                            .replace('/', '.'))
                    .forEach(StartupClasses::load);
        } catch (IOException | URISyntaxException e) {
            System.err.println("The toolkit's classes for a display are not archived: " + e.getMessage());
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, StartupClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            System.err.println(name + " is not archived.");
        }
    }

    private static void exitAfterStart() {
        try {
            WaitForAsyncUtils.waitFor(
                    LIMIT_SECONDS,
                    TimeUnit.SECONDS,
                    () -> !List.copyOf(Window.getWindows()).isEmpty());
            WaitForAsyncUtils.sleep(SETTLE_SECONDS, TimeUnit.SECONDS);
            for (LabName lab : LabName.values()) {
                Platform.runLater(() -> visit(lab));
                WaitForAsyncUtils.sleep(VISIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException e) {
            System.err.println("The window did not open; its classes are not archived.");
        } finally {
            System.exit(0);
        }
    }

    private static void visit(LabName lab) {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene().lookup("#rail-" + lab.id()) instanceof ButtonBase button) {
                button.fire();
            }
        }
    }
}
