package hyperlab.file.disk;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other writers out of a folder, in this program and in others, while it is open. The lock is a locked file
 * {@code .lock} in the folder. The operating system releases it when the program is killed; a file left behind does not
 * matter. On a file system without locks, only writers in this program are kept out.
 */
public final class FolderLock implements Closeable {
    public static final String NAME = ".lock";
    /** In bytes; the file is sparse, so it takes one block on the disk. */
    private static final int MAX_SIZE = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks an existing folder.
     *
     * @throws InvalidInputException if another writer has locked it
     */
    public static FolderLock acquire(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean acquired = false;
            try {
                if (!lock(channel)) {
                    throw new InvalidInputException(folder.toString(), Rule.FOLDER_BUSY);
                }
                acquired = isStillAt(file, channel);
                if (acquired) {
                    file.toFile().deleteOnExit();
                    return new FolderLock(file, channel);
                }
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
        }
    }

    private static boolean lock(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        } catch (IOException unsupported) {
            return true;
        }
    }

    /**
     * Whether {@code file} is the file of {@code channel}; the previous owner may have deleted that file. They are
     * compared by a random size, because opening and closing the file again would release the lock on Linux.
     */
    private static boolean isStillAt(Path file, FileChannel channel) throws IOException {
        int size = 1 + ThreadLocalRandom.current().nextInt(MAX_SIZE);
        channel.truncate(0).write(ByteBuffer.wrap(new byte[1]), size - 1L);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    /** Releases the folder and deletes the lock file. */
    @Override
    public void close() throws IOException {
        // Deleted while locked, so that nobody else owns the file that is deleted.
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
