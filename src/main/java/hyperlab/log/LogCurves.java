package hyperlab.log;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the columns of a table into curves.
 *
 * <p>A whole number in the epoch column is the epoch in which the value was measured. If the column begins with 0,
 * epochs are counted from 0. The j-th of m values of one epoch is at the share j/m of that epoch, so the only value is
 * at its end. Epochs with fractions, as in Hugging Face logs, are the number of finished epochs. A table with neither
 * epochs nor steps counts its rows as steps.
 */
final class LogCurves {
    private final LogTable table;
    private final LogColumns columns;
    private final @Nullable LogColumn epochs;
    private final @Nullable LogColumn steps;
    private final boolean wholeEpochs;
    /** What is added to an epoch to get the number of epochs finished before it. */
    private final double finishedBefore;

    private final Map<Double, Double> epochOfStep = new HashMap<>();
    private final List<TrainingLog.Restart> restarts = new ArrayList<>();

    LogCurves(LogTable table, LogColumns columns) {
        this.table = table;
        this.columns = columns;
        epochs = column(LogQuantity.EPOCH);
        steps = column(LogQuantity.STEP);
        double[] numbers = epochs == null ? new double[0] : epochs.values();
        wholeEpochs = Arrays.stream(numbers).allMatch(epoch -> epoch == Math.rint(epoch));
        double first = Arrays.stream(numbers).min().orElse(0);
        finishedBefore = first == 0 && !countsFinishedEpochs() ? 0 : -1;
        if (epochs != null && steps != null) {
            for (int i = 0; i < epochs.size(); i++) {
                epochOfStep.put(steps.at(epochs.rows()[i], Double.NaN), epochs.values()[i]);
            }
        }
    }

    private @Nullable LogColumn column(LogQuantity quantity) {
        String name = columns.name(quantity);
        return name == null ? null : table.column(name).orElse(null);
    }

    /** Whether epoch 0 is the state before the first step, as in Hyperlab's own {@code history.csv}. */
    private boolean countsFinishedEpochs() {
        if (table.format() != LogFormat.CSV || epochs == null || steps == null) {
            return false;
        }
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.values()[i] == 0) {
                return steps.at(epochs.rows()[i], Double.NaN) == 0;
            }
        }
        return false;
    }

    TrainingLog toLog() {
        Map<LogQuantity, LogSeries> series = new EnumMap<>(LogQuantity.class);
        for (LogQuantity quantity : LogQuantity.curves()) {
            LogColumn column = column(quantity);
            if (column != null) {
                LogSeries values = series(column);
                if (values.size() > 0) {
                    series.put(quantity, values);
                }
            }
        }
        if (!series.containsKey(LogQuantity.TRAIN_LOSS) && !series.containsKey(LogQuantity.VALIDATION_LOSS)) {
            throw new InvalidInputException(table.name(), Rule.LOG_NO_LOSS, String.join(", ", table.names()));
        }
        return new TrainingLog(
                table.name(), table.format(), series, restarts, table.truncated(), new LogOrigin(table, columns));
    }

    private LogSeries series(LogColumn column) {
        int[] kept = new int[column.size()];
        double[] keys = new double[column.size()];
        int count = 0;
        for (int i = 0; i < column.size(); i++) {
            double key = key(column.rows()[i]);
            if (Double.isNaN(key)) {
                continue;
            }
            if (count > 0 && key < keys[count - 1]) {
                addRestart(keys[count - 1], key);
                while (count > 0 && keys[count - 1] >= key) {
                    count--;
                }
            } else if (count > 0 && key == keys[count - 1] && steps != null) {
                count--;
            }
            kept[count] = i;
            keys[count] = key;
            count++;
        }
        int[] indices = thinned(Arrays.copyOf(kept, count), column.values());
        double[] epochPositions = epochPositions(Arrays.copyOf(kept, count), column);
        double[] atEpochs = new double[indices.length];
        double[] atSteps = new double[indices.length];
        double[] values = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int cell = kept[indices[i]];
            int row = column.rows()[cell];
            atEpochs[i] = epochPositions[indices[i]];
            atSteps[i] = steps != null ? steps.at(row, Double.NaN) : epochs == null ? row + 1.0 : Double.NaN;
            values[i] = column.values()[cell];
        }
        return new LogSeries(column.name(), atEpochs, atSteps, values);
    }

    private void addRestart(double from, double to) {
        LogAxis axis = steps == null && epochs != null ? LogAxis.EPOCH : LogAxis.STEP;
        double shift = axis == LogAxis.EPOCH && wholeEpochs ? finishedBefore + 1 : 0;
        TrainingLog.Restart restart = new TrainingLog.Restart(axis, from + shift, to + shift);
        if (!restarts.contains(restart)) {
            restarts.add(restart);
        }
    }

    /** What orders the rows; NaN if a row has no position. */
    private double key(int row) {
        return steps != null ? steps.at(row, Double.NaN) : epochs != null ? epochs.at(row, Double.NaN) : row;
    }

    /** The number of finished epochs at each kept cell; NaN where it is not known. */
    private double[] epochPositions(int[] kept, LogColumn column) {
        double[] positions = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            positions[i] = epoch(column.rows()[kept[i]]);
        }
        if (!wholeEpochs) {
            return positions;
        }
        int start = 0;
        while (start < positions.length) {
            double epoch = positions[start];
            int end = start + 1;
            while (end < positions.length && positions[end] == epoch) {
                end++;
            }
            for (int i = start; i < end; i++) {
                positions[i] = epoch + finishedBefore + (i - start + 1.0) / (end - start);
            }
            start = end;
        }
        return positions;
    }

    private double epoch(int row) {
        if (epochs == null) {
            return Double.NaN;
        }
        double step = steps == null ? Double.NaN : steps.at(row, Double.NaN);
        return epochs.at(row, epochOfStep.getOrDefault(step, Double.NaN));
    }

    /**
     * Every k-th index, so that at most {@link TrainingLog#MAX_VALUES} remain, and also the last index and those of
     * values that are not finite.
     */
    private static int[] thinned(int[] kept, double[] values) {
        int stride = 1;
        while ((kept.length + stride - 1) / stride > TrainingLog.MAX_VALUES) {
            stride *= 2;
        }
        List<Integer> indices = new ArrayList<>();
        int notFinite = 0;
        for (int i = 0; i < kept.length; i++) {
            boolean extra = !Double.isFinite(values[kept[i]]) && notFinite++ < TrainingLog.MAX_VALUES;
            if (i % stride == 0 || i == kept.length - 1 || extra) {
                indices.add(i);
            }
        }
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
