package hyperlab.file.disk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be replaced, and its content before that.
 *
 * @param earlier another name of the earlier file; null if there was none
 */
record ReplacedFile(Path path, @Nullable Path earlier) {
    private static final System.Logger LOG = System.getLogger(ReplacedFile.class.getName());

    static ReplacedFile keep(Path path) {
        if (!Files.exists(path)) {
            return new ReplacedFile(path, null);
        }
        Path earlier = TempFiles.newTempPath(path);
        try {
            try {
                Files.createLink(earlier, path);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.copy(path, earlier, StandardCopyOption.REPLACE_EXISTING);
            }
            return new ReplacedFile(path, earlier);
        } catch (IOException e) {
            throw AtomicFile.writeError(path, e);
        }
    }

    void restore() {
        try {
            if (earlier == null) {
                Files.deleteIfExists(path);
            } else {
                Files.move(earlier, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An earlier file cannot be restored: {0}", e.getMessage());
        }
    }

    void forget() {
        if (earlier != null) {
            // If it cannot be deleted now, it is deleted as abandoned later.
            earlier.toFile().delete();
        }
    }
}
