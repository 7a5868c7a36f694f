package hyperlab.cases;

/**
 * What one run of a case came to.
 *
 * @param part which configuration, and what it was judged by
 * @param place which seed, or which fold, from 0
 * @param value of the case's measure
 */
public record Score(Part part, int place, double value) {
    /** What runs in a case. */
    public enum Part {
        /** The baseline, on the test part. */
        BEFORE,
        /** The tuned one, on the test part. */
        AFTER,
        /** The tuned one with its first key alone set back, on the test part. */
        SET_BACK,
        /** The baseline, trained without one fold and judged by it. */
        FOLD_BEFORE,
        /** The tuned one, likewise. */
        FOLD_AFTER;

        /** Whether it is one of cross-validation. */
        public boolean isFold() {
            return this == FOLD_BEFORE || this == FOLD_AFTER;
        }
    }
}
