package hyperlab.tune;

import java.util.Arrays;

/**
 * Work on one trial: bring it to so many epochs, going on from where it stands, and say what it is worth there.
 *
 * @param trial from 0, in the order in which trials begin
 * @param point where in the search space
 * @param epochs in total
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
