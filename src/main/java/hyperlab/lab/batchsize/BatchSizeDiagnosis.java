package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;

/** A finding of the doctor about a comparison, with its computed numbers. The most serious kinds are listed first. */
public sealed interface BatchSizeDiagnosis {
    /** The setup with the remedy applied. */
    BatchSetup remedied();

    /**
     * A descent diverges.
     *
     * @param batch its batch size
     * @param rate its learning rate
     * @param limit 2/λmax, above which the full batch diverges
     * @param remedy the learning rate to set instead
     * @param scaledRate the learning rate of this descent with the remedy, which is scaled with its batch size if linear
     *     scaling is on
     */
    record Diverges(int batch, double rate, double limit, double remedy, double scaledRate, BatchSetup remedied)
            implements BatchSizeDiagnosis {}

    /**
     * Without shuffling, the batches differ by more than chance.
     *
     * @param spread √ of the mean of |g_B − g|² over the batches of an unshuffled epoch
     * @param expected the same for randomly drawn batches
     */
    record UnshuffledOrder(double spread, double expected, BatchSetup remedied) implements BatchSizeDiagnosis {}

    /**
     * In its batch, the outlier contributes more than the gradient of all the data.
     *
     * @param weight |g_odd|/B
     * @param gradient |g|
     * @param remedy the batch size to set instead
     */
    record OutlierDominates(int batch, double weight, double gradient, int remedy, BatchSetup remedied)
            implements BatchSizeDiagnosis {}

    /**
     * The batch size is far above the critical batch size.
     *
     * @param moreSteps relative increase in steps with the remedy
     * @param fewerSamples relative decrease in samples with the remedy
     */
    record AboveCritical(
            int batch, double critical, int remedy, double moreSteps, double fewerSamples, BatchSetup remedied)
            implements BatchSizeDiagnosis {}

    /**
     * The batch size is far below the critical batch size.
     *
     * @param fewerSteps relative decrease in steps with the remedy
     * @param moreSamples relative increase in samples with the remedy
     */
    record BelowCritical(
            int batch, double critical, int remedy, double fewerSteps, double moreSamples, BatchSetup remedied)
            implements BatchSizeDiagnosis {}

    /** {@code left} of the {@code samples} samples are not used in any batch of an epoch. */
    record SamplesLeftOut(int leftOut, int samples, BatchSetup remedied) implements BatchSizeDiagnosis {}
}
