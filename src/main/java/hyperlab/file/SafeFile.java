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
 * A file that appears completely or not at all. It is written under a temporary name in the same folder, and
 * {@link #commit()} moves it to its final name, replacing any existing file. If it is closed without a commit, or if
 * the program exits first, nothing remains; files left behind by a killed program are deleted when the same file is
 * written again. Missing parent folders are created. File system errors are reported as a one-line {@link Refusal}.
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

    /** Writes the contents of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes {@code content} to {@code path} atomically. */
    public static void write(Path path, byte[] content) {
        write(path, out -> out.write(content));
    }

    /** Writes {@code content} to {@code path} atomically, without holding it in memory. */
    public static void write(Path path, Content content) {
        try (SafeFile file = open(path)) {
            content.writeTo(file.out);
            file.commit();
        } catch (IOException e) {
            throw notWritten(path, e);
        }
    }

    /** Writes {@code content} to {@code path} atomically, in UTF-8. */
    public static void write(Path path, String content) {
        write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts a file that appears at {@code path} once it is committed. */
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

    /** Rejects a path that exists and is not a regular file, or that has a file as a parent; creates nothing. */
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

    /** The stream for the file's bytes. */
    public OutputStream stream() {
        return out;
    }

    /** A UTF-8 writer; must be flushed before the file is committed. */
    public Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Moves the temporary file to its final name. */
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

    /** Deletes the temporary file unless it was committed. */
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

    /** All bytes of a file; rejects files larger than {@code most} bytes. */
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

    /** Opens a file for reading. */
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
