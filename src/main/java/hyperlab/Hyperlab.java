package hyperlab;

import hyperlab.app.HyperlabApp;
import hyperlab.app.RenderingProperties;
import hyperlab.cli.Commands;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entry point: without a verb it opens the window; with a verb it runs on the command line. */
public final class Hyperlab {
    private static final Set<String> WINDOW_OPTIONS = Set.of("--lab", "--language", "--theme", "--present");
    private static final int FAILED = 1;
    private static final int INVALID_INPUT = 2;

    private Hyperlab() {}

    /** Exits with 0 on success, 1 if a run failed, and 2 if the arguments or a file are invalid. */
    public static void main(String[] given) {
        String[] args = verbFirst(given);
        // AWT only draws into memory here; it must not open a display.
        System.setProperty("java.awt.headless", "true");
        int status = opensWindow(args) ? openWindow(args) : Commands.run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Moves {@code --language CODE} behind the verb that follows it, because a verb comes first; otherwise unchanged.
     */
    static String[] verbFirst(String[] args) {
        int verb = args.length > 0 && args[0].equals("--language") ? 2 : 1;
        boolean leads = args.length > verb
                && args[0].startsWith("--language")
                && !args[verb].startsWith("-")
                && !opensWindow(new String[] {args[verb]});
        if (!leads) {
            return args;
        }
        List<String> ordered = new ArrayList<>(List.of(args).subList(verb, args.length));
        ordered.addAll(List.of(args).subList(0, verb));
        return ordered.toArray(String[]::new);
    }

    /**
     * True for no arguments, a window option without {@code --help}, or a file. A verb contains neither a dot nor a
     * path separator.
     */
    static boolean opensWindow(String[] args) {
        if (args.length == 0) {
            return true;
        }
        String first = args[0];
        if (first.startsWith("-")) {
            return !Arrays.asList(args).contains("--help") && WINDOW_OPTIONS.contains(first.replaceFirst("=.*", ""));
        }
        return first.contains(".") || first.contains("/") || first.contains("\\");
    }

    /** Whether no window can be opened: Linux with neither an X nor a Wayland display. */
    static boolean isHeadless(String system, Map<String, String> environment) {
        return system.startsWith("Linux")
                && environment.getOrDefault("DISPLAY", "").isEmpty()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int openWindow(String[] args) {
        if (isHeadless(System.getProperty("os.name"), System.getenv())) {
            return runWithoutWindow(args);
        }
        RenderingProperties.setDefaults();
        try {
            loadSilently("com.sun.scenario.animation.AbstractPrimaryTimer");
            HyperlabApp.open(args);
            return 0;
        } catch (InvalidInputException error) {
            System.err.println(ErrorMessages.message(error, Commands.texts(args)));
            return INVALID_INPUT;
        } catch (UnsupportedOperationException | LinkageError error) {
            // JavaFX throws this if DISPLAY names a display that does not respond.
            if ("Unable to open DISPLAY".equals(error.getMessage())) {
                return runWithoutWindow(args);
            }
            if (isNotUnpacked(error)) {
                System.err.println(Commands.texts(args)
                        .get(
                                "command.toolkitNotUnpacked",
                                Path.of(System.getProperty("user.home")).resolve(".openjfx")));
                return FAILED;
            }
            if (!isToolkitMissing(error)) {
                throw error;
            }
            System.err.println(Commands.texts(args).get("command.toolkitMissing"));
            return FAILED;
        }
    }

    /** Whether JavaFX reports that a library of the system is missing; on Linux this is GTK 3 or what it needs. */
    static boolean isToolkitMissing(Throwable error) {
        String message = String.valueOf(error.getMessage());
        return error instanceof UnsatisfiedLinkError
                || error instanceof NoClassDefFoundError
                || message.contains("GTK")
                || message.contains("glass");
    }

    /** Whether JavaFX could load none of its toolkits, as on a full disk, where it cannot unpack their libraries. */
    static boolean isNotUnpacked(Throwable error) {
        Throwable cause = error instanceof ExceptionInInitializerError ? error.getCause() : null;
        return cause != null && "No toolkit found".equals(cause.getMessage());
    }

    /** Says why a file cannot be opened, or else shows the demo. */
    private static int runWithoutWindow(String[] args) {
        try {
            HyperlabApp.check(args);
            return runDemo(args);
        } catch (InvalidInputException error) {
            System.err.println(ErrorMessages.message(error, Commands.texts(args)));
            return INVALID_INPUT;
        }
    }

    /** Loads a class with stderr silenced; the toolkit's timer prints its configured pulse rate when it is loaded. */
    static void loadSilently(String name) {
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            return; // the toolkit uses a different timer
        } finally {
            System.setErr(terminal);
        }
    }

    private static int runDemo(String[] args) {
        Texts texts = Commands.texts(args);
        System.err.println(texts.get("command.demo.noDisplay"));
        return Commands.run(new String[] {"demo", "--language", texts.language().code()}, System.out, System.err);
    }
}
