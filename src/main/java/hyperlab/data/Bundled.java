package hyperlab.data;

import hyperlab.image.ImageShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The data sets in the jar, in file order; {@code datasets/SOURCES.md} says where each is from. Each is read when it is
 * first asked for and kept.
 */
public enum Bundled {
    /** Four measures of 150 irises, three species. */
    IRIS("iris", "species", "", Task.CLASSIFICATION, 1, 4, 3, 150),
    /** Thirteen analyses of 178 wines, three cultivars. */
    WINE("wine", "cultivar", "", Task.CLASSIFICATION, 1, 13, 3, 178),
    /** Thirty measures of 569 samples of cell nuclei, malignant or benign. */
    BREAST_CANCER("breastCancer", "diagnosis", "", Task.CLASSIFICATION, 1, 30, 2, 569),
    /** Four body measures of the 342 penguins that have them all, three species. */
    PENGUINS("penguins", "species", "billLength billDepth flipperLength bodyMass", Task.CLASSIFICATION, 1, 4, 3, 342),
    /** 1,797 handwritten digits of 8 × 8 pixels, divided by 16 into [0, 1]. */
    DIGITS("digits", "digit", "", Task.CLASSIFICATION, 16, 64, 10, 1797),
    /** Ten measures of 442 patients, and the progression of their disease. */
    DIABETES("diabetes", "progression", "", Task.REGRESSION, 1, 10, 1, 442),
    /** Six measures of the 392 cars whose horsepower is known, and how far they go on a gallon. */
    AUTO_MPG(
            "autoMpg",
            "mpg",
            "cylinders displacement horsepower weight acceleration modelYear",
            Task.REGRESSION,
            1,
            6,
            1,
            392),
    /** The first 10,000 handwritten digits of MNIST's training images, 28 × 28 pixels, divided by 255 into [0, 1]. */
    MNIST("mnist", "digit", "", Task.CLASSIFICATION, 255, 784, 10, 10_000);

    /** Softly: MNIST is 63 MB, and is read again in a moment. */
    private static final Map<Bundled, SoftReference<DataSet>> READ = new ConcurrentHashMap<>();

    private final String fileName;
    private final String target;
    private final String columns;
    private final Task task;
    private final double divisor;
    private final int features;
    private final int outputs;
    private final int samples;

    Bundled(
            String fileName,
            String target,
            String columns,
            Task task,
            double divisor,
            int features,
            int outputs,
            int samples) {
        this.fileName = fileName;
        this.target = target;
        this.columns = columns;
        this.task = task;
        this.divisor = divisor;
        this.features = features;
        this.outputs = outputs;
        this.samples = samples;
    }

    /** The bundled set of this name. */
    public static Optional<Bundled> named(String name) {
        return List.of(values()).stream().filter(b -> b.fileName.equals(name)).findFirst();
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** What is to be predicted. */
    public Task task() {
        return task;
    }

    /** Features of a row. */
    public int features() {
        return features;
    }

    /** The number of classes, or 1 for a regression. */
    public int outputs() {
        return outputs;
    }

    /** Number of rows. */
    public int samples() {
        return samples;
    }

    /** How a row's features form an image; null where they form none. */
    public @Nullable ImageShape image() {
        return switch (this) {
            case DIGITS -> new ImageShape(1, 8, 8);
            case MNIST -> new ImageShape(1, 28, 28);
            default -> null;
        };
    }

    /** All rows, the features as they are used; kept while there is memory. */
    public DataSet load() {
        SoftReference<DataSet> kept = READ.get(this);
        DataSet known = kept == null ? null : kept.get();
        if (known != null) {
            return known;
        }
        synchronized (this) {
            SoftReference<DataSet> newest = READ.get(this);
            DataSet read = newest == null ? null : newest.get();
            if (read == null) {
                read = this == MNIST ? images(samples) : table();
                READ.put(this, new SoftReference<>(read));
            }
            return read;
        }
    }

    /** The first {@code rows} rows, 1 … {@link #samples()}; reads no more of a large set than these. */
    public DataSet load(int rows) {
        if (rows == samples) {
            return load();
        }
        if (this == MNIST) {
            return images(rows);
        }
        return load().first(rows);
    }

    private DataSet table() {
        String path = "/datasets/" + fileName + ".csv";
        try (InputStream in = resource(path)) {
            List<String> names = columns.isEmpty() ? List.of() : List.of(columns.split(" ", -1));
            CsvSettings settings = new CsvSettings(fileName, target, names, task, true);
            DataSet table = CsvData.read(in, fileName, settings, CsvData.MOST_NUMBERS);
            DMatrixRMaj scaled = table.features();
            for (int i = 0; i < scaled.data.length; i++) {
                scaled.data[i] /= divisor;
            }
            return table.withImage(image());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private DataSet images(int rows) {
        String images = "/datasets/" + fileName + "-images.idx3-ubyte.gz";
        String labels = "/datasets/" + fileName + "-labels.idx1-ubyte.gz";
        try (InputStream imagesIn = resource(images);
                InputStream labelsIn = resource(labels)) {
            return IdxImages.read(fileName, imagesIn, images, labelsIn, labels, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(images, e);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(Bundled.class.getResourceAsStream(path), path);
    }
}
