package hyperlab;

import hyperlab.app.HyperlabApp;
import hyperlab.app.Painting;
import hyperlab.cli.Commands;
import hyperlab.rule.Refusal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Entry point: no verb opens the window, a verb runs on the command line. */
public final class Hyperlab {
    private static final Set<String> WINDOW_OPTIONS = Set.of("--lab", "--language", "--theme", "--present");
    private static final int REFUSED = 2;

    private Hyperlab() {}

    /** Exits with 0 when done, 1 when a run failed, 2 when the arguments or a file are wrong. */
    public static void main(String[] args) {
        // AWT only ever draws into memory here; it must not reach for a display of its own.
        System.setProperty("java.awt.headless", "true");
        int status = asksForWindow(args) ? openWindow(args) : Commands.run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Nothing, an option of the window or a file: a verb has neither a dot nor a separator in it. */
    static boolean asksForWindow(String[] args) {
        if (args.length == 0) {
            return true;
        }
        String first = args[0];
        if (first.startsWith("-")) {
            return WINDOW_OPTIONS.contains(first.replaceFirst("=.*", ""));
        }
        return first.contains(".") || first.contains("/") || first.contains("\\");
    }

    /** Whether a window is out of the question: Linux with neither an X nor a Wayland display to open. */
    static boolean lacksDisplay(String system, Map<String, String> environment) {
        return system.startsWith("Linux")
                && environment.getOrDefault("DISPLAY", "").isEmpty()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int openWindow(String[] args) {
        if (lacksDisplay(System.getProperty("os.name"), System.getenv())) {
            return runDemo();
        }
        Painting.prepare();
        withoutReport("com.sun.scenario.animation.AbstractPrimaryTimer");
        try {
            HyperlabApp.open(args);
            return 0;
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            return REFUSED;
        } catch (UnsupportedOperationException noDisplay) {
            // What JavaFX throws where DISPLAY names a display that does not answer.
            if (!"Unable to open DISPLAY".equals(noDisplay.getMessage())) {
                throw noDisplay;
            }
            return runDemo();
        }
    }

    /** Loads a class that writes on the terminal when it is loaded: the toolkit's timer tells how often it was set to run. */
    static void withoutReport(String name) {
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            return; // a toolkit with another timer
        } finally {
            System.setErr(terminal);
        }
    }

    private static int runDemo() {
        System.err.println("There is no display to open a window on: running `hyperlab demo` instead.");
        return Commands.run(new String[] {"demo"}, System.out, System.err);
    }
}
