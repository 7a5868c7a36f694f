package hyperlab.app.batch;

import hyperlab.batch.BatchWalk;
import hyperlab.batch.EpochCut;
import hyperlab.batch.GradientNoise;

/**
 * The state of the lab with the playhead at {@code step} of the chosen descent.
 *
 * @param noise the gradient noise at the current weights of the chosen descent
 */
public record BatchMoment(Comparison comparison, int step, GradientNoise noise) {
    static BatchMoment of(Comparison comparison, int step) {
        BatchWalk chosen = comparison.walk(Walker.CHOSEN);
        int row = Math.min(step, chosen.steps());
        return new BatchMoment(comparison, step, GradientNoise.at(comparison.model(), chosen.x(row), chosen.y(row)));
    }

    /** Number of steps that a descent has taken, at most the number that it takes before it diverges. */
    public int steps(Walker walker) {
        BatchWalk walk = comparison.walk(walker);
        return Math.min(walk.steps(), comparison.pacing().steps(walk.cut(), step));
    }

    /** Returns whether a descent has diverged (its weights are no longer finite). */
    public boolean diverged(Walker walker) {
        BatchWalk walk = comparison.walk(walker);
        return walk.diverged() && comparison.pacing().steps(walk.cut(), step) > walk.steps();
    }

    public double x(Walker walker) {
        return comparison.walk(walker).x(steps(walker));
    }

    public double y(Walker walker) {
        return comparison.walk(walker).y(steps(walker));
    }

    /** Loss of a descent minus the minimum loss. */
    public double excess(Walker walker) {
        return comparison.walk(walker).excess(steps(walker));
    }

    /** Number of samples that a descent has used. */
    public long samplesSeen(Walker walker) {
        return comparison.walk(walker).cut().samplesAfter(steps(walker));
    }

    /** Number of passes over the data that a descent has made, including the fraction of the current one. */
    public double epochs(Walker walker) {
        EpochCut cut = comparison.walk(walker).cut();
        return samplesSeen(walker) / (double) (cut.samples() - cut.left());
    }

    /** The current epoch of the chosen descent, from 0. At the very end this is still the last epoch. */
    public int epoch() {
        int perEpoch = chosen().steps();
        boolean atTheEnd = step > 0 && step == comparison.pacing().length() && step % perEpoch == 0;
        return atTheEnd ? step / perEpoch - 1 : step / perEpoch;
    }

    /** The next batch of the chosen descent in its epoch, from 0; the number of batches if the epoch is complete. */
    public int batch() {
        return step - epoch() * chosen().steps();
    }

    /** How the epochs of the chosen descent are split into batches. */
    public EpochCut chosen() {
        return comparison.pacing().chosen();
    }
}
