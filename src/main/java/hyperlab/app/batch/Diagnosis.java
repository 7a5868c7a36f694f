package hyperlab.app.batch;

import hyperlab.batch.BatchSetup;

/**
 * One thing that the doctor has to say of a comparison, in computed numbers; the gravest kinds stand first.
 */
public sealed interface Diagnosis {
    /** The setup with the one remedy in it. */
    BatchSetup mended();

    /**
     * A walk leaves the data behind.
     *
     * @param batch its batch size
     * @param rate its rate
     * @param limit 2/λmax, above which the whole batch diverges
     * @param remedy the learning rate to set instead
     * @param walkRate what the walk's rate is then, scaled with its batch where it is
     */
    record Diverges(int batch, double rate, double limit, double remedy, double walkRate, BatchSetup mended)
            implements Diagnosis {}

    /**
     * Batches that are not shuffled differ by more than chance.
     *
     * @param spread √ of the mean |g_B − g|² of the epoch's own batches
     * @param expected the same of batches drawn at random
     */
    record Sorted(double spread, double expected, BatchSetup mended) implements Diagnosis {}

    /**
     * In the batch that holds it, the odd sample weighs more than all the data pull.
     *
     * @param weight |g_odd|/B
     * @param gradient |g|
     * @param remedy the batch size to set instead
     */
    record OddWeighs(int batch, double weight, double gradient, int remedy, BatchSetup mended) implements Diagnosis {}

    /**
     * The batch is far larger than the critical one.
     *
     * @param moreSteps by what share the steps grow with the remedy
     * @param fewerSamples by what share the samples fall with the remedy
     */
    record AboveCritical(
            int batch, double critical, int remedy, double moreSteps, double fewerSamples, BatchSetup mended)
            implements Diagnosis {}

    /**
     * The batch is far smaller than the critical one.
     *
     * @param fewerSteps by what share the steps fall with the remedy
     * @param moreSamples by what share the samples grow with the remedy
     */
    record BelowCritical(
            int batch, double critical, int remedy, double fewerSteps, double moreSamples, BatchSetup mended)
            implements Diagnosis {}

    /** Each epoch leaves so many samples out. */
    record LeavesOut(int left, int samples, BatchSetup mended) implements Diagnosis {}
}
