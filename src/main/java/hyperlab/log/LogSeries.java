package hyperlab.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of a log.
 *
 * @param column the name of its column
 * @param epochs the number of epochs finished at each value, possibly fractional; NaN where it is not known
 * @param steps the optimizer step of each value; NaN where it is not known
 * @param values the values; may be NaN or infinite
 */
public record LogSeries(String column, double[] epochs, double[] steps, double[] values) {
    public LogSeries {
        if (epochs.length != values.length || steps.length != values.length) {
            throw new IllegalArgumentException("one position for each value");
        }
    }

    public int size() {
        return values.length;
    }

    /** Where the values are on an axis. */
    public double[] positions(LogAxis axis) {
        return switch (axis) {
            case EPOCH -> epochs;
            case STEP -> steps;
        };
    }

    /** Whether all values have an ascending position on the axis. */
    public boolean isOn(LogAxis axis) {
        double[] x = positions(axis);
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i]) || (i > 0 && x[i] <= x[i - 1])) {
                return false;
            }
        }
        return x.length > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogSeries series
                && column.equals(series.column)
                && Arrays.equals(epochs, series.epochs)
                && Arrays.equals(steps, series.steps)
                && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return column + Arrays.toString(values);
    }
}
