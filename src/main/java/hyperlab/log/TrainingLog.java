package hyperlab.log;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The curves of another program's training log.
 *
 * @param name a name for the log, from its file
 * @param series the quantities that are logged; a training or a validation loss is among them
 * @param restarts where the log goes back to an earlier position, in the order of the file
 * @param truncated whether the file ended in the middle of a row or record
 * @param origin what it was read from; null if that is not known
 */
public record TrainingLog(
        String name,
        LogFormat format,
        Map<LogQuantity, LogSeries> series,
        List<Restart> restarts,
        boolean truncated,
        @Nullable LogOrigin origin) {
    /** The most values of one quantity; of a longer log, every second value is left out until they fit. */
    public static final int MAX_VALUES = 20_000;

    private static final List<LogQuantity> LOSSES = List.of(LogQuantity.TRAIN_LOSS, LogQuantity.VALIDATION_LOSS);

    public TrainingLog {
        if (LOSSES.stream().noneMatch(series::containsKey)) {
            throw new InvalidInputException("series", Rule.LOG_LOSS_REQUIRED);
        }
        series = Collections.unmodifiableMap(new EnumMap<>(series));
        restarts = List.copyOf(restarts);
    }

    /** Curves of which it is not known what they were read from. */
    public TrainingLog(
            String name,
            LogFormat format,
            Map<LogQuantity, LogSeries> series,
            List<Restart> restarts,
            boolean truncated) {
        this(name, format, series, restarts, truncated, null);
    }

    /**
     * A place at which the log goes back, because training continued from a checkpoint or began anew. Earlier values
     * from {@code to} on are replaced by those after the restart.
     *
     * @param axis what the positions count
     * @param from the last position before the restart
     * @param to the first position after it
     */
    public record Restart(LogAxis axis, double from, double to) {}

    /**
     * Reads the curves from a table.
     *
     * @throws InvalidInputException if there is no loss
     */
    public static TrainingLog of(LogTable table, LogColumns columns) {
        return new LogCurves(table, columns).toLog();
    }

    /**
     * Whether another log has the same table, whose columns may be read in another way. Logs without a table are
     * compared by name, format and curves.
     */
    public boolean hasSameContentAs(TrainingLog other) {
        if (origin != null && other.origin != null) {
            return origin.table().equals(other.origin.table());
        }
        return name.equals(other.name) && format == other.format && series.equals(other.series);
    }

    /** The series of a quantity; null if it is not logged. */
    public @Nullable LogSeries get(LogQuantity quantity) {
        return series.get(quantity);
    }

    /** Whether all losses have positions on the axis. */
    public boolean isOn(LogAxis axis) {
        return LOSSES.stream().map(series::get).allMatch(losses -> losses == null || losses.isOn(axis));
    }

    /** Epochs if they are known, otherwise steps. */
    public LogAxis defaultAxis() {
        return isOn(LogAxis.EPOCH) ? LogAxis.EPOCH : LogAxis.STEP;
    }

    /** The position on another axis of the loss that is nearest to {@code x}; NaN if it is not known. */
    public double convert(double x, LogAxis from, LogAxis to) {
        double converted = x;
        double nearest = Double.POSITIVE_INFINITY;
        for (LogQuantity loss : LOSSES) {
            LogSeries losses = series.get(loss);
            for (int i = 0; from != to && losses != null && i < losses.size(); i++) {
                double distance = Math.abs(losses.positions(from)[i] - x);
                if (distance < nearest) {
                    nearest = distance;
                    converted = losses.positions(to)[i];
                }
            }
        }
        return converted;
    }

    /** The last position of any loss on the axis. */
    public double end(LogAxis axis) {
        double end = 0;
        for (LogQuantity loss : LOSSES) {
            LogSeries losses = series.get(loss);
            if (losses != null) {
                double[] x = losses.positions(axis);
                end = Math.max(end, x[x.length - 1]);
            }
        }
        return end;
    }

    /** The last position of any loss, rounded up to a whole number. */
    public int lastPosition(LogAxis axis) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(end(axis)));
    }

    /** The position from which the training loss is not finite to the end, rounded up; null if it is finite there. */
    public @Nullable Integer divergedAt(LogAxis axis) {
        LogSeries train = series.get(LogQuantity.TRAIN_LOSS);
        if (train == null || Double.isFinite(train.values()[train.size() - 1])) {
            return null;
        }
        int first = train.size() - 1;
        while (first > 0 && !Double.isFinite(train.values()[first - 1])) {
            first--;
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(train.positions(axis)[first]));
    }
}
