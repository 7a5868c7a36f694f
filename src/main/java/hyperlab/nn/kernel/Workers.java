package hyperlab.nn.kernel;

import java.util.function.BooleanSupplier;

/**
 * The threads that the large computations of a network may use, and the request to cancel them. A computation is split
 * into ranges of results that do not depend on each other, so every sum has the same terms in the same order for any
 * number of threads. The calling thread shares the parts with {@link HelperThread}s; if they are busy, it does their
 * parts.
 */
public final class Workers {
    /**
     * A part with fewer multiplications, about 10 µs of work, is not worth another thread. With twice as many, a
     * network with two convolutions trains 1.60 instead of 1.70 times as fast with two threads as with one.
     */
    static final long MIN_PART = 1 << 16;
    /**
     * After this many multiplications, a part checks whether it has been canceled: about 15 ms, and several times that
     * before the code is compiled.
     */
    public static final long MAX_UNCHECKED = 1 << 26;

    /** If the calling thread waits so much longer than it works, other programs use the processors. */
    private static final long LONG_WAIT_NANOS = 200_000;
    /** After such a wait, it does this many computations alone. */
    private static final int ALONE_AFTER_WAITING = 64;

    private int threads = 1;
    private int remainingAlone;
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
        SharedTask task = new SharedTask(
                parts,
                number -> part.compute(
                        number,
                        start(number, parts, groups, multiple),
                        Math.min(count, start(number + 1, parts, groups, multiple))));
        if (remainingAlone > 0) {
            remainingAlone--;
        } else {
            HelperThread.invite(parts - 1, task);
        }
        long started = System.nanoTime();
        task.work();
        long worked = System.nanoTime();
        // All parts write to the same arrays, so none may still be running when this returns.
        task.join();
        if (System.nanoTime() - worked > worked - started + LONG_WAIT_NANOS) {
            remainingAlone = ALONE_AFTER_WAITING;
        }
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
}
