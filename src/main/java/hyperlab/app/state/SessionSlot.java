package hyperlab.app.state;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session file of one window. Each open window has a file of its own, so that none overwrites what another one
 * would need to recover. A new window continues with the newest file that no window uses.
 */
public final class SessionSlot implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionSlot.class.getName());
    private static final int MAX_WINDOWS = 9;
    /** Of a lock file, in bytes: milliseconds since 1970. */
    private static final int MAX_CONTENT = 32;

    private final Path file;
    private final @Nullable FileChannel channel;
    private boolean leftOther;

    private SessionSlot(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes a free file in a folder. If files cannot be locked there, it is the first one. */
    public static SessionSlot take(Path folder) {
        List<SessionSlot> free = new ArrayList<>();
        for (int number = 1; number <= MAX_WINDOWS; number++) {
            Path file = file(folder, number);
            // A slot that no window has used yet is only needed if there is no other.
            if (number == 1 || Files.exists(file) || free.isEmpty()) {
                FileChannel lock = lock(file);
                if (lock != null) {
                    free.add(new SessionSlot(file, lock));
                }
            }
        }
        SessionSlot chosen = free.stream()
                .max(Comparator.comparing(SessionSlot::changed))
                .orElseGet(() -> new SessionSlot(file(folder, 1), null));
        List<SessionSlot> others = free.stream().filter(slot -> slot != chosen).toList();
        FileTime start = chosen.lastStart();
        chosen.leftOther = others.stream()
                .anyMatch(slot -> Files.exists(slot.file) && slot.lastUse().compareTo(start) >= 0);
        others.forEach(slot -> close(slot.channel));
        chosen.begin();
        return chosen;
    }

    /** Whether the last window with this file was open together with another one, whose work no window shows now. */
    public boolean leftOther() {
        return leftOther;
    }

    /** When the last window with this file was opened, which is the content of the lock file; if unknown, very late. */
    private FileTime lastStart() {
        ByteBuffer content = ByteBuffer.allocate(MAX_CONTENT);
        try {
            // On some systems, a locked file can only be read where it is locked.
            if (channel != null) {
                channel.read(content, 0);
            }
            return FileTime.fromMillis(Long.parseLong(
                    StandardCharsets.US_ASCII.decode(content.flip()).toString()));
        } catch (IOException | NumberFormatException e) {
            return FileTime.fromMillis(Long.MAX_VALUE);
        }
    }

    /** When a window with this file was closed, or if it was killed, when it was opened or saved the last time. */
    private FileTime lastUse() {
        FileTime closed = changed(lockFile(file));
        FileTime saved = changed();
        return closed.compareTo(saved) > 0 ? closed : saved;
    }

    private void begin() {
        try {
            if (channel != null) {
                channel.truncate(0);
                channel.write(StandardCharsets.US_ASCII.encode(Long.toString(System.currentTimeMillis())));
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "Nobody will know when this window was opened: {0}", e.getMessage());
        }
    }

    private static Path file(Path folder, int number) {
        return folder.resolve(number == 1 ? "session.json" : "session-" + number + ".json");
    }

    private static Path lockFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static @Nullable FileChannel lock(Path file) {
        Path lockFile = lockFile(file);
        FileChannel channel = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            close(channel); // this process has it already
        } catch (IOException e) {
            LOG.log(Level.INFO, "Sessions of several windows are not kept apart: {0}", e.getMessage());
            close(channel);
        }
        return null;
    }

    /** The session file. */
    public Path file() {
        return file;
    }

    private FileTime changed() {
        return changed(file);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** Lets other windows use the file. */
    @Override
    public void close() {
        try {
            if (channel != null && channel.isOpen()) {
                Files.setLastModifiedTime(lockFile(file), FileTime.fromMillis(System.currentTimeMillis()));
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "Nobody will know when this window was closed: {0}", e.getMessage());
        }
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "A lock cannot be released: {0}", e.getMessage());
        }
    }
}
