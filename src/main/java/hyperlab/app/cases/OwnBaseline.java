package hyperlab.app.cases;

import hyperlab.cases.Measure;
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
public record OwnBaseline(
        @Nullable Experiment experiment, Measure measure, int rows, int dropped, List<Double> values) {
    static final OwnBaseline NONE = new OwnBaseline(null, Measure.ACCURACY, 0, 0, List.of());

    public OwnBaseline {
        values = List.copyOf(values);
    }

    OwnBaseline withValues(List<Double> newValues) {
        return new OwnBaseline(experiment, measure, rows, dropped, newValues);
    }
}
