package hyperlab.train;

/** How a run ended. Divergence is an expected result, so it is a value and not an exception. */
public sealed interface TrainingOutcome {
    /** The number of finished epochs. */
    int epochs();

    /** The epoch with the lowest validation loss so far. On a tie, the earliest epoch. */
    int bestEpoch();

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each outcome.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Completed completed);

        R visit(Stopped stopped);

        R visit(Diverged diverged);
    }

    /** All epochs were trained, or patience stopped the run early ({@code early}). */
    record Completed(int epochs, int bestEpoch, boolean early) implements TrainingOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The user stopped the run. */
    record Stopped(int epochs, int bestEpoch) implements TrainingOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A training loss or a weight was no longer finite in epoch {@code epochs + 1}; {@code loss} is the batch loss or
     * training loss at that point.
     */
    record Diverged(int epochs, int bestEpoch, double loss) implements TrainingOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
