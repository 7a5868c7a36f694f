package hyperlab.batch;

import hyperlab.data.CsvFormat;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.rule.Checks;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a data set that the two-weight model uses.
 *
 * @param source a bundled data set, or {@code csv}
 * @param file the path of the table, relative to the document's folder; not null if and only if the source is
 *     {@code csv}
 * @param x the name of the column for the first weight
 * @param y the name of the column for the second weight; different from {@code x}
 * @param target the name of the column to predict; different from {@code x} and {@code y}
 * @param outlier how extreme the planted outlier is, 0 … {@value #MAX_OUTLIER}; 0 plants none ({@link TwoWeightModel})
 */
public record TwoWeightModelSettings(
        String source, @Nullable String file, String x, String y, String target, double outlier) {
    public static final double MAX_OUTLIER = 20;

    private static final double MAX_CORRELATION = 0.3;

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

    public static final TwoWeightModelSettings DEFAULT =
            new TwoWeightModelSettings("iris", null, "petalWidth", "sepalLength", "petalLength", 0);

    public TwoWeightModelSettings {
        if (source.equals(DataSettings.CSV) != (file != null)) {
            throw new InvalidInputException("file", Rule.SOURCE_CSV_ONLY, source);
        }
        if (x.equals(y)) {
            throw new InvalidInputException("y", Rule.OTHER_COLUMN, "x", y);
        }
        if (target.equals(x) || target.equals(y)) {
            throw new InvalidInputException("target", Rule.THIRD_COLUMN, "x", "y", target);
        }
        Checks.within("oddSample", outlier, 0, MAX_OUTLIER);
    }

    public TwoWeightModelSettings withColumns(String newX, String newY, String newTarget) {
        return new TwoWeightModelSettings(source, file, newX, newY, newTarget, outlier);
    }

    /** Returns a copy with another path to the table. */
    public TwoWeightModelSettings withFile(String newFile) {
        return new TwoWeightModelSettings(source, newFile, x, y, target, outlier);
    }

    public TwoWeightModelSettings withOutlier(double newOutlier) {
        return new TwoWeightModelSettings(source, file, x, y, target, newOutlier);
    }

    /**
     * Returns the default columns of a data set: its first two columns, and the numeric target or otherwise the third
     * column. For images, whose first pixels are blank in almost every row, it picks the pixel with the strongest
     * correlation with the target (Pearson's correlation, absolute value), and the next strongest whose correlation
     * with the first is below {@value #MAX_CORRELATION}.
     *
     * @throws InvalidInputException if the data set has fewer than three numeric columns that vary
     */
    public static TwoWeightModelSettings defaultsFor(String source, @Nullable String file, DataSet data) {
        if (source.equals(DEFAULT.source)) {
            return DEFAULT;
        }
        List<String> columns = numericColumns(data);
        if (columns.size() < 3) {
            throw new InvalidInputException(data.name(), Rule.THREE_NUMERIC_COLUMNS, columns.size());
        }
        String target = columns.contains(data.targetName()) ? columns.get(columns.size() - 1) : columns.get(2);
        if (data.image() != null && target.equals(data.targetName())) {
            return mostCorrelatedPixels(source, file, data, columns.subList(0, columns.size() - 1));
        }
        return new TwoWeightModelSettings(source, file, columns.get(0), columns.get(1), target, 0);
    }

    private static TwoWeightModelSettings mostCorrelatedPixels(
            String source, @Nullable String file, DataSet data, List<String> pixels) {
        double[] withTarget = correlations(data, numericTarget(data));
        List<Integer> ranked = pixels.stream()
                .map(data.featureNames()::indexOf)
                .sorted(Comparator.comparingDouble(pixel -> -withTarget[pixel]))
                .toList();
        double[] withFirst = correlations(data, column(data, ranked.get(0)));
        int second = ranked.stream()
                .filter(pixel -> withFirst[pixel] < MAX_CORRELATION)
                .findFirst()
                .orElse(ranked.get(1));
        List<String> names = data.featureNames();
        return new TwoWeightModelSettings(
                source, file, names.get(ranked.get(0)), names.get(second), data.targetName(), 0);
    }

    /**
     * The absolute correlation of each feature with {@code numbers}, which has one value for each row; 0 for a constant
     * feature.
     */
    private static double[] correlations(DataSet data, double... numbers) {
        int features = data.features().numCols;
        double mean = DoubleStream.of(numbers).average().orElse(0);
        double[] sums = new double[features];
        double[] squares = new double[features];
        double[] products = new double[features];
        double targetSquares = 0;
        for (int row = 0; row < numbers.length; row++) {
            double deviation = numbers[row] - mean;
            targetSquares += deviation * deviation;
            for (int k = 0; k < features; k++) {
                double value = data.features().get(row, k);
                sums[k] += value;
                squares[k] += value * value;
                products[k] += value * deviation;
            }
        }
        double[] absoluteCorrelations = new double[features];
        for (int k = 0; k < features; k++) {
            double ownSquares = squares[k] - sums[k] * sums[k] / numbers.length;
            absoluteCorrelations[k] =
                    ownSquares > 0 ? Math.abs(products[k]) / Math.sqrt(ownSquares * targetSquares) : 0;
        }
        return absoluteCorrelations;
    }

    /**
     * Loads the data set of the source.
     *
     * @param folder the folder that {@code file} is relative to; null for the working directory
     * @throws InvalidInputException for an unknown source or a file that cannot be read
     */
    public DataSet load(@Nullable Path folder) {
        return load(source, file, folder);
    }

    /** Loads the data set of a source; see {@link #load(Path)}. */
    public static DataSet load(String source, @Nullable String file, @Nullable Path folder) {
        CsvSettings csv =
                file == null ? null : csvSettings(file, folder == null ? Path.of(file) : folder.resolve(file));
        DataSettings defaults = DataSettings.DEFAULT;
        return DataSplitter.load(
                new DataSettings(
                        source,
                        null,
                        defaults.noise(),
                        defaults.trainFraction(),
                        SplitOrder.SEQUENTIAL,
                        false,
                        csv,
                        null),
                0,
                folder);
    }

    private static CsvSettings csvSettings(String file, Path path) {
        CsvFormat format = CsvFormat.detect(path);
        return CsvSettings.withLastColumnAsTarget(file, format, DataSplitter.csvColumns(path, format));
    }

    /** N for this data set, including the outlier. */
    public int samples(DataSet data) {
        return data.samples() + (outlier > 0 ? 1 : 0);
    }

    /** The numeric columns that are not constant, with a numeric target last. */
    public static List<String> numericColumns(DataSet data) {
        Stream<String> features = IntStream.range(0, data.features().numCols)
                .filter(column -> varies(data, column))
                .mapToObj(data.featureNames()::get);
        double[] targets = numericTarget(data);
        return Stream.concat(features, varies(targets) ? Stream.of(data.targetName()) : Stream.of())
                .toList();
    }

    /**
     * The values of the target if it is numeric, or if all class names are numbers, such as digits; otherwise an empty
     * array.
     */
    private static double[] numericTarget(DataSet data) {
        if (data.task() == PredictionTask.REGRESSION) {
            return data.targets();
        }
        double[] numbers = new double[data.classNames().size()];
        for (int k = 0; k < numbers.length; k++) {
            String name = data.classNames().get(k);
            if (!NUMBER.matcher(name).matches()) {
                return new double[0];
            }
            numbers[k] = Double.parseDouble(name);
        }
        return DoubleStream.of(data.targets())
                .map(index -> numbers[(int) index])
                .toArray();
    }

    /**
     * Returns the values of a column, one for each row.
     *
     * @throws InvalidInputException for {@code key} if the column does not exist or is constant
     */
    static double[] column(DataSet data, String name, String key) {
        int index = data.featureNames().indexOf(name);
        double[] numbers =
                index >= 0 ? column(data, index) : name.equals(data.targetName()) ? numericTarget(data) : new double[0];
        if (!varies(numbers)) {
            throw ClosestMatch.near(name, numericColumns(data))
                    .map(nearest -> new InvalidInputException(key, Rule.UNKNOWN_COLUMN, data.name(), name, nearest))
                    .orElseGet(() -> new InvalidInputException(key, Rule.NO_NEAR_COLUMN, data.name(), name));
        }
        return numbers;
    }

    private static double[] column(DataSet data, int index) {
        return IntStream.range(0, data.samples())
                .mapToDouble(row -> data.features().get(row, index))
                .toArray();
    }

    /** Stops at the first row that differs, so most pixels of an image need only a few rows. */
    private static boolean varies(DataSet data, int column) {
        double first = data.features().get(0, column);
        return IntStream.range(1, data.samples())
                .anyMatch(row -> data.features().get(row, column) != first);
    }

    private static boolean varies(double... numbers) {
        for (double number : numbers) {
            if (number != numbers[0]) {
                return true;
            }
        }
        return false;
    }
}
