package hyperlab.file.optuna;

import hyperlab.tune.SearchDimension;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A study as Optuna recorded it.
 *
 * @param maximize whether larger values are better
 * @param directionKnown whether the file says so
 * @param space the possible values of each parameter that any trial has
 * @param attributes what was noted about the study
 * @param trials in the order of their numbers
 * @param truncated whether the end of the file is incomplete, so that it was read as far as it goes
 */
record OptunaRecord(
        boolean maximize,
        boolean directionKnown,
        Map<String, SearchDimension> space,
        Map<String, String> attributes,
        List<OptunaTrial> trials,
        boolean truncated) {
    OptunaRecord {
        space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        trials = List.copyOf(trials);
    }
}
