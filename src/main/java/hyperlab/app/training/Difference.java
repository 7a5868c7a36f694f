package hyperlab.app.training;

/**
 * One setting whose value differs between two runs.
 *
 * @param nameKey message key of the setting's name
 * @param before its value in the earlier run
 * @param after its value in the later run
 */
record Difference(String nameKey, Words before, Words after) {
    /** A difference in settings that have no control in this lab and therefore no name. */
    static final Difference UNNAMED = new Difference("training.other", Words.plain(""), Words.plain(""));

    /** The setting with both values, for example "Dropout 0 → 0.5". */
    Words said() {
        return isUnnamed() ? Words.of(nameKey) : Words.of("training.difference", Words.of(nameKey), before, after);
    }

    boolean isUnnamed() {
        return equals(UNNAMED);
    }
}
