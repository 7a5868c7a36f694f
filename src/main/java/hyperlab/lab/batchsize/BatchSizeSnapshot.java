package hyperlab.lab.batchsize;

import hyperlab.batch.BatchDoctor;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.SgdPath;
import hyperlab.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state of the lab with the playhead at {@code step} of the chosen descent.
 *
 * @param noise the gradient noise at the current weights of the chosen descent
 */
public record BatchSizeSnapshot(BatchSizeComparison comparison, int step, GradientNoise noise) {
    static BatchSizeSnapshot of(BatchSizeComparison comparison, int step) {
        SgdPath chosen = comparison.path(ComparedDescent.CHOSEN);
        int steps = Math.min(step, chosen.steps());
        return new BatchSizeSnapshot(
                comparison, step, GradientNoise.at(comparison.model(), chosen.x(steps), chosen.y(steps)));
    }

    /** Number of steps that a descent has taken, at most the number that it takes before it diverges. */
    public int steps(ComparedDescent descent) {
        SgdPath path = comparison.path(descent);
        return Math.min(path.steps(), comparison.pacing().steps(path.epochBatches(), step));
    }

    /** Returns whether a descent has diverged (its weights are no longer finite). */
    public boolean hasDiverged(ComparedDescent descent) {
        SgdPath path = comparison.path(descent);
        return path.diverged() && comparison.pacing().steps(path.epochBatches(), step) > path.steps();
    }

    public double x(ComparedDescent descent) {
        return comparison.path(descent).x(steps(descent));
    }

    public double y(ComparedDescent descent) {
        return comparison.path(descent).y(steps(descent));
    }

    /** Loss of a descent minus the minimum loss. */
    public double excessLoss(ComparedDescent descent) {
        return comparison.path(descent).excessLoss(steps(descent));
    }

    /** Number of samples that a descent has used. */
    public long samplesSeen(ComparedDescent descent) {
        return comparison.path(descent).epochBatches().samplesAfter(steps(descent));
    }

    /** Number of passes over the data that a descent has made, including the fraction of the current one. */
    public double epochs(ComparedDescent descent) {
        EpochBatches cut = comparison.path(descent).epochBatches();
        return samplesSeen(descent) / (double) (cut.samples() - cut.droppedSamples());
    }

    /** The current epoch of the chosen descent, from 0. At the very end this is still the last epoch. */
    public int epoch() {
        int perEpoch = chosenBatches().steps();
        boolean atTheEnd = step > 0 && step == comparison.pacing().totalSteps() && step % perEpoch == 0;
        return atTheEnd ? step / perEpoch - 1 : step / perEpoch;
    }

    /** The next batch of the chosen descent in its epoch, from 0; the number of batches if the epoch is complete. */
    public int batchIndex() {
        return step - epoch() * chosenBatches().steps();
    }

    /** The doctor's findings at this step, the most serious first. */
    List<Finding<Integer, BatchSetup>> findings() {
        BatchSetup setup = comparison.setup();
        return BatchDoctor.examine(new BatchDoctor.Input(
                setup,
                comparison.model(),
                Stream.of(ComparedDescent.CHOSEN, ComparedDescent.ONE, ComparedDescent.WHOLE)
                        .map(descent -> new BatchDoctor.ExaminedDescent(
                                descent.settings(setup.training()).batchSize(), comparison.path(descent)))
                        .toList(),
                x(ComparedDescent.CHOSEN),
                y(ComparedDescent.CHOSEN),
                noise));
    }

    /** How the epochs of the chosen descent are split into batches. */
    public EpochBatches chosenBatches() {
        return comparison.pacing().selectedBatches();
    }
}
