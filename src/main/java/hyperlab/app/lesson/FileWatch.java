package hyperlab.app.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** Notices when a file has changed. It is asked often, and looks at the file only every few times. */
public final class FileWatch {
    private static final int POLLS_PER_FILE_CHECK = 5;

    private final @Nullable Path file;
    private @Nullable FileTime seen;
    private int polls;

    /** @param file null for none, which never changes */
    public FileWatch(@Nullable Path file) {
        this.file = file;
        seen = modified(file);
    }

    /** Whether the file was seen to have changed since this was last true. */
    public boolean hasChanged() {
        polls++;
        if (file == null || polls % POLLS_PER_FILE_CHECK != 0) {
            return false;
        }
        FileTime now = modified(file);
        boolean changed = now != null && !now.equals(seen);
        seen = now == null ? seen : now;
        return changed;
    }

    private static @Nullable FileTime modified(@Nullable Path file) {
        try {
            return file == null ? null : Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null;
        }
    }
}
