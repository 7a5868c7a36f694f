package hyperlab.cli.io;

import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The output folder of a command. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Creates {@code folder} if necessary, checks that it is writable, and returns the path of {@code file} in it.
     *
     * @throws InvalidInputException if the file cannot be written there
     */
    public static Path prepare(Path folder, String file) {
        Path target = folder.resolve(file);
        if (Files.isDirectory(target)) {
            throw new InvalidInputException(target.toString(), Rule.TARGET_IS_FOLDER);
        }
        try {
            Files.createDirectories(folder.toAbsolutePath());
            Files.delete(Files.createTempFile(folder.toAbsolutePath(), ".hyperlab", ".tmp"));
            return target;
        } catch (IOException unwritable) {
            throw new InvalidInputException("--out", Rule.WRITABLE_FOLDER, folder).withCause(unwritable);
        }
    }

    /** Writes a file whose path comes from {@link #prepare}. */
    public static void write(Path file, String content) {
        write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file without building its content in memory. */
    public static void write(Path file, AtomicFile.ContentWriter content) {
        try {
            AtomicFile.write(file, content);
        } catch (InvalidInputException error) {
            throw new RunFailure(error);
        }
    }
}
