package hyperlab.train;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A set of descents or training runs that takes a while and reports partial results.
 *
 * @param <R> one result
 */
@FunctionalInterface
public interface IncrementalStudy<R> {
    /**
     * Runs to the end, or until it is canceled.
     *
     * @param listener receives all results so far, on the thread that runs the study; must return quickly
     * @param cancelled checked between results; true ends the study with its partial results
     */
    void run(PartialResultsListener<R> listener, BooleanSupplier cancelled);

    /** Receives the results of a study. */
    @FunctionalInterface
    interface PartialResultsListener<R> {
        /**
         * Called with the current results.
         *
         * @param results all results so far; immutable
         * @param share fraction of the work that is done, 0 … 1
         */
        void resultsChanged(List<R> results, double share);
    }
}
