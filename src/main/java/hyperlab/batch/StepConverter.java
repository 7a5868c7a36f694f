package hyperlab.batch;

import org.jspecify.annotations.Nullable;

/**
 * Converts the number of steps that the run with batch size B has taken into the number of steps that another run has
 * taken, with equal epochs, steps or seconds. The length of the comparison is counted in steps of the run with batch
 * size B.
 *
 * @param comparisonBasis what is equal for all runs
 * @param totalSteps the total number of steps of the run with batch size B
 * @param epochs the total number of epochs if epochs are equal
 * @param selectedBatches how the epochs of the run with batch size B are split
 * @param stepTimes the times of steps if seconds are equal; otherwise null, and also null before they are measured,
 *     when the numbers of steps are equal instead
 */
public record StepConverter(
        ComparisonBasis comparisonBasis,
        int totalSteps,
        int epochs,
        EpochBatches selectedBatches,
        @Nullable StepTimes stepTimes) {
    /** The maximum number of steps of any run, even if its steps are much faster. */
    public static final int MAX_STEPS = 200_000;

    /** Creates the pacing of a setup for {@code samples} samples. */
    public static StepConverter of(BatchSetup setup, int samples, @Nullable StepTimes stepTimes) {
        EpochBatches selectedBatches = setup.training().epochBatches(samples);
        int totalSteps = setup.comparisonBasis() == ComparisonBasis.EPOCHS
                ? setup.epochs() * selectedBatches.steps()
                : setup.steps();
        return new StepConverter(
                setup.comparisonBasis(),
                totalSteps,
                setup.epochs(),
                selectedBatches,
                setup.comparisonBasis() == ComparisonBasis.SECONDS ? stepTimes : null);
    }

    /**
     * The number of steps that a run with epochs split like {@code other} has taken when the run with batch size B has
     * taken {@code position} steps.
     */
    public int steps(EpochBatches otherBatches, int position) {
        if (otherBatches.equals(selectedBatches)) {
            return position;
        }
        if (comparisonBasis == ComparisonBasis.EPOCHS) {
            return position == totalSteps
                    ? epochs * otherBatches.steps()
                    : otherBatches.stepsWithin(selectedBatches.samplesAfter(position));
        }
        StepTimes measured = stepTimes;
        if (comparisonBasis == ComparisonBasis.STEPS || measured == null) {
            return position;
        }
        double timeRatio = measured.of(selectedBatches.batchSize()).median()
                / measured.of(otherBatches.batchSize()).median();
        return (int) Math.min(MAX_STEPS, Math.floor(position * timeRatio));
    }

    /** The total number of steps of a run with epochs split like {@code other}. */
    public int steps(EpochBatches otherBatches) {
        return steps(otherBatches, totalSteps);
    }
}
