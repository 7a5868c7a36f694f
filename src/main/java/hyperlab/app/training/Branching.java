package hyperlab.app.training;

import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingRun;

/** Opens a run that branches off another run at an epoch. */
final class Branching implements LiveRun.Opener {
    private final Snapshots from;
    private final int epoch;

    /** @param epoch an epoch that {@code from} can restore */
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
