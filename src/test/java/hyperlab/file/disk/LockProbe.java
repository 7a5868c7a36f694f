package hyperlab.file.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * A separate process that opens a file. Within one process, closing a second channel would release the lock of the
 * first, as POSIX specifies.
 */
public final class LockProbe {
    private static final int LOCKED = 1;

    private LockProbe() {}

    /** Sets the file's time to the epoch; exits with {@link #LOCKED} if it is locked, otherwise with 0. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            System.exit(channel.tryLock() == null ? LOCKED : 0);
        }
    }

    public static boolean findsLocked(Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int status = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), LockProbe.class.getName(), file.toString())
                .inheritIO()
                .start()
                .waitFor();
        return status == LOCKED;
    }
}
