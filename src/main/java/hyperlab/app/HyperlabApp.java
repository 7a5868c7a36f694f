package hyperlab.app;

import hyperlab.app.open.FileRecognizer;
import hyperlab.app.open.OpenedFile;
import hyperlab.app.start.Preloading;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.BackgroundWork;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window for the entry point. */
public final class HyperlabApp {
    private static volatile @Nullable LaunchRequest launchRequest;
    private static volatile @Nullable BackgroundWork preloading;

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
        WindowState last = WindowStateStore.ofUser().read();
        preloading = Preloading.begin(options.language(last));
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

    /** Waits until what {@link #open} began to load is loaded. */
    static void finishPreloading() {
        BackgroundWork begun = preloading;
        if (begun != null) {
            begun.await();
        }
    }

    /** The arguments of {@link #open}. The toolkit creates the window itself, so they cannot be passed to it. */
    static LaunchRequest launchRequest() {
        LaunchRequest start = launchRequest;
        return start == null ? new LaunchRequest(StartOptions.parse(), Optional.empty()) : start;
    }
}
