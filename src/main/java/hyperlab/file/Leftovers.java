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
 * The files that a {@link SafeFile} is written into before it is whole: {@code .NAME.UUID.part}. Each is locked while it is
 * written, so that one which a killed program left can be told from one that another program, or this one, still writes.
 */
final class Leftovers {
    /** Between its creation and its lock a file could be taken for a leftover; so the youngest are never touched. */
    private static final Duration YOUNGEST = Duration.ofMinutes(1);

    private static final Set<Path> WRITTEN_HERE = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    /** A new name beside {@code path}. */
    static Path beside(Path path) {
        return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Creates and locks it, where the file system has locks. */
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

    /** It has been moved or deleted. */
    static void gone(Path beside) {
        WRITTEN_HERE.remove(beside.toAbsolutePath());
    }

    /** Deletes the leftovers of {@code path} in its folder; what cannot be deleted stays. */
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
