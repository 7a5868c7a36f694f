package hyperlab.nn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that the large computations of a network may use, and the request to cancel them. A computation is split
 * into ranges of results that do not depend on each other, so every sum has the same terms in the same order for any
 * number of threads. The threads are those of {@link java.util.concurrent.ForkJoinPool#commonPool()}; if they are busy,
 * the calling thread does their part.
 */
public final class Workers {
    /**
     * A part with fewer multiplications, about 0.4 ms of work, is not worth another thread. With a quarter million
     * instead, the evaluation of small networks was split, and training them on digits took a tenth longer.
     */
    static final long MIN_PART = 1 << 21;
    /**
     * After this many multiplications, a part checks whether it has been canceled: about 15 ms, and several times that
     * before the code is compiled.
     */
    public static final long MAX_UNCHECKED = 1 << 26;

    private int threads = 1;
    private BooleanSupplier cancelled = () -> false;

    /** A part of a computation. */
    public interface Part {
        /**
         * Computes the results {@code from} ≤ i &lt; {@code to}.
         *
         * @param number identifies the part's scratch arrays: 0 ≤ number &lt; {@link Workers#threads()}
         */
        void compute(int number, int from, int to);
    }

    /**
     * Sets the number of threads, including the calling thread, and the request to cancel.
     *
     * @param newThreads at least 1
     * @param newCancelled may be called by any of the threads; once true, computations end with a
     *     {@link CancelledException}
     */
    public void configure(int newThreads, BooleanSupplier newCancelled) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, got " + newThreads);
        }
        threads = newThreads;
        cancelled = newCancelled;
    }

    /** The maximum number of threads that compute at the same time. */
    public int threads() {
        return threads;
    }

    /** Throws if the work has been canceled. */
    public void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancelledException();
        }
    }

    /**
     * Computes {@code count} results in as many parts as pay off.
     *
     * @param multiple all parts but the last have a multiple of this many results
     * @param cost multiplications per result
     */
    public void compute(int count, int multiple, long cost, Part part) {
        int groups = (count + multiple - 1) / multiple;
        int parts = parts(count, multiple, cost);
        if (parts == 1) {
            part.compute(0, 0, count);
            return;
        }
        List<ForkJoinTask<?>> others = new ArrayList<>(parts - 1);
        for (int number = parts - 1; number > 0; number--) {
            others.add(
                    new Range(part, number, start(number, parts, groups, multiple), end(number, parts, count, multiple))
                            .fork());
        }
        @Nullable Throwable failure = null;
        try {
            part.compute(0, 0, end(0, parts, count, multiple));
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        // All parts write to the same arrays, so none may still be running when this returns.
        for (int i = others.size() - 1; i >= 0; i--) {
            others.get(i).quietlyJoin();
            failure = failure == null ? others.get(i).getException() : failure;
        }
        rethrow(failure);
    }

    /**
     * How many parts pay off. If it is one, callers that must not allocate compute the results themselves.
     *
     * @param count the number of results
     * @param multiple all parts but the last have a multiple of this many results
     * @param cost multiplications per result
     */
    public int parts(int count, int multiple, long cost) {
        int groups = (count + multiple - 1) / multiple;
        return (int) Math.max(1, Math.min(Math.min(threads, groups), count * cost / MIN_PART));
    }

    private static int start(int number, int parts, int groups, int multiple) {
        return (int) ((long) groups * number / parts) * multiple;
    }

    private static int end(int number, int parts, int count, int multiple) {
        int groups = (count + multiple - 1) / multiple;
        return Math.min(count, start(number + 1, parts, groups, multiple));
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof CancelledException) {
            throw new CancelledException();
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private static final class Range extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final transient Part part;
        private final int number;
        private final int from;
        private final int to;

        Range(Part part, int number, int from, int to) {
            this.part = part;
            this.number = number;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            part.compute(number, from, to);
        }
    }
}
