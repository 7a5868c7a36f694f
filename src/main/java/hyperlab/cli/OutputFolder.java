package hyperlab.cli;

import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a verb writes into. */
final class OutputFolder {
    private OutputFolder() {}

    /**
     * Where {@code file} will be in {@code folder}, which is made where it is missing; refused, before any work, when
     * nothing can be written there.
     */
    static Path ready(Path folder, String file) {
        Path place = folder.resolve(file);
        if (Files.isDirectory(place)) {
            throw new Refusal(place.toString(), "must be a file that can be written, got a folder");
        }
        try {
            Files.createDirectories(folder.toAbsolutePath());
            Files.delete(Files.createTempFile(folder.toAbsolutePath(), ".hyperlab", ".tmp"));
            return place;
        } catch (IOException unwritable) {
            Refusal refusal = new Refusal("--out", "a folder that can be written", folder);
            refusal.initCause(unwritable);
            throw refusal;
        }
    }

    /** Writes a file that was made {@link #ready}. */
    static void write(Path file, String content) {
        write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same without holding it in memory. */
    static void write(Path file, SafeFile.Content content) {
        try {
            SafeFile.write(file, content);
        } catch (Refusal refusal) {
            throw new RunFailure(refusal);
        }
    }
}
