package hyperlab.train;

/** Records everything that is needed to repeat a run. Called on the training thread. */
interface RunJournal {
    /** {@code experiment} applies from the step after {@code step} on. */
    void changed(long step, Experiment experiment);

    /** The run is between two epochs, or has ended. */
    void epochEnded(TrainingRun run);
}
