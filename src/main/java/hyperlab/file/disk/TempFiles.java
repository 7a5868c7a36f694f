package hyperlab.file.disk;

import java.io.FilterOutputStream;
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
 * Temporary files that a {@link AtomicFile} is written to until it is complete: {@code .NAME.UUID.part}. Each file is
 * locked while it is written, so that files left behind by a killed program can be distinguished from files that this
 * or another program is still writing.
 */
final class TempFiles {
    /** A file that is not locked yet looks abandoned, so files younger than this are never deleted. */
    private static final Duration MIN_AGE = Duration.ofSeconds(2);

    private static final Pattern NAME = Pattern.compile("\\..+\\.[-0-9a-f]{36}\\.part");

    private static final Set<Path> OPEN_FILES = ConcurrentHashMap.newKeySet();

    private TempFiles() {}

    /** A new temporary name in the same folder as {@code path}. */
    static Path newTempPath(Path path) {
        return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Creates the file and locks it if the file system supports locks. */
    static OutputStream create(Path tempFile) throws IOException {
        OPEN_FILES.add(tempFile.toAbsolutePath());
        boolean created = false;
        try {
            DiskProbe.beforeChange(tempFile);
            FileChannel channel = FileChannel.open(tempFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            created = true;
            tempFile.toFile().deleteOnExit();
            lock(channel);
            return new ProbedStream(Channels.newOutputStream(channel), tempFile);
        } finally {
            if (!created) {
                unregister(tempFile);
            }
        }
    }

    /** Records that the file has been moved or deleted. */
    static void unregister(Path tempFile) {
        OPEN_FILES.remove(tempFile.toAbsolutePath());
    }

    /** Deletes all files that this program has not committed yet. */
    static void deleteOpen() {
        for (Path file : OPEN_FILES) {
            // If it cannot be deleted now, it is deleted as abandoned when the same file is written again.
            file.toFile().delete();
        }
    }

    /** Deletes abandoned temporary files in a folder; files that are still in use are kept. */
    static void deleteAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> NAME.matcher(String.valueOf(file.getFileName())).matches())) {
            for (Path file : files) {
                if (!OPEN_FILES.contains(file.toAbsolutePath()) && isOld(file) && isUnlocked(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOld(Path file) throws IOException {
        return Files.exists(file)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(MIN_AGE));
    }

    private static boolean isUnlocked(Path file) {
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

    /** A stream that calls {@link DiskProbe} before each write. */
    private static final class ProbedStream extends FilterOutputStream {
        private final Path file;

        ProbedStream(OutputStream out, Path file) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            DiskProbe.beforeChange(file);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            DiskProbe.beforeChange(file);
            out.write(bytes, offset, length);
        }
    }
}
