package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
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
final class IdxImages {
    private static final int IMAGES = 2051;
    private static final int LABELS = 2049;
    private static final int CLASSES = 10;
    private static final int MOST_SIDE = 1 << 12;
    private static final double LARGEST = 255;

    private IdxImages() {}

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
        double[] targets = whole(labelsLabel, () -> targets(labels, labelsLabel, samples));
        return whole(imagesLabel, () -> images(name, images, imagesLabel, targets));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T whole(String label, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException | ZipException e) {
            InvalidInputException damaged = new InvalidInputException(label, "is cut short or damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static double[] targets(InputStream in, String label, int samples) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in));
        header(data, LABELS, samples, label);
        byte[] bytes = new byte[samples];
        data.readFully(bytes);
        double[] targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            if (bytes[i] < 0 || bytes[i] >= CLASSES) {
                throw new InvalidInputException(label, "must have labels from 0 to 9, got " + (bytes[i] & 0xff));
            }
            targets[i] = bytes[i];
        }
        return targets;
    }

    private static DataSet images(String name, InputStream in, String label, double[] targets) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        header(data, IMAGES, targets.length, label);
        ImageShape shape = new ImageShape(1, side(data, label), side(data, label));
        int pixels = (int) shape.size();
        DMatrixRMaj features = new DMatrixRMaj(targets.length, pixels);
        byte[] image = new byte[pixels];
        for (int row = 0; row < targets.length; row++) {
            data.readFully(image);
            for (int i = 0; i < pixels; i++) {
                features.data[row * pixels + i] = (image[i] & 0xff) / LARGEST;
            }
        }
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        return new DataSet(name, features, targets, pixelNames(shape), "digit", Task.CLASSIFICATION, classes, 0, shape);
    }

    private static void header(DataInputStream data, int magic, int samples, String label) throws IOException {
        int found = data.readInt();
        if (found != magic) {
            throw new InvalidInputException(label, "must begin with " + magic + ", got " + found);
        }
        int count = data.readInt();
        if (count < samples) {
            throw new InvalidInputException(label, "must hold at least " + samples + " images, got " + count);
        }
    }

    private static int side(DataInputStream data, String label) throws IOException {
        int side = data.readInt();
        if (side < 1 || side > MOST_SIDE) {
            throw new InvalidInputException(label, "must have images of 1 to " + MOST_SIDE + " pixels a side, got " + side);
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
