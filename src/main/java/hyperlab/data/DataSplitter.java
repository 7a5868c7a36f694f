package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads data and splits them for a run, as the settings specify. */
public final class DataSplitter {
    private DataSplitter() {}

    /**
     * Generates or reads the data, splits them, fills gaps, and, if requested, standardizes all parts. The statistics
     * for both come from the training part. Draws from the streams {@code data} and {@code noise} (generators) and
     * {@code split}, the last with the seed from {@link SplitSettings#splitSeedFor}.
     *
     * @param folder the folder that a CSV file's path is relative to; null for the working directory
     * @throws InvalidInputException for {@code data.source}, {@code data.samples}, {@code data.trainFraction},
     *     {@code data.testFraction}, … or for a position in a CSV file
     */
    public static DataSplit loadAndSplit(DataSettings settings, long seed, @Nullable Path folder) {
        return split(load(settings, seed, folder), settings, seed);
    }

    /** Like {@link #loadAndSplit}, with data that {@link #load} has already returned for these settings. */
    public static DataSplit split(DataSet data, DataSettings settings, long seed) {
        SplitSettings splitSettings = settings.splitSettings();
        int rows = data.samples();
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        if (settings.split() == SplitOrder.SHUFFLED) {
            RandomStream.named(splitSettings.splitSeedFor(seed), "split").shuffle(order);
        }
        int testSize = testSize(rows, splitSettings.testFraction());
        int[] otherRows = Arrays.copyOf(order, rows - testSize);
        int[] testRows = Arrays.copyOfRange(order, rows - testSize, rows);
        int from = splitSettings.folds() == 0
                ? trainingSize(otherRows.length, settings)
                : foldBoundary(otherRows.length, splitSettings, 0);
        int to = splitSettings.folds() == 0 ? otherRows.length : foldBoundary(otherRows.length, splitSettings, 1);
        int[] validationRows = Arrays.copyOfRange(otherRows, from, to);
        int[] trainRows = new int[otherRows.length - validationRows.length];
        System.arraycopy(otherRows, 0, trainRows, 0, from);
        System.arraycopy(otherRows, to, trainRows, from, otherRows.length - to);
        DataSet all = filled(data, trainRows);
        DataSet train = all.rows(trainRows);
        DataSet validation = all.rows(validationRows);
        DataSet test = all.rows(testRows);
        Standardizer standardizer = settings.standardize()
                ? Standardizer.fit(train.features(), data.preparation().indicators())
                : null;
        if (standardizer != null) {
            // The parts are copies of the rows: another copy of large data might not fit into memory.
            Stream.of(train, validation, test).forEach(part -> standardizer.scale(part.features()));
        }
        return new DataSplit(all, train, validation, test, trainRows, validationRows, testRows, standardizer);
    }

    /** Fills the gaps of all rows with statistics of the training rows. */
    private static DataSet filled(DataSet data, int[] trainRows) {
        MissingValues missing = data.preparation().missing();
        return missing.fills()
                ? data.withFeatures(
                        Imputer.fit(data.rows(trainRows).features(), missing).filled(data.features()))
                : data;
    }

    private static int testSize(int rows, double fraction) {
        int testSize = (int) Math.floor(rows * fraction);
        if (fraction > 0 && (testSize < 1 || testSize > rows - 2)) {
            throw new InvalidInputException("data.testFraction", Rule.TEST_ROWS, rows, fraction);
        }
        return testSize;
    }

    private static int trainingSize(int rows, DataSettings settings) {
        int trainingSize = (int) Math.floor(rows * settings.trainFraction());
        if (trainingSize < 1 || trainingSize >= rows) {
            throw new InvalidInputException("data.trainFraction", Rule.SPLIT_ROWS, rows, settings.trainFraction());
        }
        return trainingSize;
    }

    /** The index of the first row of the fold ({@code after} = 0) or of the fold after it ({@code after} = 1). */
    private static int foldBoundary(int rows, SplitSettings splitSettings, int foldOffset) {
        if (rows < splitSettings.folds()) {
            throw new InvalidInputException("data.folds", Rule.TOO_MANY_FOLDS, rows, splitSettings.folds());
        }
        return (int) ((long) rows * (splitSettings.fold() + foldOffset) / splitSettings.folds());
    }

    /** Whether the seed determines the data themselves and not only how they are split. */
    public static boolean isGenerated(DataSettings settings) {
        return DataGenerator.named(settings.source()).isPresent();
    }

    /**
     * Returns the data without filling gaps, scaling or splitting; the arguments and errors are the same as in
     * {@link #loadAndSplit}.
     */
    public static DataSet load(DataSettings settings, long seed, @Nullable Path folder) {
        DataSet rows = rows(settings, seed, folder);
        ImageShape image = settings.image();
        if (image == null) {
            return rows;
        }
        try {
            return rows.withImage(image);
        } catch (InvalidInputException error) {
            throw error.withPrefix("data");
        }
    }

    private static DataSet rows(DataSettings settings, long seed, @Nullable Path folder) {
        try {
            DataSources.require(settings.source());
        } catch (InvalidInputException error) {
            throw error.withPrefix("data");
        }
        Optional<DataGenerator> generator = DataGenerator.named(settings.source());
        if (generator.isPresent()) {
            Integer samples = settings.samples();
            return generator
                    .get()
                    .generate(samples == null ? DataGenerator.DEFAULT_SAMPLES : samples, settings.noise(), seed);
        }
        Integer samples = settings.samples();
        CsvSettings csv = settings.csv();
        if (csv != null) {
            DataSet all = CsvDataReader.read(csv, folder);
            return samples == null ? all : firstRows(all.name(), all.samples(), samples, all::firstRows);
        }
        PointSet points = settings.points();
        if (points != null) {
            DataSet all = points.toDataSet();
            return samples == null ? all : firstRows(all.name(), all.samples(), samples, all::firstRows);
        }
        BundledDataSet bundled = BundledDataSet.named(settings.source()).orElseThrow();
        return samples == null
                ? bundled.load()
                : firstRows(bundled.fileName(), bundled.samples(), samples, bundled::load);
    }

    /**
     * Returns the names of a CSV file's columns, in order.
     *
     * @throws InvalidInputException if it is not a readable CSV file in this format
     */
    public static List<String> csvColumns(Path csv, CsvFormat format) {
        return CsvDataReader.columns(csv, format);
    }

    private static DataSet firstRows(String name, int all, int samples, IntFunction<DataSet> rows) {
        if (samples > all) {
            throw new InvalidInputException("data.samples", Rule.FEWER_ROWS, all, name, samples);
        }
        DataSet firstSamples = rows.apply(samples);
        if (firstSamples.task() == PredictionTask.CLASSIFICATION
                && Arrays.stream(firstSamples.targets()).distinct().count() < 2) {
            String onlyClass = firstSamples.classNames().get((int) firstSamples.targets()[0]);
            throw new InvalidInputException("data.samples", Rule.SECOND_CLASS, name, samples, onlyClass);
        }
        return firstSamples;
    }
}
