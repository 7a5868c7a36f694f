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
final class Film {
    private static final int CHANNELS = 3;

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
        frames.add(packed(image.getRGB(0, 0, width, height, null, 0, width)));
    }

    int frames() {
        return frames.size();
    }

    /**
     * Encodes all frames as a GIF that loops forever.
     *
     * @param share receives the progress, 0 … 1
     * @return empty if cancelled
     */
    Optional<byte[]> gif(Carried carried, DoubleConsumer share, BooleanSupplier cancelled) {
        FilmColours seen = new FilmColours();
        int[] before = null;
        for (byte[] frame : frames) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            int[] now = unpacked(frame);
            count(now, before, seen);
            before = now;
        }
        share.accept(0.5);
        try (FilmGif gif = new FilmGif(width, height, FilmPalette.of(seen), carried)) {
            for (int k = 0; k < frames.size(); k++) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                gif.add(unpacked(frames.get(k)), FilmEpochs.hundredths(k, frames.size()));
                share.accept(0.5 + 0.5 * (k + 1) / frames.size());
            }
            return Optional.of(gif.end());
        } catch (IOException e) {
            // All I/O is in memory.
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the colors of the pixels that differ from the previous frame. */
    private static void count(int[] now, int @Nullable [] before, FilmColours seen) {
        int from = 0;
        while (from < now.length) {
            if (before != null && now[from] == before[from]) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < now.length && now[to] == now[from]) {
                to++;
            }
            seen.add(now[from], to - from);
            from = to;
        }
    }

    private static byte[] packed(int[] pixels) {
        byte[] bytes = new byte[pixels.length * CHANNELS];
        for (int k = 0; k < pixels.length; k++) {
            bytes[k] = (byte) (pixels[k] >> 16);
            bytes[pixels.length + k] = (byte) (pixels[k] >> 8);
            bytes[2 * pixels.length + k] = (byte) pixels[k];
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private int[] unpacked(byte[] frame) {
        byte[] bytes = new byte[width * height * CHANNELS];
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
