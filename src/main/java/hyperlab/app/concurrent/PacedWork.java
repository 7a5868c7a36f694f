package hyperlab.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes results on a worker, always for the newest order only. It pauses after each computation, in proportion to
 * its duration, so that inspecting a network takes only a limited share of one core away from training.
 *
 * @param <O> the order; immutable, because it is passed between threads
 * @param <R> the result; immutable too
 */
public final class PacedWork<O, R> {
    private static final double REST = 3;
    private static final long MOST_MILLIS = 2_000;

    private final Executor worker;
    private final Executor window;
    private final Work<O, R> work;
    private final Consumer<R> taker;
    private final LongConsumer rest;
    private final AtomicReference<@Nullable O> next = new AtomicReference<>();
    private final AtomicBoolean working = new AtomicBoolean();

    /** The computation for an order. */
    @FunctionalInterface
    public interface Work<O, R> {
        /**
         * Computes the result.
         *
         * @return null if there is no result
         * @throws InterruptedException if the thread is interrupted, such as when the window closes
         */
        @Nullable
        R carryOut(O order) throws InterruptedException;
    }

    /**
     * Starts without an order.
     *
     * @param worker executor for the computation
     * @param window executor that delivers the results: the FX thread
     * @param taker receives the results, on the window's thread
     */
    public PacedWork(Executor worker, Executor window, Work<O, R> work, Consumer<R> taker) {
        this(worker, window, work, taker, PacedWork::sleep);
    }

    /** @param rest sleeps for the given number of milliseconds */
    PacedWork(Executor worker, Executor window, Work<O, R> work, Consumer<R> taker, LongConsumer rest) {
        this.worker = worker;
        this.window = window;
        this.work = work;
        this.taker = taker;
        this.rest = rest;
    }

    /** Replaces an order that has not been started yet. */
    public void order(O wanted) {
        next.set(wanted);
        if (working.compareAndSet(false, true)) {
            worker.execute(this::workAll);
        }
    }

    /** Drops an order that has not been started yet. */
    public void clear() {
        next.set(null);
    }

    private void workAll() {
        do {
            try {
                for (O order = next.getAndSet(null); order != null; order = next.getAndSet(null)) {
                    carryOut(order);
                }
            } finally {
                working.set(false);
            }
        } while (next.get() != null && working.compareAndSet(false, true));
    }

    private void carryOut(O order) {
        long before = System.nanoTime();
        try {
            R result = work.carryOut(order);
            if (result != null) {
                window.execute(() -> taker.accept(result));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        long taken = (System.nanoTime() - before) / 1_000_000;
        rest.accept((long) Math.min(MOST_MILLIS, REST * taken));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
