package hyperlab.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column that have a number, in the order of the rows.
 *
 * @param rows the row of each cell, from 0, ascending
 * @param values the number in each cell; may be NaN or infinite
 */
public record LogColumn(String name, int[] rows, double[] values) {
    public LogColumn {
        if (rows.length != values.length) {
            throw new IllegalArgumentException(rows.length + " rows and " + values.length + " values");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogColumn column
                && name.equals(column.name)
                && Arrays.equals(rows, column.rows)
                && Arrays.equals(values, column.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(values);
    }

    public int size() {
        return rows.length;
    }

    /** The value in a row, or {@code fallback} if the cell is empty. */
    double at(int row, double fallback) {
        int index = Arrays.binarySearch(rows, row);
        return index < 0 ? fallback : values[index];
    }
}
