package hyperlab.app.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What each open file held when this window last read or wrote it, so that a change by another program is noticed. The
 * contents are compared, not the times: copying a file back changes nothing. Safe for use by several threads.
 */
public final class FileVersions {
    private final Map<Path, String> known = new ConcurrentHashMap<>();
    /** Files whose known version is neither on the stage nor was written by this window. */
    private final Set<Path> declined = ConcurrentHashMap.newKeySet();

    /**
     * The version of a file: the SHA-256 of its contents, in hexadecimal; null if there is no file that can be read.
     */
    public static @Nullable String of(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return null;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Records that this version of the file is on the stage; null if it is not known. */
    public void markRead(Path file, @Nullable String version) {
        Path key = key(file);
        declined.remove(key);
        if (version == null) {
            known.remove(key);
        } else {
            known.put(key, version);
        }
    }

    /** Records that this window has written the file. */
    public void markWritten(Path file, String text) {
        markRead(file, HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Records that the user knows what the file holds now, and wants to replace it. */
    public void decline(Path file) {
        String version = of(file);
        if (version != null) {
            known.put(key(file), version);
            declined.add(key(file));
        }
    }

    /**
     * The version to compare with after the next start; null if there is none. If the user declined what the file
     * holds, it fits no file, so that the question comes again.
     */
    public @Nullable String savedVersion(Path file) {
        return declined.contains(key(file)) ? "" : known.get(key(file));
    }

    /**
     * The version of the file if it is not the known one; null if nothing has changed. A file that is missing has lost
     * nothing that could be loaded.
     */
    public @Nullable String findChange(Path file) {
        String before = known.get(key(file));
        String now = before == null ? null : of(file);
        return now != null && now.equals(before) ? null : now;
    }

    /** Whether this version of the file is the known one. Does not use the disk. */
    boolean isKnown(Path file, String version) {
        return version.equals(known.get(key(file)));
    }

    /**
     * Copies what another program wrote and the user declined, because the file is about to be replaced.
     *
     * @return the copy, in the same folder; null if there is nothing to keep
     */
    public @Nullable Path keepDeclined(Path file) throws IOException {
        Path key = key(file);
        if (!declined.contains(key) || !Files.isRegularFile(key)) {
            return null;
        }
        String name = String.valueOf(key.getFileName());
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        Path copy = key.resolveSibling(stem + "-other" + ending);
        for (int number = 2; Files.exists(copy); number++) {
            copy = key.resolveSibling(stem + "-other-" + number + ending);
        }
        Files.copy(key, copy);
        return copy;
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
