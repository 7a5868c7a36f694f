package hyperlab.app.cases;

import hyperlab.cases.Measure;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the baseline of a table of one's own.
 *
 * @param experiment null before it was made
 * @param rows how many rows are used
 * @param dropped how many were left out
 * @param values its scores on the validation part, one a seed so far
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
