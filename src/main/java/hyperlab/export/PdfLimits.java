package hyperlab.export;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Checks, before PDFBox parses a PDF, that its streams stay small when they are decompressed. PDFBox decompresses whole
 * object streams and cross-reference streams in memory, and deflate can expand a thousand times.
 */
final class PdfLimits {
    /** The maximum size of a PDF in bytes. */
    static final int MAX_PDF_BYTES = 64 << 20;
    /** The maximum size in bytes of all compressed streams of a PDF together, decompressed. */
    static final long MAX_DECOMPRESSED_BYTES = 128L << 20;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LAYERS = 4;
    /** The compression method of a zlib header: deflate with a window of at most 32 KiB (RFC 1950, 2.2). */
    private static final int DEFLATE = 8;

    private PdfLimits() {}

    /** Whether the file and its decompressed streams are small enough to be parsed. */
    static boolean holds(Path path) throws IOException {
        if (Files.size(path) > MAX_PDF_BYTES) {
            return false;
        }
        byte[] pdf = Files.readAllBytes(path);
        long total = 0;
        for (int start = indexOfStream(pdf, 0); start >= 0; start = indexOfStream(pdf, start)) {
            total += decompressedSize(
                    new ByteArrayInputStream(pdf, start, pdf.length - start),
                    MAX_DECOMPRESSED_BYTES - total,
                    MAX_LAYERS);
            if (total > MAX_DECOMPRESSED_BYTES) {
                return false;
            }
        }
        return true;
    }

    /**
     * The index after the next keyword {@code stream} and its end of line (ISO 32000-2, 7.3.8.1); -1 if there is none.
     */
    private static int indexOfStream(byte[] pdf, int from) {
        for (int i = from; i + STREAM.length < pdf.length; i++) {
            if (pdf[i] == STREAM[0] && Arrays.equals(pdf, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
                int end = i + STREAM.length;
                while (end < pdf.length && (pdf[end] == '\r' || pdf[end] == '\n')) {
                    end++;
                }
                if (end > i + STREAM.length) {
                    return end;
                }
            }
        }
        return -1;
    }

    /**
     * The size of a zlib stream, also of one inside another, decompressed, but at most {@code limit} + 1; 0 for other
     * data.
     */
    private static long decompressedSize(InputStream data, long limit, int layers) throws IOException {
        PushbackInputStream in = new PushbackInputStream(data, 2);
        byte[] header = in.readNBytes(2);
        in.unread(header);
        if (layers == 0 || header.length < 2 || !isZlib(header)) {
            return 0;
        }
        Inflater inflater = new Inflater();
        CountingStream content = new CountingStream(new InflaterInputStream(in, inflater));
        try {
            long inner = decompressedSize(content, limit, layers - 1);
            while (inner + content.count <= limit && content.skip(1 << 16) > 0) {
                // Skipping decompresses.
            }
            return inner + content.count;
        } catch (ZipException | EOFException e) {
            return content.count;
        } finally {
            inflater.end();
        }
    }

    private static boolean isZlib(byte[] header) {
        int first = header[0] & 0xFF;
        return (first & 0xF) == DEFLATE && ((first << 8) | (header[1] & 0xFF)) % 31 == 0;
    }

    /** Counts the bytes read. */
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long length) throws IOException {
            long skipped = super.skip(length);
            count += skipped;
            return skipped;
        }
    }
}
