package hyperlab.data;

import org.jspecify.annotations.Nullable;

/**
 * Data parted for one run, standardized where that was asked for.
 *
 * @param whole every row as it came from the source, unscaled
 * @param train the rows that train
 * @param validation the rows that only judge; at least one
 * @param test the rows held out, for one look when all is over; none unless they were asked for
 * @param trainRows place in {@code whole} of each row of {@code train}
 * @param validationRows place in {@code whole} of each row of {@code validation}
 * @param testRows place in {@code whole} of each row of {@code test}
 * @param standardizer what scaled the features of all parts, fitted on {@code train} alone; null where nothing did
 */
public record Partition(
        DataSet whole,
        DataSet train,
        DataSet validation,
        DataSet test,
        int[] trainRows,
        int[] validationRows,
        int[] testRows,
        @Nullable Standardizer standardizer) {
    /** Without a test part. */
    public Partition(
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
