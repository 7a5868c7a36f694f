package hyperlab.train;

/** How a run ended. Divergence is what people came to see: a value, not an exception. */
public sealed interface TrainingOutcome {
    /** Finished epochs. */
    int epochs();

    /** The epoch of the lowest validation loss so far (the earliest of equals). */
    int bestEpoch();

    /** All epochs were trained, or patience ended it early. */
    record Completed(int epochs, int bestEpoch, boolean early) implements TrainingOutcome {}

    /** The person stopped it. */
    record Stopped(int epochs, int bestEpoch) implements TrainingOutcome {}

    /** A training loss or a weight was no longer finite in {@code epochs + 1}; {@code loss} is what it had become. */
    record Diverged(int epochs, int bestEpoch, double loss) implements TrainingOutcome {}
}
