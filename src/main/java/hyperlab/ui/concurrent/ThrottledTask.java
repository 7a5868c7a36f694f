package hyperlab.ui.concurrent;

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
public final class ThrottledTask<O, R> {
    private static final double REST_FACTOR = 3;
    private static final long MAX_REST_MILLIS = 2_000;

    private final Executor workerExecutor;
    private final Executor fxExecutor;
    private final Computation<O, R> computation;
    private final Consumer<R> consumer;
    private final LongConsumer sleeper;
    private final AtomicReference<@Nullable O> pending = new AtomicReference<>();
    private final AtomicBoolean running = new AtomicBoolean();

    /** The computation for an order. */
    @FunctionalInterface
    public interface Computation<O, R> {
        /**
         * Computes the result.
         *
         * @return null if there is no result
         * @throws InterruptedException if the thread is interrupted, such as when the window closes
         */
        @Nullable
        R compute(O input) throws InterruptedException;
    }

    /**
     * Starts without an order.
     *
     * @param workerExecutor executor for the computation
     * @param fxExecutor executor that delivers the results: the FX thread
     * @param consumer receives the results, on the window's thread
     */
    public ThrottledTask(
            Executor workerExecutor, Executor fxExecutor, Computation<O, R> computation, Consumer<R> consumer) {
        this(workerExecutor, fxExecutor, computation, consumer, ThrottledTask::sleep);
    }

    /** @param sleeper sleeps for the given number of milliseconds */
    ThrottledTask(
            Executor workerExecutor,
            Executor fxExecutor,
            Computation<O, R> computation,
            Consumer<R> consumer,
            LongConsumer sleeper) {
        this.workerExecutor = workerExecutor;
        this.fxExecutor = fxExecutor;
        this.computation = computation;
        this.consumer = consumer;
        this.sleeper = sleeper;
    }

    /** Replaces an order that has not been started yet. */
    public void submit(O input) {
        pending.set(input);
        if (running.compareAndSet(false, true)) {
            workerExecutor.execute(this::runAll);
        }
    }

    /** Drops an order that has not been started yet. */
    public void clear() {
        pending.set(null);
    }

    private void runAll() {
        do {
            try {
                for (O input = pending.getAndSet(null); input != null; input = pending.getAndSet(null)) {
                    execute(input);
                }
            } finally {
                running.set(false);
            }
        } while (pending.get() != null && running.compareAndSet(false, true));
    }

    private void execute(O input) {
        long startNanos = System.nanoTime();
        try {
            R result = computation.compute(input);
            if (result != null) {
                fxExecutor.execute(() -> consumer.accept(result));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        long elapsedMillis = (System.nanoTime() - startNanos) / 1_000_000;
        sleeper.accept((long) Math.min(MAX_REST_MILLIS, REST_FACTOR * elapsedMillis));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
