package hyperlab.lab.tuning;

import hyperlab.tune.TuningStudy;
import java.util.Optional;

/**
 * A finding of the doctor about a search, with the computed numbers. {@link SearchDoctor} reports the most severe findings
 * first.
 */
public sealed interface SearchDiagnosis {
    /** The study with the remedy applied; empty if the remedy is not a setting. */
    default Optional<TuningStudy> remedied() {
        return Optional.empty();
    }

    /**
     * Many trials have no value.
     *
     * @param failedCount the number of trials that diverged or failed
     * @param finishedCount the number of finished trials
     */
    record FailedTrials(int failedCount, int finishedCount) implements SearchDiagnosis {}

    /**
     * The best trial lies at an end of an axis, so values beyond that end may be better.
     *
     * @param key the hyperparameter of the axis
     * @param value the value of the hyperparameter in the best trial
     * @param end the current end of the axis
     * @param widerEnd the end of the axis with the remedy
     * @param study the study with the wider axis
     */
    record BestAtBoundary(String key, double value, double end, double widerEnd, TuningStudy study)
            implements SearchDiagnosis {
        @Override
        public Optional<TuningStudy> remedied() {
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
    record SingleSeed(double best, double second, int repeats) implements SearchDiagnosis {}

    /** No problems found. */
    record NoProblems() implements SearchDiagnosis {}

    /** There are too few trials for a diagnosis. */
    record TooFewTrials() implements SearchDiagnosis {}
}
