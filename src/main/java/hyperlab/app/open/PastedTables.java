package hyperlab.app.open;

import hyperlab.file.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pasted tables as files, because an experiment names its table by a path: next to the experiment if it is in a
 * file, otherwise in the folder of the settings.
 */
public final class PastedTables {
    private static final String NAME = "pasted";

    private final Path ownFolder;

    /** @param stateFolder the folder of the settings */
    public PastedTables(Path stateFolder) {
        ownFolder = stateFolder.resolve("tables");
    }

    /**
     * Writes the text to a new file and returns its path.
     *
     * @param experiment the file of the experiment; null if it has none
     * @throws hyperlab.rule.InvalidInputException if it cannot be written
     */
    public Path keep(String text, @Nullable Path experiment) {
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
