package hyperlab.file.optuna;

import hyperlab.tune.TrialCurve;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trial as Optuna recorded it.
 *
 * @param number from 0
 * @param values of its parameters, as JSON
 * @param value of the objective; NaN if there is none
 * @param attributes what the objective function noted about the trial
 * @param curve the finite intermediate values
 * @param lastStep the last step with an intermediate value, finite or not; −1 if there is none
 * @param seconds from its start to its end; 0 if it has not ended
 */
record OptunaTrial(
        int number,
        OptunaState state,
        Map<String, String> values,
        double value,
        Map<String, String> attributes,
        TrialCurve curve,
        int lastStep,
        double seconds) {
    /** The state of a trial, in the order of Optuna's numbers. */
    enum OptunaState {
        RUNNING,
        COMPLETE,
        PRUNED,
        FAIL,
        WAITING
    }

    OptunaTrial {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
