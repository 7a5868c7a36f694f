package hyperlab.app.batch;

import hyperlab.batch.BatchWalk;
import hyperlab.batch.EpochCut;
import hyperlab.batch.GradientNoise;

/**
 * What there is to see while the play head stands at {@code step} of the chosen walk.
 *
 * @param noise of the gradients where the chosen walk stands
 */
public record BatchMoment(Comparison comparison, int step, GradientNoise noise) {
    static BatchMoment of(Comparison comparison, int step) {
        BatchWalk chosen = comparison.walk(Walker.CHOSEN);
        int row = Math.min(step, chosen.steps());
        return new BatchMoment(comparison, step, GradientNoise.at(comparison.model(), chosen.x(row), chosen.y(row)));
    }

    /** Steps that a walk has taken, where it has not left the finite numbers before. */
    public int steps(Walker walker) {
        BatchWalk walk = comparison.walk(walker);
        return Math.min(walk.steps(), comparison.pacing().steps(walk.cut(), step));
    }

    /** Whether a walk has left the finite numbers by now. */
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

    /** How far the loss of a walk lies above the least. */
    public double excess(Walker walker) {
        return comparison.walk(walker).excess(steps(walker));
    }

    /** Samples that a walk has used. */
    public long samplesSeen(Walker walker) {
        return comparison.walk(walker).cut().samplesAfter(steps(walker));
    }

    /** Passes over the data that a walk has made, a part of one included. */
    public double epochs(Walker walker) {
        EpochCut cut = comparison.walk(walker).cut();
        return samplesSeen(walker) / (double) (cut.samples() - cut.left());
    }

    /** The chosen walk's epoch, from 0: at the very end of the last one still that. */
    public int epoch() {
        int perEpoch = chosen().steps();
        boolean atTheEnd = step > 0 && step == comparison.pacing().length() && step % perEpoch == 0;
        return atTheEnd ? step / perEpoch - 1 : step / perEpoch;
    }

    /** The chosen walk's batch whose turn it is, from 0; as many as there are when the epoch is at its end. */
    public int batch() {
        return step - epoch() * chosen().steps();
    }

    /** How the chosen walk's epochs are cut. */
    public EpochCut chosen() {
        return comparison.pacing().chosen();
    }
}
