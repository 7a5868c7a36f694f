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
 * The data sets in the jar, with their rows in file order; {@code datasets/SOURCES.md} lists their sources. Each one is
 * read on first use and then cached.
 */
public enum BundledDataSet {
    /** Four measurements of 150 irises, three species. */
    IRIS("iris", "species", "", PredictionTask.CLASSIFICATION, 1, 4, 3, 150),
    /** Thirteen chemical measurements of 178 wines, three cultivars. */
    WINE("wine", "cultivar", "", PredictionTask.CLASSIFICATION, 1, 13, 3, 178),
    /** Thirty measurements of 569 samples of cell nuclei, malignant or benign. */
    BREAST_CANCER("breastCancer", "diagnosis", "", PredictionTask.CLASSIFICATION, 1, 30, 2, 569),
    /** Four body measurements of the 342 penguins that have all of them, three species. */
    PENGUINS(
            "penguins",
            "species",
            "billLength billDepth flipperLength bodyMass",
            PredictionTask.CLASSIFICATION,
            1,
            4,
            3,
            342),
    /** 1,797 handwritten digits of 8 × 8 pixels, divided by 16 into [0, 1]. */
    DIGITS("digits", "digit", "", PredictionTask.CLASSIFICATION, 16, 64, 10, 1797),
    /** Ten measurements of 442 patients, and the progression of their disease. */
    DIABETES("diabetes", "progression", "", PredictionTask.REGRESSION, 1, 10, 1, 442),
    /** Six attributes of the 392 cars whose horsepower is known, and their fuel economy in miles per gallon. */
    AUTO_MPG(
            "autoMpg",
            "mpg",
            "cylinders displacement horsepower weight acceleration modelYear",
            PredictionTask.REGRESSION,
            1,
            6,
            1,
            392),
    /** The first 10,000 handwritten digits of MNIST's training images, 28 × 28 pixels, divided by 255 into [0, 1]. */
    MNIST("mnist", "digit", "", PredictionTask.CLASSIFICATION, 255, 784, 10, 10_000);

    /** A cache with soft references, because MNIST takes 63 MB and can be read again quickly. */
    private static final Map<BundledDataSet, SoftReference<DataSet>> CACHE = new ConcurrentHashMap<>();

    private final String fileName;
    private final String target;
    private final String columns;
    private final PredictionTask task;
    private final double divisor;
    private final int features;
    private final int outputs;
    private final int samples;

    BundledDataSet(
            String fileName,
            String target,
            String columns,
            PredictionTask task,
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

    /** Returns the bundled data set with this name. */
    public static Optional<BundledDataSet> named(String name) {
        return List.of(values()).stream().filter(b -> b.fileName.equals(name)).findFirst();
    }

    /** The name used in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether the target is a class or a number. */
    public PredictionTask task() {
        return task;
    }

    /** The number of features of a row. */
    public int features() {
        return features;
    }

    /** The number of classes, or 1 for regression. */
    public int outputs() {
        return outputs;
    }

    /** The number of rows. */
    public int samples() {
        return samples;
    }

    /** How the features of a row form an image; null if they do not. */
    public @Nullable ImageShape image() {
        return switch (this) {
            case DIGITS -> new ImageShape(1, 8, 8);
            case MNIST -> new ImageShape(1, 28, 28);
            case IRIS, WINE, BREAST_CANCER, PENGUINS, DIABETES, AUTO_MPG -> null;
        };
    }

    /** Returns all rows, with the features already scaled by the divisor; cached while there is enough memory. */
    public DataSet load() {
        SoftReference<DataSet> cachedReference = CACHE.get(this);
        DataSet cachedData = cachedReference == null ? null : cachedReference.get();
        if (cachedData != null) {
            return cachedData;
        }
        synchronized (this) {
            SoftReference<DataSet> latestReference = CACHE.get(this);
            DataSet loadedData = latestReference == null ? null : latestReference.get();
            if (loadedData == null) {
                loadedData = this == MNIST ? readImages(samples) : readTable();
                CACHE.put(this, new SoftReference<>(loadedData));
            }
            return loadedData;
        }
    }

    /** Returns the first {@code rows} rows, 1 … {@link #samples()}; of a large set, reads no more than these. */
    public DataSet load(int rows) {
        if (rows == samples) {
            return load();
        }
        if (this == MNIST) {
            return readImages(rows);
        }
        return load().firstRows(rows);
    }

    private DataSet readTable() {
        String path = "/datasets/" + fileName + ".csv";
        try (InputStream in = resource(path)) {
            List<String> names = columns.isEmpty() ? List.of() : List.of(columns.split(" ", -1));
            CsvSettings settings = new CsvSettings(fileName, target, names, task, true);
            DataSet table = CsvDataReader.read(in, fileName, settings, CsvDataReader.MAX_NUMBERS);
            DMatrixRMaj scaled = table.features();
            for (int i = 0; i < scaled.data.length; i++) {
                scaled.data[i] /= divisor;
            }
            return table.withImage(image());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private DataSet readImages(int rows) {
        String images = "/datasets/" + fileName + "-images.idx3-ubyte.gz";
        String labels = "/datasets/" + fileName + "-labels.idx1-ubyte.gz";
        try (InputStream imagesIn = resource(images);
                InputStream labelsIn = resource(labels)) {
            return IdxImageReader.read(fileName, imagesIn, images, labelsIn, labels, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(images, e);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(BundledDataSet.class.getResourceAsStream(path), path);
    }
}
