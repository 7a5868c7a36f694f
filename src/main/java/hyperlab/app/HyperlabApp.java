package hyperlab.app;

import hyperlab.app.open.FileRecognizer;
import hyperlab.app.open.OpenedFile;
import hyperlab.app.start.Preloading;
import hyperlab.chart.style.ChartTheme;
import hyperlab.file.Document;
import hyperlab.lab.FirstPicture;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.Theme;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window for the entry point. */
public final class HyperlabApp {
    private static volatile @Nullable LaunchRequest launchRequest;
    private static volatile @Nullable Preloading preloading;
    private static volatile SessionFile.@Nullable SavedSession session;

    private HyperlabApp() {}

    /**
     * What the window starts with.
     *
     * @param options the parsed command-line options
     * @param file the file named in the options, read before the window opens
     */
    record LaunchRequest(StartOptions options, Optional<OpenedFile> file) {}

    /**
     * Opens the window and returns when it is closed. Invalid options are rejected before the window opens; a file that
     * cannot be opened is reported in the window:
     * {@code [--lab NAME] [--language ko|en] [--theme light|dark] [--present] [FILE]}.
     *
     * @throws InvalidInputException with the line to show
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(String[] args) {
        StartOptions options = StartOptions.parse(args);
        WindowStateStore store = WindowStateStore.ofUser();
        WindowState last = store.read();
        ChartTheme theme = options.theme(last) == Theme.DARK ? ChartTheme.DARK : ChartTheme.LIGHT;
        preloading = Preloading.begin(options.language(last), theme, () -> restored(store.folder()));
        launchRequest = read(options);
        RenderingProperties.setScale(last.preferences());
        Application.launch(HyperlabWindow.class);
    }

    /**
     * Checks the arguments of {@link #open} without opening a window.
     *
     * @throws InvalidInputException with the line to show
     */
    public static void check(String[] args) {
        Optional<InvalidInputException> problem =
                read(StartOptions.parse(args)).file().flatMap(OpenedFile::error);
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** Reads the file that the options name. */
    static LaunchRequest read(StartOptions options) {
        return new LaunchRequest(options, options.file().map(FileRecognizer::readWithoutAsking));
    }

    /** Takes the session that the window will continue, and returns what it has for the Learning rate lab. */
    private static Optional<Document> restored(Path folder) {
        SessionFile.SavedSession taken = SessionFile.take(folder);
        session = taken;
        return Optional.ofNullable(taken.labs().get(LabName.LEARNING_RATE)).map(OpenDocument::document);
    }

    /** The session that {@link #open} took, or else one that is taken now. */
    static SessionFile.SavedSession session(Path folder) {
        SessionFile.SavedSession taken = session;
        session = null;
        return taken == null ? SessionFile.take(folder) : taken;
    }

    /** Waits until the toolkit may use fonts. */
    static void awaitFonts() {
        Preloading begun = preloading;
        if (begun != null) {
            begun.awaitFonts();
        }
    }

    /** The charts that the first lab shows at first, as soon as they are drawn; empty if they are not known by then. */
    static Optional<FirstPicture> firstPicture(WindowState last) {
        Preloading begun = preloading;
        StartOptions options = launchRequest().options();
        return begun != null && options.showsPanels() && options.lab(last, Labs.all()) == LabName.LEARNING_RATE
                ? begun.firstPicture()
                : Optional.empty();
    }

    /** Waits until what {@link #open} began to load is loaded. */
    static void finishPreloading() {
        Preloading begun = preloading;
        if (begun != null) {
            begun.finish();
        }
    }

    /** The arguments of {@link #open}. The toolkit creates the window itself, so they cannot be passed to it. */
    static LaunchRequest launchRequest() {
        LaunchRequest start = launchRequest;
        return start == null ? new LaunchRequest(StartOptions.parse(), Optional.empty()) : start;
    }
}
