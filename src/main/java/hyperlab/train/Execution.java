package hyperlab.train;

import java.util.function.BooleanSupplier;

/**
 * How a run computes. The numbers do not depend on it.
 *
 * @param threads the maximum number of threads that share large batches, including the calling thread; at least 1
 * @param cancelled whether the computation is no longer needed. It is asked every 50 milliseconds or so, also within
 *     a step, by any of the threads.
 */
public record Execution(int threads, BooleanSupplier cancelled) {
    /** On the calling thread, to the end. */
    public static final Execution SINGLE = new Execution(1, () -> false);

    /** On all processors but one, which is left for the window. */
    public static Execution leavingOneProcessor(BooleanSupplier cancelled) {
        return new Execution(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), cancelled);
    }
}
