package hyperlab.app;

import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window, as the entry point opens it. */
public final class HyperlabApp {
    private static volatile @Nullable Start asked;

    private HyperlabApp() {}

    /**
     * What the window begins with.
     *
     * @param options what was asked for
     * @param opened what the file of the options holds
     */
    record Start(StartOptions options, Optional<Opened> opened) {}

    /**
     * Opens the window and comes back when it was closed. Arguments and a file that are refused are so before there is a
     * window: {@code [--lab NAME] [--language ko|en] [--theme light|dark] [--present] [FILE]}.
     *
     * @throws Refusal with the line to show
     * @throws UnsupportedOperationException where there is no display
     */
    public static void open(String[] args) {
        StartOptions options = StartOptions.parse(args);
        Optional<Path> file = options.file();
        asked = new Start(options, file.map(new DocumentFiles()::read));
        Application.launch(HyperlabWindow.class);
    }

    /** What {@link #open} was asked; the toolkit makes the window itself, so it cannot be handed over. */
    static Start asked() {
        Start start = asked;
        return start == null ? new Start(StartOptions.parse(), Optional.empty()) : start;
    }
}
