package hyperlab.app;

import hyperlab.cli.Commands;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Uses the program as at a usual start, so that the Java machine can list the classes to archive: it prints help, then
 * opens the window without a display and closes it again. It always exits with 0, because a class that is missing from
 * the list only makes the start slower.
 */
final class StartupClasses {
    private static final int LIMIT_SECONDS = 120;

    /** What is built in idle time after the first picture belongs to the start, too. */
    private static final int SETTLE_SECONDS = 6;

    private StartupClasses() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        for (List<String> command : List.of(List.of("--version"), List.of("--help"), List.of("train", "--help"))) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Commands.run(command.toArray(String[]::new), nowhere, nowhere);
        }
        new Thread(StartupClasses::exitAfterStart, "exit-after-start").start();
        RenderingProperties.setDefaults();
        HyperlabApp.open(new String[0]);
    }

    private static void exitAfterStart() {
        try {
            WaitForAsyncUtils.waitFor(
                    LIMIT_SECONDS,
                    TimeUnit.SECONDS,
                    () -> !List.copyOf(Window.getWindows()).isEmpty());
            WaitForAsyncUtils.sleep(SETTLE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.err.println("The window did not open; its classes are not archived.");
        } finally {
            System.exit(0);
        }
    }
}
