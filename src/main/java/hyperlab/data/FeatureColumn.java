package hyperlab.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a CSV file that is used as one or more features. It collects the cells of its rows. */
interface FeatureColumn {
    String name();

    /** The index of the field in a row, from 0. */
    int index();

    /**
     * Adds the cell of the next row.
     *
     * @param to one past its last character
     */
    void add(char[] cell, int from, int to, long line);

    /** Forgets the cell that was added last, because its row has no target. */
    void removeLast();

    /** Whether a row has a gap. */
    boolean isMissing(int row);

    /** The first gap. */
    NumberColumn.@Nullable InvalidCell firstInvalidCell();

    /** The features that stand for the column; a gap that is not a category of its own is NaN. */
    List<EncodedFeature> encoded(MissingValues missing);
}
