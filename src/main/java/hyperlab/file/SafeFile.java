package hyperlab.file;

import hyperlab.rule.Refusal;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears as a whole or not at all: it is written beside its place under another name, and
 * {@link #commit()} moves it there, over whatever file was there. Closed without that, or where the program is ended
 * before, it leaves nothing; what a program that was killed left is taken away when the same file is begun anew. Folders on the
 * way are made. What the file system will not do is a {@link Refusal} in one line.
 */
public final class SafeFile implements Closeable {
    private final Path path;
    private final Path beside;
    private final OutputStream out;
    private boolean open = true;

    private SafeFile(Path path, Path beside, OutputStream out) {
        this.path = path;
        this.beside = beside;
        this.out = out;
    }

    /** Writes what a file holds. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Puts {@code content} at {@code path}, as a whole. */
    public static void write(Path path, byte[] content) {
        write(path, out -> out.write(content));
    }

    /** Puts {@code content} at {@code path}, as a whole, without holding it in memory. */
    public static void write(Path path, Content content) {
        try (SafeFile file = open(path)) {
            content.writeTo(file.out);
            file.commit();
        } catch (IOException e) {
            throw notWritten(path, e);
        }
    }

    /** Puts {@code content}, in UTF-8, at {@code path}, as a whole. */
    public static void write(Path path, String content) {
        write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins a file that will be at {@code path} once it is committed. */
    public static SafeFile open(Path path) {
        refuseUnwritable(path);
        Path folder = path.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
                Leftovers.remove(folder, path);
            }
            Path beside = Leftovers.beside(path);
            OutputStream out = Leftovers.create(beside);
            return new SafeFile(path, beside, out);
        } catch (IOException e) {
            throw notWritten(path, e);
        }
    }

    /** Refuses a place where something else than a file lies, or lies on the way there; makes nothing. */
    public static void refuseUnwritable(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new Refusal(
                    path.toString(),
                    Files.isDirectory(path)
                            ? "cannot be written: it is a directory"
                            : "cannot be written: it is no file");
        }
        refuseFileOnTheWay(path, path.toAbsolutePath().getParent());
    }

    private static void refuseFileOnTheWay(Path path, @Nullable Path folder) {
        Path nearest = folder;
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest != null && !Files.isDirectory(nearest)) {
            throw new Refusal(path.toString(), "cannot be written: " + nearest + " is a file, not a folder");
        }
    }

    /** Where its bytes go. */
    public OutputStream stream() {
        return out;
    }

    /** A writer in UTF-8 for its text; to be flushed before the file is committed. */
    public Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Moves what was written to its place. */
    public void commit() {
        try {
            out.close();
            try {
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
            }
            open = false;
            Leftovers.gone(beside);
        } catch (IOException e) {
            throw notWritten(path, e);
        }
    }

    /** Leaves nothing behind, unless it was committed. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try {
                out.close();
            } finally {
                Files.deleteIfExists(beside);
                Leftovers.gone(beside);
            }
        }
    }

    /** All bytes of a file, if they are not more than {@code most}. */
    static byte[] read(Path path, int most) {
        try (InputStream in = stream(path)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refusal(path.toString(), "must be at most " + most + " bytes long");
            }
            return bytes;
        } catch (IOException e) {
            throw notRead(path, e);
        }
    }

    /** A file to read from. */
    static InputStream stream(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new Refusal(path.toString(), "is a directory, not a file");
        }
        return Files.newInputStream(path);
    }

    static Refusal notRead(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new Refusal(path.toString(), "does not exist");
        }
        return new Refusal(path.toString(), "cannot be read: " + reason(e));
    }

    static Refusal notWritten(Path path, IOException e) {
        return new Refusal(path.toString(), "cannot be written: " + reason(e));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException none) {
            return "there is no " + none.getFile();
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
