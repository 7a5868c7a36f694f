package hyperlab.data;

import org.jspecify.annotations.Nullable;

/**
 * The data of one run, split and, if requested, standardized.
 *
 * @param all every row from the source, not scaled; gaps are filled with statistics of the training rows
 * @param train the training rows
 * @param validation the validation rows; at least one
 * @param test the rows that are held out for a final test; empty unless requested
 * @param trainRows the index in {@code all} of each row of {@code train}
 * @param validationRows the index in {@code all} of each row of {@code validation}
 * @param testRows the index in {@code all} of each row of {@code test}
 * @param standardizer the scaler of the features of all parts, fitted on {@code train} only; null if they are not
 *     scaled
 */
public record DataSplit(
        DataSet all,
        DataSet train,
        DataSet validation,
        DataSet test,
        int[] trainRows,
        int[] validationRows,
        int[] testRows,
        @Nullable Standardizer standardizer) {
    /** A partition without test data. */
    public DataSplit(
            DataSet whole,
            DataSet train,
            DataSet validation,
            int[] trainRows,
            int[] validationRows,
            @Nullable Standardizer standardizer) {
        this(whole, train, validation, whole.rows(new int[0]), trainRows, validationRows, new int[0], standardizer);
    }

    /** Whether rows are held out for the test. */
    public boolean hasTest() {
        return testRows.length > 0;
    }
}
