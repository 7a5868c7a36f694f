package hyperlab.data;

/**
 * What a column of a CSV file holds, over all its rows.
 *
 * @param index its place, from 0
 * @param name as the header gives it
 * @param kind what it is taken for
 * @param numbers cells that are finite numbers
 * @param missing cells that are empty, or say that there is no number ({@code NaN}, {@code NA}, {@code ?})
 * @param words cells that are neither
 * @param distinct different cells that are not missing, at most {@code mostDistinct}
 * @param mostDistinct how many were told apart; {@code distinct} as large says "at least"
 * @param least of the numbers; NaN where there is none
 * @param greatest of the numbers; NaN where there is none
 * @param mean of the numbers; NaN where there is none
 * @param deviation of the numbers, divisor n; NaN where there is none
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
    /** What a column is taken for. */
    public enum Kind {
        /** Numbers, perhaps with cells missing. */
        NUMBER,
        /** Words that come again. */
        CATEGORY,
        /** Counts the rows, or names each: nothing can be learned from it. */
        IDENTIFIER,
        /** One value in every row. */
        CONSTANT,
        /** No value in any row. */
        EMPTY
    }

    /** Whether it can be used as a feature: a number in one row at least. */
    public boolean canBeFeature() {
        return numbers > 0;
    }

    /** Cells that hold no number that a feature could use. */
    public int gaps() {
        return missing + words;
    }

    /** Whether there may be more different cells than were told apart. */
    public boolean isDistinctAtLeast() {
        return distinct >= mostDistinct;
    }

    /** Whether it can be predicted: more than one value, none missing, not more classes of words than there may be. */
    public boolean canBeTarget() {
        return missing == 0 && distinct > 1 && (words == 0 || distinct <= TargetColumn.MOST_CLASSES);
    }
}
