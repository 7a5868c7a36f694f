package hyperlab.data;

/**
 * The profile of one column of a CSV file over all its rows.
 *
 * @param index the index of the column, from 0
 * @param name the name in the header
 * @param kind the inferred kind
 * @param numberCount the number of cells with a finite number
 * @param missingCount the number of cells that are empty or mark a missing value ({@code NaN}, {@code NA}, {@code ?})
 * @param wordCount the number of all other cells
 * @param distinctCount the number of different cells that are not missing, at most {@code maxDistinct}
 * @param maxDistinct the limit of the count; if {@code distinct} equals it, there may be more
 * @param minimum the minimum of the numbers; NaN if there are none
 * @param maximum the maximum of the numbers; NaN if there are none
 * @param mean the mean of the numbers; NaN if there are none
 * @param standardDeviation the standard deviation of the numbers, divisor n; NaN if there are none
 */
public record ColumnProfile(
        int index,
        String name,
        ColumnKind kind,
        int numberCount,
        int missingCount,
        int wordCount,
        int distinctCount,
        int maxDistinct,
        double minimum,
        double maximum,
        double mean,
        double standardDeviation) {
    /** The inferred kind of a column. */
    public enum ColumnKind {
        /** Numbers, possibly with missing cells. */
        NUMBER,
        /** Words that repeat. */
        CATEGORY,
        /** A row number or a name that is different in each row, so that nothing can be learned from it. */
        IDENTIFIER,
        /** The same value in every row. */
        CONSTANT,
        /** No value in any row. */
        EMPTY
    }

    /** Whether it can be used as a feature. */
    public boolean canBeFeature() {
        return canBeNumber() || canBeCategory();
    }

    /** Whether it can be a numeric feature: at least one cell is a number. */
    public boolean canBeNumber() {
        return numberCount > 0;
    }

    /** Whether it can be one-hot encoded: it has a value, and not too many different ones. */
    public boolean canBeCategory() {
        return distinctCount > 0 && distinctCount <= CsvSettings.MAX_CATEGORIES;
    }

    /**
     * The number of gaps that it has as a feature.
     *
     * @param category whether it is one-hot encoded
     */
    public int gapCount(boolean category) {
        return category ? missingCount : missingCount + wordCount;
    }

    /** Whether there may be more different cells than were counted. */
    public boolean isDistinctCountCapped() {
        return distinctCount >= maxDistinct;
    }

    /**
     * Whether it can be predicted: more than one value, at most half of them missing, and, if it has words, not too
     * many classes.
     */
    public boolean canBeTarget() {
        return missingCount <= numberCount + wordCount
                && distinctCount > 1
                && (wordCount == 0 || distinctCount <= TargetColumn.MAX_CLASSES);
    }
}
