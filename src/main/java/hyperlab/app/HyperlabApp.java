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
     */
    record LaunchRequest(StartOptions options, Optional<LoadedDocument> loadedDocument) {}

    /**
     * Opens the window and returns when it is closed. Invalid arguments and files are rejected before the window opens:
     * {@code [--lab NAME] [--language ko|en] [--theme light|dark] [--present] [FILE]}.
     *
     * @throws InvalidInputException with the line to show
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(String[] args) {
        StartOptions options = StartOptions.parse(args);
        Optional<Path> file = options.file();
        file.filter(LessonController::isLesson).ifPresent(LessonReader::load);
        file.filter(ScenesFormat::isScenes).ifPresent(ScenesFormat::read);
        launchRequest = new LaunchRequest(
                options,
                file.filter(path -> !LessonController.isLesson(path) && !ScenesFormat.isScenes(path))
                        .map(new DocumentFiles()::read));
        Application.launch(HyperlabWindow.class);
    }

    /** The arguments of {@link #open}. The toolkit creates the window itself, so they cannot be passed to it. */
    static LaunchRequest launchRequest() {
        LaunchRequest start = launchRequest;
        return start == null ? new LaunchRequest(StartOptions.parse(), Optional.empty()) : start;
    }
}
