package hyperlab.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Temporary files that a {@link SafeFile} is written to until it is complete: {@code .NAME.UUID.part}. Each file is
 * locked while it is written, so that files left behind by a killed program can be distinguished from files that this
 * or another program is still writing.
 */
final class Leftovers {
    /** A file that is not locked yet looks abandoned, so files younger than this are never deleted. */
    private static final Duration YOUNGEST = Duration.ofMinutes(1);

    private static final Set<Path> WRITTEN_HERE = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    /** A new temporary name in the same folder as {@code path}. */
    static Path beside(Path path) {
        return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Creates the file and locks it if the file system supports locks. */
    static OutputStream create(Path beside) throws IOException {
        WRITTEN_HERE.add(beside.toAbsolutePath());
        boolean created = false;
        try {
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            created = true;
            beside.toFile().deleteOnExit();
            lock(channel);
            return Channels.newOutputStream(channel);
        } finally {
            if (!created) {
                gone(beside);
            }
        }
    }

    /** Records that the file has been moved or deleted. */
    static void gone(Path beside) {
        WRITTEN_HERE.remove(beside.toAbsolutePath());
    }

    /** Deletes abandoned temporary files of {@code path} in its folder; files that are still in use are kept. */
    static void remove(Path folder, Path path) throws IOException {
        Pattern ours = Pattern.compile(Pattern.quote("." + path.getFileName() + ".") + "[-0-9a-f]{36}\\.part");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> ours.matcher(String.valueOf(file.getFileName())).matches())) {
            for (Path file : files) {
                if (!WRITTEN_HERE.contains(file.toAbsolutePath()) && isOld(file) && isFree(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOld(Path file) throws IOException {
        return Files.exists(file)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(YOUNGEST));
    }

    private static boolean isFree(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lock(channel);
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException noLock) {
            return false;
        }
    }
}
