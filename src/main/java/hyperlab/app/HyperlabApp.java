package hyperlab.app;

import hyperlab.file.ScenesFormat;
import hyperlab.lesson.LessonReader;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window for the entry point. */
public final class HyperlabApp {
    private static volatile @Nullable LaunchRequest launchRequest;

    private HyperlabApp() {}

    /**
     * What the window starts with.
     *
     * @param options the parsed command-line options
     * @param loadedDocument the contents of the file named in the options
     * @param problem why that file cannot be opened
     */
    record LaunchRequest(
            StartOptions options, Optional<LoadedDocument> loadedDocument, Optional<InvalidInputException> problem) {
        LaunchRequest(StartOptions options, Optional<LoadedDocument> loadedDocument) {
            this(options, loadedDocument, Optional.empty());
        }
    }

    /**
     * Opens the window and returns when it is closed. Invalid options are rejected before the window opens; a file that
     * cannot be opened is reported in the window:
     * {@code [--lab NAME] [--language ko|en] [--theme light|dark] [--present] [FILE]}.
     *
     * @throws InvalidInputException with the line to show
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(String[] args) {
        launchRequest = read(StartOptions.parse(args));
        RenderingProperties.setScale(WindowStateStore.ofUser().read().preferences());
        Application.launch(HyperlabWindow.class);
    }

    /**
     * Checks the arguments of {@link #open} without opening a window.
     *
     * @throws InvalidInputException with the line to show
     */
    public static void check(String[] args) {
        LaunchRequest request = read(StartOptions.parse(args));
        if (request.problem().isPresent()) {
            throw request.problem().get();
        }
    }

    private static LaunchRequest read(StartOptions options) {
        Optional<Path> file = options.file();
        try {
            file.filter(LessonController::isLesson).ifPresent(LessonReader::load);
            file.filter(ScenesFormat::isScenes).ifPresent(ScenesFormat::read);
            return new LaunchRequest(
                    options,
                    file.filter(path -> !LessonController.isLesson(path) && !ScenesFormat.isScenes(path))
                            .map(new DocumentFiles()::read));
        } catch (InvalidInputException problem) {
            return new LaunchRequest(options, Optional.empty(), Optional.of(problem));
        }
    }

    /** The arguments of {@link #open}. The toolkit creates the window itself, so they cannot be passed to it. */
    static LaunchRequest launchRequest() {
        LaunchRequest start = launchRequest;
        return start == null ? new LaunchRequest(StartOptions.parse(), Optional.empty()) : start;
    }
}
