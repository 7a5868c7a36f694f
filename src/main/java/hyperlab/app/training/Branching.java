package hyperlab.app.training;

import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingRun;

/** Opens a run that goes on from an epoch of another. */
final class Branching implements LiveRun.Opener {
    private final Snapshots from;
    private final int epoch;

    /** @param epoch one that can be returned to */
    Branching(Snapshots from, int epoch) {
        this.from = from;
        this.epoch = epoch;
    }

    @Override
    public TrainingRun open(Experiment experiment) {
        return from.returnTo(epoch, () -> false).orElseThrow();
    }

    @Override
    public Snapshots snapshots(TrainingRun opened) {
        return from.branch(opened);
    }
}
