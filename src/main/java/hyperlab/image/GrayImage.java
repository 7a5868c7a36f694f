package hyperlab.image;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A grayscale image: 0 is black, 255 is white.
 *
 * @param height in pixels, ≥ 1
 * @param width in pixels, ≥ 1
 * @param pixels height × width values in row-major order; not copied, must not be modified
 */
public record GrayImage(int height, int width, double[] pixels) {
    /** The maximum number of pixels: a square with a side of 4,096. */
    public static final int MAX_PIXELS = 1 << 24;

    private static final double WHITE = 255;

    public GrayImage {
        if (pixels.length != (long) height * width) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + height + " × " + width);
        }
    }

    /** One channel of this height and width. */
    public ImageShape shape() {
        return new ImageShape(1, height, width);
    }

    /**
     * Reads an image in any format that Java supports: PNG, JPEG, GIF (first frame), BMP or TIFF. Gray values are used
     * unchanged. Colors are converted with the luma of Rec. ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, applied to the
     * stored values; color profiles are ignored. 16-bit values are divided by 257. Transparent pixels are blended with
     * white.
     *
     * @throws InvalidInputException if the file cannot be read, is not an image, is damaged, or has more than
     *     {@link #MAX_PIXELS}
     */
    public static GrayImage read(Path path) {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(name, Rule.DIRECTORY);
        }
        if (!Files.exists(path)) {
            throw new InvalidInputException(name, Rule.NOT_FOUND);
        }
        // Opening a pipe would wait for its writer.
        if (!Files.isRegularFile(path)) {
            throw new InvalidInputException(name, Rule.NOT_REGULAR_FILE);
        }
        if (!Files.isReadable(path)) {
            throw new InvalidInputException(name, Rule.READ_DENIED);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            return readFirst(in, name);
        } catch (IOException e) {
            throw new InvalidInputException(name, Rule.UNREADABLE_BECAUSE, IoReason.of(e)).withCause(e);
        }
    }

    /**
     * Reads an image like {@link #read(Path)}, but from a stream. Does not close the stream.
     *
     * @param name used instead of a file name in error messages
     * @throws InvalidInputException if the stream is not an image, is damaged, or has more than {@link #MAX_PIXELS}
     */
    public static GrayImage read(InputStream stream, String name) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(stream)) {
            return readFirst(in, name);
        }
    }

    private static GrayImage readFirst(@Nullable ImageInputStream in, String name) {
        Iterator<ImageReader> readers = in == null ? List.<ImageReader>of().iterator() : ImageIO.getImageReaders(in);
        if (in == null || !readers.hasNext()) {
            throw new InvalidInputException(name, Rule.UNKNOWN_PICTURE);
        }
        return read(readers.next(), in, name);
    }

    private static GrayImage read(ImageReader reader, ImageInputStream in, String name) {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getHeight(0) * reader.getWidth(0);
            if (pixels > MAX_PIXELS) {
                throw new InvalidInputException(
                        name, Rule.TOO_MANY_PIXELS, MAX_PIXELS, reader.getHeight(0), reader.getWidth(0));
            }
            return of(reader.read(0));
        } catch (InvalidInputException error) {
            throw error;
        } catch (IOException | RuntimeException e) {
            // Java's image readers throw various runtime exceptions on inconsistent data.
            throw new InvalidInputException(name, Rule.DAMAGED).withCause(e);
        } finally {
            reader.dispose();
        }
    }

    /** Converts an image in memory, in the same way as {@link #read(Path)}. */
    public static GrayImage of(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        double[] gray = new double[height * width];
        GrayRowReader rows = GrayRowReader.of(image);
        for (int y = 0; y < height; y++) {
            rows.readRow(y, gray, y * width);
        }
        return new GrayImage(height, width, gray);
    }

    /** Reads an image row by row as gray values, without Java's conversions between gray color spaces. */
    private interface GrayRowReader {
        void readRow(int y, double[] gray, int at);

        static GrayRowReader of(BufferedImage image) {
            ColorModel model = image.getColorModel();
            int colorSpaceType = model.getColorSpace().getType();
            boolean usesStoredValues = !(model instanceof IndexColorModel)
                    && !model.isAlphaPremultiplied()
                    && (colorSpaceType == ColorSpace.TYPE_GRAY || colorSpaceType == ColorSpace.TYPE_RGB);
            return usesStoredValues ? storedRowReader(image.getRaster(), model) : convertedRowReader(image);
        }
    }

    private static GrayRowReader storedRowReader(Raster raster, ColorModel model) {
        int bands = raster.getNumBands();
        int colors = model.getNumColorComponents();
        double[] largest = new double[bands];
        Arrays.setAll(largest, band -> (1 << model.getComponentSize(band)) - 1);
        int[] samples = new int[raster.getWidth() * bands];
        return (y, gray, at) -> {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
            for (int x = 0; x < raster.getWidth(); x++) {
                int first = x * bands;
                double level = colors == 1
                        ? toLevel(samples[first], largest[0])
                        : luma(
                                toLevel(samples[first], largest[0]),
                                toLevel(samples[first + 1], largest[1]),
                                toLevel(samples[first + 2], largest[2]));
                gray[at + x] =
                        bands > colors ? blendWithWhite(level, samples[first + colors] / largest[colors]) : level;
            }
        };
    }

    /** Indexed and less common color spaces, converted to sRGB by Java. */
    private static GrayRowReader convertedRowReader(BufferedImage image) {
        int[] colors = new int[image.getWidth()];
        return (y, gray, at) -> {
            image.getRGB(0, y, colors.length, 1, colors, 0, colors.length);
            for (int x = 0; x < colors.length; x++) {
                int color = colors[x];
                double level = luma(color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff);
                gray[at + x] = blendWithWhite(level, (color >>> 24) / WHITE);
            }
        };
    }

    private static double toLevel(int sample, double largest) {
        return sample / (largest / WHITE);
    }

    private static double luma(double red, double green, double blue) {
        return red == green && green == blue ? red : 0.299 * red + 0.587 * green + 0.114 * blue;
    }

    private static double blendWithWhite(double level, double opacity) {
        return opacity == 1 ? level : opacity * level + (1 - opacity) * WHITE;
    }

    /**
     * Returns this image resized to the given size. Each new pixel is the area-weighted mean of the old pixels that it
     * covers; enlarging repeats pixels.
     */
    public GrayImage resized(int newHeight, int newWidth) {
        double[] resizedRows = new double[height * newWidth];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                resizedRows[y * newWidth + x] = areaMean(pixels, y * width, 1, width, x, newWidth);
            }
        }
        double[] scaled = new double[newHeight * newWidth];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                scaled[y * newWidth + x] = areaMean(resizedRows, x, newWidth, height, y, newHeight);
            }
        }
        return new GrayImage(newHeight, newWidth, scaled);
    }

    /**
     * The mean of the numbers covered by part {@code at} when {@code count} numbers are divided into {@code parts}
     * equal parts.
     */
    private static double areaMean(double[] numbers, int first, int step, int count, int at, int parts) {
        double from = (double) at * count / parts;
        double to = (double) (at + 1) * count / parts;
        double sum = 0;
        for (int k = (int) from; k < count && k < to; k++) {
            sum += numbers[first + k * step] * (Math.min(to, k + 1) - Math.max(from, k));
        }
        return sum / (to - from);
    }

    /** Writes an 8-bit PNG. Values are rounded and clipped to 0 … 255. */
    public void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (int) Math.round(Math.max(0, Math.min(WHITE, pixels[y * width + x])));
            }
            image.getRaster().setSamples(0, y, width, 1, 0, row);
        }
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no PNG writer");
        }
    }
}
