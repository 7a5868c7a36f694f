package hyperlab.train;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs of many walks or trainings that take a while and say on the way what they have found so far.
 *
 * @param <R> one result
 */
@FunctionalInterface
public interface Study<R> {
    /**
     * Runs to the end, or until it is cancelled.
     *
     * @param listener told of all results so far, on the thread that runs; must return soon
     * @param cancelled asked between two walks; true ends the study with what it has
     */
    void run(Listener<R> listener, BooleanSupplier cancelled);

    /** Hears what a study has found. */
    @FunctionalInterface
    interface Listener<R> {
        /**
         * What is known now.
         *
         * @param results so far; immutable
         * @param share of the work that is done, 0 … 1
         */
        void found(List<R> results, double share);
    }
}
