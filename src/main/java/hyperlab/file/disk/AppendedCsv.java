package hyperlab.file.disk;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A table to which lines are appended, so that after an interruption, even by a crash, its complete lines are still
 * there; an incomplete or invalid end is cut off when it is opened. Locked against other programs while it is open. Use
 * by one thread at a time.
 */
public final class AppendedCsv implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private boolean truncated;

    private AppendedCsv(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens or creates the file and reads its lines.
     *
     * @param header the first line, with its line end
     * @param readLine is called with each complete line after the header; false if the line is invalid
     * @throws InvalidInputException if another program has it open, or it has another header
     */
    public static AppendedCsv open(Path file, String header, Predicate<String> readLine) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        AppendedCsv opened = new AppendedCsv(file, channel);
        try {
            opened.lock();
            opened.read(header, readLine);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return opened;
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException heldHere) {
            throw busyError();
        }
        throw busyError();
    }

    private InvalidInputException busyError() {
        return new InvalidInputException(String.valueOf(file.getParent()), Rule.FOLDER_BUSY);
    }

    /** Reads through the locked channel: closing another channel of the file would release the lock on Linux. */
    private byte[] readAll() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = channel.read(bytes, bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void read(String header, Predicate<String> readLine) throws IOException {
        if (channel.size() == 0) {
            append(header);
            return;
        }
        byte[] bytes = readAll();
        int completeBytes = 0;
        for (int i = 0; i < bytes.length; i++) {
            completeBytes = bytes[i] == '\n' ? i + 1 : completeBytes;
        }
        String text = new String(bytes, 0, completeBytes, StandardCharsets.UTF_8);
        if (!text.startsWith(header)) {
            throw new InvalidInputException(file.toString(), Rule.RUNGS_HEADER, header.strip());
        }
        truncated = completeBytes < bytes.length;
        int validBytes = header.length();
        for (String line : text.substring(header.length()).split("(?<=\n)", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (!readLine.test(line.strip())) {
                truncated = true;
                break;
            }
            validBytes += line.getBytes(StandardCharsets.UTF_8).length;
        }
        if (truncated) {
            channel.truncate(validBytes);
            channel.force(true);
        }
        channel.position(channel.size());
    }

    /** Whether the end of the file was damaged, so that the results on it must be computed again. */
    public boolean wasTruncated() {
        return truncated;
    }

    /** Appends complete lines and forces them to the disk. If the disk is full, nothing is appended. */
    public void append(String lines) throws IOException {
        long before = channel.size();
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        try {
            DiskProbe.beforeChange(file);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            DiskProbe.beforeChange(file);
            channel.force(false);
        } catch (IOException full) {
            channel.truncate(before);
            throw full;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
