package hyperlab.data;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * A feature that is computed from a column.
 *
 * @param indicator whether it is 1 in the rows of one category and 0 elsewhere
 * @param values the value of each row
 */
record EncodedFeature(String name, boolean indicator, IntToDoubleFunction values) {
    /** The name of the category of gaps in files; the window translates it. */
    static final String MISSING = "(missing)";

    static EncodedFeature indicator(String column, String category, IntPredicate isCategory) {
        return new EncodedFeature(column + "=" + category, true, row -> isCategory.test(row) ? 1 : 0);
    }

    /**
     * Writes the values of these rows to every {@code stride}th element of {@code target} from index {@code start} on.
     */
    void copyTo(int[] rows, double[] target, int start, int stride) {
        for (int i = 0; i < rows.length; i++) {
            target[start + i * stride] = values.applyAsDouble(rows[i]);
        }
    }
}
