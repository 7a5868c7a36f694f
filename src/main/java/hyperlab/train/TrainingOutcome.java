package hyperlab.train;

/** How a run ended. Divergence is an expected result, so it is a value and not an exception. */
public sealed interface TrainingOutcome {
    /** The number of finished epochs. */
    int epochs();

    /** The epoch with the lowest validation loss so far. On a tie, the earliest epoch. */
    int bestEpoch();

    /** All epochs were trained, or patience stopped the run early ({@code early}). */
    record Completed(int epochs, int bestEpoch, boolean early) implements TrainingOutcome {}

    /** The user stopped the run. */
    record Stopped(int epochs, int bestEpoch) implements TrainingOutcome {}

    /**
     * A training loss or a weight was no longer finite in epoch {@code epochs + 1}; {@code loss} is the batch loss or
     * training loss at that point.
     */
    record Diverged(int epochs, int bestEpoch, double loss) implements TrainingOutcome {}
}
