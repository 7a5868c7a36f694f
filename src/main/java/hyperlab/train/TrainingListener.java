package hyperlab.train;

/** Receives the progress of a run on the training thread. Must return quickly, because the run waits for it. */
@FunctionalInterface
public interface TrainingListener {
    /** Called for epoch 0 before the first step, and then after every finished epoch. */
    void epochEnded(EpochReport report);
}
