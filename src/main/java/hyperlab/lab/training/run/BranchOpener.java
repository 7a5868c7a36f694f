package hyperlab.lab.training.run;

import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingRun;

/** Opens a run that branches off another run at an epoch. */
final class BranchOpener implements LiveRun.Opener {
    private final SnapshotHistory snapshots;
    private final int epoch;

    /** @param epoch an epoch that {@code from} can restore */
    BranchOpener(SnapshotHistory snapshots, int epoch) {
        this.snapshots = snapshots;
        this.epoch = epoch;
    }

    @Override
    public TrainingRun open(Experiment experiment) {
        return snapshots.restore(epoch, () -> false).orElseThrow();
    }

    @Override
    public SnapshotHistory snapshots(TrainingRun opened) {
        return snapshots.branch(opened);
    }
}
