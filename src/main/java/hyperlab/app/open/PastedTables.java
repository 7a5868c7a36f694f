package hyperlab.app.open;

import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.OrderedTasks;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pasted tables as files, because an experiment names its table by a path: next to the experiment if it is in a
 * file, otherwise in the folder of the settings. Workers write them, one after the other. FX thread only.
 */
public final class PastedTables {
    private static final String NAME = "pasted";

    private final Path ownFolder;
    private final OrderedTasks<String> tasks;

    /** @param stateFolder the folder of the settings */
    public PastedTables(Path stateFolder, TaskExecutor workers, Executor fxExecutor) {
        ownFolder = stateFolder.resolve("tables");
        tasks = new OrderedTasks<>("pasted", workers, fxExecutor);
    }

    /**
     * Writes the text to a new file.
     *
     * @param experiment the file of the experiment; null if it has none
     * @param onKept receives the path of the file
     * @param onError receives the error if it cannot be written
     */
    public void keep(
            String text, @Nullable Path experiment, Consumer<Path> onKept, Consumer<InvalidInputException> onError) {
        // One key: the next table needs to know which names are taken.
        tasks.submit(NAME, () -> outcome(text, experiment, onKept, onError), Runnable::run);
    }

    /** Waits until all tables are kept. */
    public void finish() {
        tasks.finish();
    }

    private Runnable outcome(
            String text, @Nullable Path experiment, Consumer<Path> onKept, Consumer<InvalidInputException> onError) {
        try {
            Path kept = write(text, experiment);
            return () -> onKept.accept(kept);
        } catch (InvalidInputException error) {
            return () -> onError.accept(error);
        }
    }

    private Path write(String text, @Nullable Path experiment) {
        Path folder =
                experiment == null ? ownFolder : experiment.toAbsolutePath().getParent();
        Path writable = folder == null ? ownFolder : folder;
        Path file = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> writable.resolve(name(number)))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
        String content = text.lines().collect(Collectors.joining("\n", "", "\n"));
        AtomicFile.write(file, content);
        return file;
    }

    private static String name(int number) {
        return (number == 1 ? NAME : NAME + "-" + number) + ".csv";
    }
}
