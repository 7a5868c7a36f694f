package hyperlab.app;

import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window for the entry point. */
public final class HyperlabApp {
    private static volatile @Nullable Start asked;

    private HyperlabApp() {}

    /**
     * What the window starts with.
     *
     * @param options the parsed command-line options
     * @param opened the contents of the file named in the options
     */
    record Start(StartOptions options, Optional<Opened> opened) {}

    /**
     * Opens the window and returns when it is closed. Invalid arguments and files are rejected before the window opens:
     * {@code [--lab NAME] [--language ko|en] [--theme light|dark] [--present] [FILE]}.
     *
     * @throws Refusal with the line to show
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(String[] args) {
        StartOptions options = StartOptions.parse(args);
        Optional<Path> file = options.file();
        asked = new Start(options, file.map(new DocumentFiles()::read));
        Application.launch(HyperlabWindow.class);
    }

    /** The arguments of {@link #open}. The toolkit creates the window itself, so they cannot be passed to it. */
    static Start asked() {
        Start start = asked;
        return start == null ? new Start(StartOptions.parse(), Optional.empty()) : start;
    }
}
