package hyperlab.lab.cases;

import hyperlab.cases.Metric;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The baseline for the user's table.
 *
 * @param experiment the baseline experiment; null before it was created
 * @param rows number of rows that are used
 * @param dropped number of rows that are left out
 * @param values scores on the validation part so far, one for each seed
 */
public record UserBaseline(@Nullable Experiment experiment, Metric metric, int rows, int dropped, List<Double> values) {
    static final UserBaseline NONE = new UserBaseline(null, Metric.ACCURACY, 0, 0, List.of());

    public UserBaseline {
        values = List.copyOf(values);
    }

    UserBaseline withValues(List<Double> newValues) {
        return new UserBaseline(experiment, metric, rows, dropped, newValues);
    }
}
