package hyperlab.cases;

/**
 * The score of one run of a case.
 *
 * @param configuration the configuration and the rows on which it was evaluated
 * @param index the index of the seed or fold, from 0
 * @param value the value of the case's metric
 */
public record CaseScore(Configuration configuration, int index, double value) {
    /** The kinds of configurations, in the order in which scores are listed. */
    public enum Kind {
        /** The baseline, evaluated on the test part. */
        BEFORE,
        /** The tuned experiment, evaluated on the test part. */
        AFTER,
        /** The baseline with the tuned value of one key, evaluated on the test part. */
        CHANGED_ALONE,
        /** The tuned experiment with the baseline's value of one key, evaluated on the test part. */
        SET_BACK_ALONE,
        /** The linear reference, evaluated on the test part. */
        LINEAR,
        /** The baseline, trained without one fold and evaluated on it. */
        FOLD_BEFORE,
        /** The tuned experiment, trained without one fold and evaluated on it. */
        FOLD_AFTER
    }

    /**
     * A configuration of a case.
     *
     * @param key the key that is changed or set back alone; empty for the other kinds
     */
    public record Configuration(Kind kind, String key) {
        public static final Configuration BEFORE = new Configuration(Kind.BEFORE, "");
        public static final Configuration AFTER = new Configuration(Kind.AFTER, "");
        public static final Configuration LINEAR = new Configuration(Kind.LINEAR, "");
        public static final Configuration FOLD_BEFORE = new Configuration(Kind.FOLD_BEFORE, "");
        public static final Configuration FOLD_AFTER = new Configuration(Kind.FOLD_AFTER, "");

        /** The baseline with the tuned value of one key. */
        public static Configuration changedAlone(String key) {
            return new Configuration(Kind.CHANGED_ALONE, key);
        }

        /** The tuned experiment with the baseline's value of one key. */
        public static Configuration setBackAlone(String key) {
            return new Configuration(Kind.SET_BACK_ALONE, key);
        }

        /** Returns whether the configuration belongs to cross-validation. */
        public boolean isFold() {
            return kind == Kind.FOLD_BEFORE || kind == Kind.FOLD_AFTER;
        }
    }
}
