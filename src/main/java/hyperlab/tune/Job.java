package hyperlab.tune;

import java.util.Arrays;

/**
 * A unit of work on one trial: continue training up to the given number of epochs and evaluate it there.
 *
 * @param trial from 0, in the order in which trials begin
 * @param point in the unit cube of the search space
 * @param epochs in total, from the start of the trial
 */
public record Job(int trial, double[] point, int epochs) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Job job
                && trial == job.trial
                && epochs == job.epochs
                && Arrays.equals(point, job.point);
    }

    @Override
    public int hashCode() {
        return 31 * trial + epochs;
    }
}
