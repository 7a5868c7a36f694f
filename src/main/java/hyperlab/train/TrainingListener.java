package hyperlab.train;

/** Hears of a run on the thread that trains. Must return soon: the run waits for it. */
@FunctionalInterface
public interface TrainingListener {
    /** Epoch 0 before any step, then every finished epoch. */
    void epochEnded(EpochReport report);
}
