package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.nn.NetworkShape;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/** How many samples a batch can have: each layer keeps the values of all of them in one array. */
final class BatchLimit {
    /** The longest array that every Java can create. */
    private static final long MAX_VALUES = Integer.MAX_VALUE - 8;

    private BatchLimit() {}

    /**
     * Rejects a batch whose values do not fit one array.
     *
     * @throws InvalidInputException with the largest batch that fits
     */
    static void check(TrainingSettings settings, DataSplit partition, NetworkShape shape) {
        int samples = settings.batchSize().effective(partition.train().samples());
        long width = shape.maxValuesPerSample();
        if (samples * width > MAX_VALUES) {
            throw new InvalidInputException(
                    "training.batchSize", Rule.BATCH_VALUES, MAX_VALUES / width, width, samples);
        }
    }
}
