package hyperlab.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects frames of one size in compressed form. The palette can be chosen only when all frames and thus all colors
 * are known.
 */
final class GifFrameBuffer {
    private static final int CHANNEL_COUNT = 3;

    private final List<byte[]> frames = new ArrayList<>();
    private int width;
    private int height;

    /** @param image of the same size as the frames before */
    void add(BufferedImage image) {
        if (frames.isEmpty()) {
            width = image.getWidth();
            height = image.getHeight();
        } else if (image.getWidth() != width || image.getHeight() != height) {
            throw new IllegalArgumentException("a frame of another size");
        }
        frames.add(compress(image.getRGB(0, 0, width, height, null, 0, width)));
    }

    int frameCount() {
        return frames.size();
    }

    /**
     * Encodes all frames as a GIF that loops forever.
     *
     * @param progress receives the progress, 0 … 1
     * @return empty if canceled
     */
    Optional<byte[]> encode(EmbeddedMetadata metadata, DoubleConsumer progress, BooleanSupplier cancelled) {
        ColorHistogram colors = new ColorHistogram();
        int[] previous = null;
        for (byte[] frame : frames) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            int[] current = decompress(frame);
            countChangedPixels(current, previous, colors);
            previous = current;
        }
        progress.accept(0.5);
        try (GifWriter gif = new GifWriter(width, height, GifPalette.of(colors), metadata)) {
            for (int k = 0; k < frames.size(); k++) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                gif.add(decompress(frames.get(k)), GifEpochs.delayHundredths(k, frames.size()));
                progress.accept(0.5 + 0.5 * (k + 1) / frames.size());
            }
            return Optional.of(gif.finish());
        } catch (IOException e) {
            // All I/O is in memory.
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the colors of the pixels that differ from the previous frame. */
    private static void countChangedPixels(int[] current, int @Nullable [] previous, ColorHistogram colors) {
        int from = 0;
        while (from < current.length) {
            if (previous != null && current[from] == previous[from]) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < current.length && current[to] == current[from]) {
                to++;
            }
            colors.add(current[from], to - from);
            from = to;
        }
    }

    private static byte[] compress(int[] pixels) {
        byte[] bytes = new byte[pixels.length * CHANNEL_COUNT];
        for (int k = 0; k < pixels.length; k++) {
            bytes[k] = (byte) (pixels[k] >> 16);
            bytes[pixels.length + k] = (byte) (pixels[k] >> 8);
            bytes[2 * pixels.length + k] = (byte) pixels[k];
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    private int[] decompress(byte[] frame) {
        byte[] bytes = new byte[width * height * CHANNEL_COUNT];
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(frame)))) {
            in.readFully(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] pixels = new int[width * height];
        Arrays.setAll(
                pixels,
                k -> (bytes[k] & 0xff) << 16
                        | (bytes[pixels.length + k] & 0xff) << 8
                        | (bytes[2 * pixels.length + k] & 0xff));
        return pixels;
    }
}
