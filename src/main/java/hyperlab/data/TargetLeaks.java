package hyperlab.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that give the target away: those of which each value occurs with one value of the target only, in five
 * rows or more on average, and those that are a linear function of a numeric target.
 */
public final class TargetLeaks {
    private static final int MIN_ROWS_PER_VALUE = 5;
    private static final int MIN_ROWS = 5;

    /** How far a correlation may be from 1 because numbers in files are rounded. */
    private static final double ROUNDING = 1e-10;

    private TargetLeaks() {}

    /**
     * Returns the names of such columns among the features of a plan, in file order. Reads the whole file.
     *
     * @throws hyperlab.rule.InvalidInputException if the file can no longer be read
     */
    public static List<String> find(Path file, CsvPlan plan) {
        return CsvDataReader.scan(file, plan.format(), header -> new LeakScan(header.names(), plan))
                .leaks();
    }

    private static final class LeakScan implements CsvCallbackHandler.CsvRowHandler {
        private final List<@Nullable LeakCandidate> candidates = new ArrayList<>();
        private final int targetIndex;
        private final char decimalMark;
        private final long[] hashes;
        private final double[] numbers;
        private int rows;

        LeakScan(List<String> names, CsvPlan plan) {
            targetIndex = names.indexOf(plan.target());
            decimalMark = plan.format().decimal().character();
            hashes = new long[names.size()];
            numbers = new double[names.size()];
            for (String name : names) {
                boolean feature = plan.features().contains(name);
                candidates.add(feature ? new LeakCandidate(name, plan.task() == PredictionTask.REGRESSION) : null);
            }
        }

        @Override
        public void beginRow(long line) {}

        @Override
        public void handleCell(int column, char[] text, int from, int to) {
            if (column < hashes.length && (column == targetIndex || candidates.get(column) != null)) {
                hashes[column] = MissingMarkers.isMissing(text, from, to) ? 0 : ColumnProfiler.hash(text, from, to) | 1;
                numbers[column] = DecimalParser.parse(text, from, to, decimalMark);
            }
        }

        @Override
        public void endRow(int cells) {
            if (hashes[targetIndex] == 0) {
                return;
            }
            rows++;
            for (int i = 0; i < hashes.length; i++) {
                LeakCandidate candidate = candidates.get(i);
                if (candidate != null
                        && !candidate.add(hashes[i], numbers[i], hashes[targetIndex], numbers[targetIndex])) {
                    candidates.set(i, null);
                }
            }
        }

        List<String> leaks() {
            List<String> leaks = new ArrayList<>();
            for (LeakCandidate candidate : candidates) {
                if (candidate != null && rows >= MIN_ROWS && candidate.isLeak(rows)) {
                    leaks.add(candidate.name);
                }
            }
            return leaks;
        }
    }

    /** A column that may still be a leak. */
    private static final class LeakCandidate {
        private final String name;
        private final boolean regression;
        private final Map<Long, Long> targetByValue = new HashMap<>();
        private int count;
        private double mean;
        private double targetMean;
        private double squares;
        private double targetSquares;
        private double products;

        LeakCandidate(String name, boolean regression) {
            this.name = name;
            this.regression = regression;
        }

        /** Returns false if the row shows that the column is no leak. */
        boolean add(long value, double number, long target, double targetNumber) {
            if (!regression) {
                Long known = targetByValue.putIfAbsent(value, target);
                return (known == null || known == target) && targetByValue.size() <= CsvSettings.MAX_CATEGORIES;
            }
            if (Double.isNaN(number) || Double.isNaN(targetNumber)) {
                return false;
            }
            count++;
            double difference = number - mean;
            double targetDifference = targetNumber - targetMean;
            mean += difference / count;
            targetMean += targetDifference / count;
            squares += difference * (number - mean);
            targetSquares += targetDifference * (targetNumber - targetMean);
            products += difference * (targetNumber - targetMean);
            return true;
        }

        boolean isLeak(int rows) {
            return regression
                    ? squares > 0 && products * products >= (1 - ROUNDING) * squares * targetSquares
                    : targetByValue.size() > 1 && (long) targetByValue.size() * MIN_ROWS_PER_VALUE <= rows;
        }
    }
}
