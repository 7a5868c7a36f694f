package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ejml.data.DMatrixRMaj;

/**
 * Reads grayscale images of ten classes from a pair of gzipped IDX files, the format of the MNIST database: big-endian
 * 32-bit headers (2051, images, rows, columns and 2049, labels), then one byte for each pixel, row by row, and one for
 * each label.
 */
final class IdxImageReader {
    private static final int IMAGES_MAGIC = 2051;
    private static final int LABELS_MAGIC = 2049;
    private static final int CLASSES = 10;
    private static final int MAX_SIDE = 1 << 12;
    private static final double MAX_PIXEL_VALUE = 255;

    private IdxImageReader() {}

    /**
     * Reads the first {@code samples} images and divides each pixel by 255.
     *
     * @param imagesLabel stands for the images file in error messages
     * @param labelsLabel stands for the labels file in error messages
     * @throws InvalidInputException if a file is damaged or has fewer images
     */
    static DataSet read(
            String name, InputStream images, String imagesLabel, InputStream labels, String labelsLabel, int samples)
            throws IOException {
        double[] targets = readCompletely(labelsLabel, () -> readLabels(labels, labelsLabel, samples));
        return readCompletely(imagesLabel, () -> readImages(name, images, imagesLabel, targets));
    }

    private interface IoSupplier<T> {
        T read() throws IOException;
    }

    private static <T> T readCompletely(String label, IoSupplier<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException | ZipException e) {
            throw new InvalidInputException(label, Rule.DAMAGED).withCause(e);
        }
    }

    private static double[] readLabels(InputStream in, String label, int samples) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in));
        readHeader(data, LABELS_MAGIC, samples, label);
        byte[] bytes = new byte[samples];
        data.readFully(bytes);
        double[] targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            if (bytes[i] < 0 || bytes[i] >= CLASSES) {
                throw new InvalidInputException(label, Rule.MNIST_LABELS, bytes[i] & 0xff);
            }
            targets[i] = bytes[i];
        }
        return targets;
    }

    private static DataSet readImages(String name, InputStream in, String label, double[] targets) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        readHeader(data, IMAGES_MAGIC, targets.length, label);
        ImageShape shape = new ImageShape(1, readSide(data, label), readSide(data, label));
        int pixels = (int) shape.size();
        DMatrixRMaj features = new DMatrixRMaj(targets.length, pixels);
        byte[] image = new byte[pixels];
        for (int row = 0; row < targets.length; row++) {
            data.readFully(image);
            for (int i = 0; i < pixels; i++) {
                features.data[row * pixels + i] = (image[i] & 0xff) / MAX_PIXEL_VALUE;
            }
        }
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        DataSet.Columns columns = DataSet.Columns.classification(pixelNames(shape), "digit", classes);
        return new DataSet(name, features, targets, columns).withImage(shape);
    }

    private static void readHeader(DataInputStream data, int magic, int samples, String label) throws IOException {
        int foundMagic = data.readInt();
        if (foundMagic != magic) {
            throw new InvalidInputException(label, Rule.MNIST_MAGIC, magic, foundMagic);
        }
        int count = data.readInt();
        if (count < samples) {
            throw new InvalidInputException(label, Rule.MNIST_IMAGES, samples, count);
        }
    }

    private static int readSide(DataInputStream data, String label) throws IOException {
        int side = data.readInt();
        if (side < 1 || side > MAX_SIDE) {
            throw new InvalidInputException(label, Rule.MNIST_SIDE, MAX_SIDE, side);
        }
        return side;
    }

    /** {@code pixelR_C}: row R, column C, both from 0. */
    private static List<String> pixelNames(ImageShape shape) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                names.add("pixel" + row + "_" + column);
            }
        }
        return names;
    }
}
