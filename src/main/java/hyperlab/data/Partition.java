package hyperlab.data;

import org.jspecify.annotations.Nullable;

/**
 * Data parted for one run, standardized where that was asked for.
 *
 * @param whole every row as it came from the source, unscaled
 * @param train the rows that train
 * @param validation the rows that only judge; at least one
 * @param trainRows place in {@code whole} of each row of {@code train}
 * @param validationRows place in {@code whole} of each row of {@code validation}
 * @param standardizer what scaled the features; null where nothing did
 */
public record Partition(
        DataSet whole,
        DataSet train,
        DataSet validation,
        int[] trainRows,
        int[] validationRows,
        @Nullable Standardizer standardizer) {}
