package hyperlab.train;

import java.util.function.Supplier;

/**
 * The epoch with the lowest validation loss so far, the earliest of equals.
 *
 * @param report what it reported
 * @param values what the members had learned by its end
 */
record BestWeights(EpochReport report, ParameterValues values) {
    /** This one, or a later epoch that is better, whose values are then asked for. */
    BestWeights or(EpochReport later, Supplier<ParameterValues> laterValues) {
        return later.isBetterThan(report) ? new BestWeights(later, laterValues.get()) : this;
    }

    int epoch() {
        return report.epoch();
    }
}
