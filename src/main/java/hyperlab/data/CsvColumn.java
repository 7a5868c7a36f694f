package hyperlab.data;

/**
 * The profile of one column of a CSV file over all its rows.
 *
 * @param index the index of the column, from 0
 * @param name the name in the header
 * @param kind the inferred kind
 * @param numbers the number of cells with a finite number
 * @param missing the number of cells that are empty or mark a missing value ({@code NaN}, {@code NA}, {@code ?})
 * @param words the number of all other cells
 * @param distinct the number of different cells that are not missing, at most {@code mostDistinct}
 * @param mostDistinct the limit of the count; if {@code distinct} equals it, there may be more
 * @param least the minimum of the numbers; NaN if there are none
 * @param greatest the maximum of the numbers; NaN if there are none
 * @param mean the mean of the numbers; NaN if there are none
 * @param deviation the standard deviation of the numbers, divisor n; NaN if there are none
 */
public record CsvColumn(
        int index,
        String name,
        Kind kind,
        int numbers,
        int missing,
        int words,
        int distinct,
        int mostDistinct,
        double least,
        double greatest,
        double mean,
        double deviation) {
    /** The inferred kind of a column. */
    public enum Kind {
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

    /** Whether it can be used as a feature: at least one cell is a number. */
    public boolean canBeFeature() {
        return numbers > 0;
    }

    /** The number of cells without a number that a feature could use. */
    public int gaps() {
        return missing + words;
    }

    /** Whether there may be more different cells than were counted. */
    public boolean isDistinctAtLeast() {
        return distinct >= mostDistinct;
    }

    /** Whether it can be predicted: more than one value, none missing, and, if it has words, not too many classes. */
    public boolean canBeTarget() {
        return missing == 0 && distinct > 1 && (words == 0 || distinct <= TargetColumn.MOST_CLASSES);
    }
}
