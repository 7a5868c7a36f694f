package hyperlab.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * Another program that looks at a file. Within one program a second look would let go of the lock of the first, which is
 * how POSIX has it.
 */
final class OtherProgram {
    private static final int LOCKED = 1;

    private OtherProgram() {}

    /** Makes the file look as old as can be; ends with {@link #LOCKED} where it is locked, else with 0. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            System.exit(channel.tryLock() == null ? LOCKED : 0);
        }
    }

    static boolean findsLocked(Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int status = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        return status == LOCKED;
    }
}
