package hyperlab.file.disk;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears completely or not at all. It is written under a temporary name in the same folder, and
 * {@link #commit()} moves it to its final name. An existing file is replaced, and its permissions are kept; a symbolic
 * link stays, and the file that it leads to is replaced. If it is closed without a commit, or if the program exits
 * first, nothing remains; files left behind by a killed program are deleted when a file is written to the same folder
 * again. Missing parent folders are created. File system errors are reported as a one-line
 * {@link InvalidInputException}.
 */
public final class AtomicFile implements Closeable {
    private static final System.Logger LOG = System.getLogger(AtomicFile.class.getName());
    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private final Path path;
    /** The file that is replaced: {@link #path}, or where its symbolic link leads. */
    private final Path target;

    private final Path tempFile;
    private final OutputStream out;
    private boolean open = true;
    private boolean sealed;

    private AtomicFile(Path path, Path target, Path tempFile, OutputStream out) {
        this.path = path;
        this.target = target;
        this.tempFile = tempFile;
        this.out = out;
    }

    /** Writes the contents of a file. */
    @FunctionalInterface
    public interface ContentWriter {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes {@code content} to {@code path} atomically. */
    public static void write(Path path, byte[] content) {
        write(path, out -> out.write(content));
    }

    /** Writes {@code content} to {@code path} atomically, without holding it in memory. */
    public static void write(Path path, ContentWriter content) {
        try (AtomicFile file = open(path)) {
            content.writeTo(file.out);
            file.commit();
        } catch (IOException e) {
            throw writeError(path, e);
        }
    }

    /** Writes {@code content} to {@code path} atomically, in UTF-8. */
    public static void write(Path path, String content) {
        write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts a file that appears at {@code path} once it is committed. */
    public static AtomicFile open(Path path) {
        checkWritable(path);
        try {
            Path target = target(path);
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
                TempFiles.deleteAbandoned(folder);
            }
            Path tempFile = TempFiles.newTempPath(target);
            OutputStream out = TempFiles.create(tempFile);
            return new AtomicFile(path, target, tempFile, out);
        } catch (IOException e) {
            throw writeError(path, e);
        }
    }

    /** Where the symbolic links of a path lead, even if there is no file yet; the path itself if it is no link. */
    private static Path target(Path path) throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            target = target.toAbsolutePath().resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Deletes the temporary files of this program; used when it must end at once. */
    public static void deleteUnfinished() {
        TempFiles.deleteOpen();
    }

    /**
     * Rejects a path that exists and is not a regular file, that has a file as a parent, or whose folder accepts no new
     * files; creates nothing. So a command fails before its work and not after it.
     */
    public static void checkWritable(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new InvalidInputException(
                    path.toString(),
                    Files.isDirectory(path) ? Rule.WRITE_OVER_DIRECTORY : Rule.WRITE_OVER_SPECIAL_FILE);
        }
        checkFolder(path, path.toAbsolutePath().getParent());
    }

    private static void checkFolder(Path path, @Nullable Path folder) {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            throw new InvalidInputException(path.toString(), Rule.WRITE_BELOW_FILE, existing);
        }
        if (existing != null && !Files.isWritable(existing)) {
            throw new InvalidInputException(path.toString(), Rule.WRITE_DENIED);
        }
    }

    /** The final name, without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The stream for the file's bytes. */
    public OutputStream stream() {
        return out;
    }

    /** A UTF-8 writer; must be flushed before the file is committed. */
    public Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /**
     * Completes the content and forces it to the disk, so that it survives a power failure once the file is committed.
     * Nothing can be written afterwards.
     *
     * @return the SHA-256 of the content, in lowercase hexadecimal
     */
    public String seal() {
        MessageDigest digest = Checksum.newDigest();
        try {
            out.close();
            DiskProbe.beforeChange(tempFile);
            try (FileChannel channel = FileChannel.open(tempFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    InputStream in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
                channel.force(true);
            }
            sealed = true;
        } catch (IOException e) {
            throw writeError(path, e);
        }
        return Checksum.hex(digest);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces the names in a folder to the disk, where the file system can do that. */
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows cannot open folders; it writes their entries in order.
            return;
        }
    }

    /**
     * Moves the temporary file to its final name. Its content is on the disk before that, so that a power failure
     * leaves the earlier file or the new one.
     */
    public void commit() {
        try {
            out.close();
            DiskProbe.beforeChange(path);
            if (!sealed) {
                force(tempFile);
            }
            keepPermissions();
            try {
                Files.move(tempFile, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(tempFile, target, StandardCopyOption.REPLACE_EXISTING);
            }
            open = false;
            TempFiles.unregister(tempFile);
        } catch (IOException e) {
            throw writeError(path, e);
        }
    }

    /** Gives the new file the permissions of the one that it replaces, where the file system has them. */
    private void keepPermissions() {
        if (!Files.exists(target) || Files.getFileAttributeView(target, PosixFileAttributeView.class) == null) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            if (!permissions.equals(Files.getPosixFilePermissions(tempFile))) {
                Files.setPosixFilePermissions(tempFile, permissions);
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "The permissions of {0} cannot be kept: {1}", target, e.getMessage());
        }
    }

    /**
     * Commits files in this order, all of them or none: if one cannot be replaced, for instance because another program
     * has it open, the earlier files return. Only a program that is killed in between leaves some of each.
     */
    public static void commitAll(List<AtomicFile> files) {
        Deque<ReplacedFile> replaced = new ArrayDeque<>();
        boolean committed = false;
        try {
            for (AtomicFile file : files) {
                replaced.addFirst(ReplacedFile.keep(file.target));
                file.commit();
            }
            committed = true;
        } finally {
            if (!committed) {
                replaced.forEach(ReplacedFile::restore);
            }
            replaced.forEach(ReplacedFile::forget);
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
                Files.deleteIfExists(tempFile);
                TempFiles.unregister(tempFile);
            }
        }
    }

    /** The error for a file that cannot be written. */
    public static InvalidInputException writeError(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new InvalidInputException(path.toString(), Rule.WRITE_DENIED);
        }
        if (e instanceof NoSuchFileException none) {
            return new InvalidInputException(path.toString(), Rule.WRITE_TO_MISSING, none.getFile());
        }
        return new InvalidInputException(path.toString(), Rule.UNWRITABLE_BECAUSE, IoReason.of(e)).withCause(e);
    }
}
