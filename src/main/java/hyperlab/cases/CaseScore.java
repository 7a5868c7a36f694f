package hyperlab.cases;

/**
 * The score of one run of a case.
 *
 * @param configuration the configuration and the rows on which it was evaluated
 * @param index the index of the seed or fold, from 0
 * @param value the value of the case's metric
 */
public record CaseScore(Configuration configuration, int index, double value) {
    /** The configurations of a case. */
    public enum Configuration {
        /** The baseline, evaluated on the test part. */
        BEFORE,
        /** The tuned experiment, evaluated on the test part. */
        AFTER,
        /** The tuned experiment with only its first key reset to the baseline's value, evaluated on the test part. */
        ABLATION,
        /** The baseline, trained without one fold and evaluated on it. */
        FOLD_BEFORE,
        /** The tuned experiment, trained without one fold and evaluated on it. */
        FOLD_AFTER;

        /** Returns whether the configuration belongs to cross-validation. */
        public boolean isFold() {
            return this == FOLD_BEFORE || this == FOLD_AFTER;
        }
    }
}
