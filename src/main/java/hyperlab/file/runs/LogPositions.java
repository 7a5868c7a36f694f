package hyperlab.file.runs;

import hyperlab.log.LogAxis;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import hyperlab.train.EpochReport;
import java.util.EnumMap;
import java.util.Map;

/** The latest values of a log up to positions that ascend. */
final class LogPositions {
    private final TrainingLog log;
    private final LogAxis axis;
    private final Map<LogQuantity, Integer> next = new EnumMap<>(LogQuantity.class);
    private final Map<LogQuantity, Double> latest = new EnumMap<>(LogQuantity.class);
    private double step;

    LogPositions(TrainingLog log, LogAxis axis) {
        this.log = log;
        this.axis = axis;
    }

    /** The values at a position that is not before the last one; NaN for a quantity without a value so far. */
    EpochReport at(int position) {
        log.series().forEach((quantity, series) -> advance(quantity, series, position));
        return new EpochReport(
                position,
                Math.round(step),
                value(LogQuantity.TRAIN_LOSS),
                value(LogQuantity.VALIDATION_LOSS),
                value(LogQuantity.TRAIN_ACCURACY),
                value(LogQuantity.VALIDATION_ACCURACY),
                value(LogQuantity.LEARNING_RATE),
                0,
                0);
    }

    private void advance(LogQuantity quantity, LogSeries series, int position) {
        double[] x = series.positions(axis);
        int index = next.getOrDefault(quantity, 0);
        while (index < x.length && !(x[index] > position)) {
            if (Double.isFinite(series.values()[index])) {
                latest.put(quantity, series.values()[index]);
            }
            double steps = series.steps()[index];
            step = Double.isNaN(steps) ? step : Math.max(step, steps);
            index++;
        }
        next.put(quantity, index);
    }

    private double value(LogQuantity quantity) {
        return latest.getOrDefault(quantity, Double.NaN);
    }
}
