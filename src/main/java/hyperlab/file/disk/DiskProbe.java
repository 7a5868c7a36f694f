package hyperlab.file.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Is called before each change of a file by {@link AtomicFile} and {@link AppendedCsv}, so that a test can let any of
 * them fail as a full disk would. Does nothing in the program. Thread-safe.
 */
@FunctionalInterface
interface DiskProbe {
    /** The probe in use; only tests set another one. */
    AtomicReference<DiskProbe> CURRENT = new AtomicReference<>(file -> {});

    /**
     * Is called before a change of this file.
     *
     * @throws IOException if the change is to fail
     */
    void check(Path file) throws IOException;

    /** Calls the probe in use. */
    static void beforeChange(Path file) throws IOException {
        Objects.requireNonNull(CURRENT.get()).check(file);
    }
}
