package hyperlab.app.tuning;

import hyperlab.tune.Study;
import java.util.Optional;

/**
 * A finding of the doctor about a search, with the computed numbers. {@link Doctor} reports the most severe findings
 * first.
 */
public sealed interface Diagnosis {
    /** The study with the remedy applied; empty if the remedy is not a setting. */
    default Optional<Study> mended() {
        return Optional.empty();
    }

    /**
     * Many trials have no value.
     *
     * @param lost the number of trials that diverged or failed
     * @param over the number of finished trials
     */
    record Lost(int lost, int over) implements Diagnosis {}

    /**
     * The best trial lies at an end of an axis, so values beyond that end may be better.
     *
     * @param key the hyperparameter of the axis
     * @param value the value of the hyperparameter in the best trial
     * @param end the current end of the axis
     * @param wider the end of the axis with the remedy
     * @param study the study with the wider axis
     */
    record AtEdge(String key, double value, double end, double wider, Study study) implements Diagnosis {
        @Override
        public Optional<Study> mended() {
            return Optional.of(study);
        }
    }

    /**
     * Each trial has only one seed, so the order of the best trials may be due to chance.
     *
     * @param best the objective of the best trial
     * @param second the objective of the second-best trial
     * @param repeats the number of best trials that can be rerun
     */
    record OneSeed(double best, double second, int repeats) implements Diagnosis {}

    /** No problems found. */
    record Fine() implements Diagnosis {}

    /** There are too few trials for a diagnosis. */
    record TooFew() implements Diagnosis {}
}
