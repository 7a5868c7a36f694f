package hyperlab.train;

/** Hears of all that whoever repeats a run must know, on the thread that trains. */
interface RunJournal {
    /** From the step after {@code step} on, {@code experiment} holds. */
    void changed(long step, Experiment experiment);

    /** The run stands between two epochs, or at its end. */
    void epochEnded(TrainingRun run);
}
