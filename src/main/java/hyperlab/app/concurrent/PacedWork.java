package hyperlab.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is ordered on a worker, of many orders the newest alone, and rests after each before it takes the next, so
 * that what is looked at never takes more than a share of one core from what is trained.
 *
 * @param <O> what is ordered; immutable, as it passes between threads
 * @param <R> what comes of it; immutable too
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

    /** What is done for an order. */
    @FunctionalInterface
    public interface Work<O, R> {
        /**
         * Works it out.
         *
         * @return null where there is nothing to be had
         * @throws InterruptedException if the window closes meanwhile
         */
        @Nullable
        R carryOut(O order) throws InterruptedException;
    }

    /**
     * Orders nothing yet.
     *
     * @param worker where the work is done
     * @param window where its results are taken up: the FX thread
     * @param taker is given the results, on the window's thread
     */
    public PacedWork(Executor worker, Executor window, Work<O, R> work, Consumer<R> taker) {
        this(worker, window, work, taker, PacedWork::sleep);
    }

    /** @param rest lets so many milliseconds pass */
    PacedWork(Executor worker, Executor window, Work<O, R> work, Consumer<R> taker, LongConsumer rest) {
        this.worker = worker;
        this.window = window;
        this.work = work;
        this.taker = taker;
        this.rest = rest;
    }

    /** Replaces what was ordered and not yet begun. */
    public void order(O wanted) {
        next.set(wanted);
        if (working.compareAndSet(false, true)) {
            worker.execute(this::workAll);
        }
    }

    /** Forgets what was ordered and not yet begun. */
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
