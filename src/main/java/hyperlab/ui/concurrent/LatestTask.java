package hyperlab.ui.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Computes results on a worker, one at a time. While one is being computed, only the newest input that arrives is kept.
 * Options, set before the first input: {@link #directIf} computes short inputs at once, and {@link #throttled} takes
 * only a limited share of one core.
 *
 * @param <I> the input; immutable, because it is passed between threads
 * @param <R> the result; immutable too
 */
public final class LatestTask<I, R> {
    private static final double REST_FACTOR = 3;
    private static final long MAX_REST_MILLIS = 2_000;

    private final Executor workerExecutor;
    private final Executor fxExecutor;
    private final Computation<I, R> computation;
    private final Consumer<R> consumer;
    private final AtomicReference<@Nullable PendingInput<I>> pending = new AtomicReference<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong submittedCount = new AtomicLong();
    private Predicate<I> isShort = input -> false;
    private LongConsumer rest = elapsedMillis -> {};
    private long lastDelivered;

    /** The computation for an input. */
    @FunctionalInterface
    public interface Computation<I, R> {
        /**
         * Computes the result.
         *
         * @return null if there is no result
         * @throws InterruptedException if the thread is interrupted, such as when the window closes
         */
        @Nullable
        R compute(I input) throws InterruptedException;
    }

    private record PendingInput<I>(I input, long number) {}

    /**
     * Creates an idle task.
     *
     * @param workerExecutor executor for computations
     * @param fxExecutor executor that delivers their results: the FX thread
     * @param computation the computation; called on a worker, and on the FX thread for short inputs
     * @param consumer receives the results, on the FX thread
     */
    public LatestTask(
            Executor workerExecutor, Executor fxExecutor, Computation<I, R> computation, Consumer<R> consumer) {
        this.workerExecutor = workerExecutor;
        this.fxExecutor = fxExecutor;
        this.computation = computation;
        this.consumer = consumer;
    }

    /**
     * Computes short inputs at once, on the thread that submits them, which must be the FX thread.
     *
     * @param newIsShort whether the computation takes at most a few milliseconds
     */
    public LatestTask<I, R> directIf(Predicate<I> newIsShort) {
        isShort = newIsShort;
        return this;
    }

    /** Rests after each computation, in proportion to its duration, but at most two seconds. */
    public LatestTask<I, R> throttled() {
        return throttled(LatestTask::sleep);
    }

    /** @param sleeper sleeps for the given number of milliseconds */
    LatestTask<I, R> throttled(LongConsumer sleeper) {
        rest = elapsedMillis -> sleeper.accept((long) Math.min(MAX_REST_MILLIS, REST_FACTOR * elapsedMillis));
        return this;
    }

    /**
     * Computes the result and delivers it, unless the result of a later input was delivered before. Replaces an input
     * whose computation has not started yet.
     */
    public void submit(I input) {
        PendingInput<I> submitted = new PendingInput<>(input, submittedCount.incrementAndGet());
        if (isShort.test(input)) {
            pending.set(null);
            compute(submitted, Runnable::run);
        } else {
            pending.set(submitted);
            if (running.compareAndSet(false, true)) {
                workerExecutor.execute(this::runAll);
            }
        }
    }

    /**
     * Drops all inputs so far: one that has not started is not computed, and the result of one that is being computed
     * is not delivered. Called on the FX thread.
     */
    public void cancel() {
        pending.set(null);
        lastDelivered = submittedCount.get();
    }

    /** Whether the thread of a computation was interrupted, such as when the window closes: then nobody needs it. */
    public static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    /** Runs until there is no more input. Input that arrives at the very end is picked up here or by a new worker. */
    private void runAll() {
        do {
            try {
                runPending();
            } finally {
                running.set(false);
            }
        } while (pending.get() != null && running.compareAndSet(false, true));
    }

    private void runPending() {
        for (PendingInput<I> next = pending.getAndSet(null); next != null; next = pending.getAndSet(null)) {
            long startNanos = System.nanoTime();
            if (compute(next, fxExecutor)) {
                rest.accept((System.nanoTime() - startNanos) / 1_000_000);
            }
        }
    }

    /** Returns false if the thread was interrupted. */
    private boolean compute(PendingInput<I> next, Executor delivery) {
        try {
            R result = computation.compute(next.input());
            if (result != null) {
                delivery.execute(() -> deliver(result, next.number()));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void deliver(R result, long number) {
        if (number > lastDelivered) {
            lastDelivered = number;
            consumer.accept(result);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
