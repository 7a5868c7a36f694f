package hyperlab.train;

import java.util.function.Supplier;

/**
 * The epoch with the lowest validation loss so far. On a tie, the earliest epoch.
 *
 * @param report the report of that epoch
 * @param values all trained parameters of the members at the end of that epoch
 */
record BestWeights(EpochReport report, ParameterValues values) {
    /** Returns this, or a later epoch if it is better. {@code laterValues} is called only in that case. */
    BestWeights orBetter(EpochReport later, Supplier<ParameterValues> laterValues) {
        return later.isBetterThan(report) ? new BestWeights(later, laterValues.get()) : this;
    }

    int epoch() {
        return report.epoch();
    }
}
