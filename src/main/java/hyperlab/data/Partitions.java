package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Loads data and splits them for a run, as the settings specify. */
public final class Partitions {
    private Partitions() {}

    /**
     * Generates or reads the data, splits them, and, if requested, standardizes all parts by the training part. Draws
     * from the streams {@code data} and {@code noise} (generators) and {@code split}, the last with the seed from
     * {@link Parting#seedOf}.
     *
     * @param folder the folder that a CSV file's path is relative to; null for the working directory
     * @throws InvalidInputException for {@code data.source}, {@code data.samples}, {@code data.trainFraction},
     *     {@code data.testFraction}, … or for a position in a CSV file
     */
    public static Partition of(DataSettings settings, long seed, @Nullable Path folder) {
        return part(load(settings, seed, folder), settings, seed);
    }

    /** Like {@link #of}, with data that {@link #load} has already returned for these settings. */
    public static Partition part(DataSet whole, DataSettings settings, long seed) {
        Parting parting = settings.parting();
        int rows = whole.samples();
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        if (settings.split() == SplitOrder.SHUFFLED) {
            RandomStream.named(parting.seedOf(seed), "split").shuffle(order);
        }
        int tested = tested(rows, parting.testFraction());
        int[] others = Arrays.copyOf(order, rows - tested);
        int[] testRows = Arrays.copyOfRange(order, rows - tested, rows);
        int from = parting.folds() == 0 ? training(others.length, settings) : edge(others.length, parting, 0);
        int to = parting.folds() == 0 ? others.length : edge(others.length, parting, 1);
        int[] validationRows = Arrays.copyOfRange(others, from, to);
        int[] trainRows = new int[others.length - validationRows.length];
        System.arraycopy(others, 0, trainRows, 0, from);
        System.arraycopy(others, to, trainRows, from, others.length - to);
        DataSet train = whole.rows(trainRows);
        DataSet validation = whole.rows(validationRows);
        DataSet test = whole.rows(testRows);
        Standardizer standardizer = settings.standardize() ? Standardizer.fit(train.features()) : null;
        return new Partition(
                whole,
                scaled(train, standardizer),
                scaled(validation, standardizer),
                scaled(test, standardizer),
                trainRows,
                validationRows,
                testRows,
                standardizer);
    }

    private static DataSet scaled(DataSet part, @Nullable Standardizer standardizer) {
        return standardizer == null ? part : part.withFeatures(standardizer.scaled(part.features()));
    }

    private static int tested(int rows, double fraction) {
        int tested = (int) Math.floor(rows * fraction);
        if (fraction > 0 && (tested < 1 || tested > rows - 2)) {
            throw new InvalidInputException(
                    "data.testFraction",
                    "must hold out at least one of " + rows + " rows and leave two, got " + fraction);
        }
        return tested;
    }

    private static int training(int rows, DataSettings settings) {
        int training = (int) Math.floor(rows * settings.trainFraction());
        if (training < 1 || training >= rows) {
            throw new InvalidInputException(
                    "data.trainFraction",
                    "must leave at least one of " + rows + " rows to each part, got " + settings.trainFraction());
        }
        return training;
    }

    /** The index of the first row of the fold ({@code after} = 0) or of the fold after it ({@code after} = 1). */
    private static int edge(int rows, Parting parting, int after) {
        if (rows < parting.folds()) {
            throw new InvalidInputException("data.folds", "at most as many as there are rows to share, " + rows, parting.folds());
        }
        return (int) ((long) rows * (parting.fold() + after) / parting.folds());
    }

    /** Whether the seed determines the data themselves and not only how they are split. */
    public static boolean isDrawn(DataSettings settings) {
        return Generator.named(settings.source()).isPresent();
    }

    /** Returns the data without scaling or splitting; the arguments and errors are the same as in {@link #of}. */
    public static DataSet load(DataSettings settings, long seed, @Nullable Path folder) {
        DataSet rows = rows(settings, seed, folder);
        ImageShape image = settings.image();
        if (image == null) {
            return rows;
        }
        try {
            return rows.withImage(image);
        } catch (InvalidInputException refusal) {
            throw refusal.withPrefix("data");
        }
    }

    private static DataSet rows(DataSettings settings, long seed, @Nullable Path folder) {
        try {
            Sources.require(settings.source());
        } catch (InvalidInputException refusal) {
            throw refusal.withPrefix("data");
        }
        Optional<Generator> generator = Generator.named(settings.source());
        if (generator.isPresent()) {
            Integer samples = settings.samples();
            return generator
                    .get()
                    .generate(samples == null ? Generator.DEFAULT_SAMPLES : samples, settings.noise(), seed);
        }
        Integer samples = settings.samples();
        CsvSettings csv = settings.csv();
        if (csv != null) {
            DataSet all = CsvData.read(csv, folder);
            return samples == null ? all : first(all.name(), all.samples(), samples, all::first);
        }
        Bundled bundled = Bundled.named(settings.source()).orElseThrow();
        return samples == null ? bundled.load() : first(bundled.fileName(), bundled.samples(), samples, bundled::load);
    }

    /**
     * Returns the names of a CSV file's columns, in order.
     *
     * @throws InvalidInputException if it is not a readable CSV file
     */
    public static List<String> columns(Path csv) {
        return CsvData.columns(csv);
    }

    private static DataSet first(String name, int all, int samples, IntFunction<DataSet> rows) {
        if (samples > all) {
            throw new InvalidInputException("data.samples", "at most " + all + ", the rows that " + name + " has", samples);
        }
        DataSet taken = rows.apply(samples);
        if (taken.task() == Task.CLASSIFICATION
                && Arrays.stream(taken.targets()).distinct().count() < 2) {
            String only = taken.classNames().get((int) taken.targets()[0]);
            throw new InvalidInputException(
                    "data.samples",
                    "must reach a second class of " + name + ", got " + samples + ", which are all " + only);
        }
        return taken;
    }
}
