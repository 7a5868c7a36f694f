package hyperlab.ui.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Computes results for orders: short ones at once, long ones on a worker. While one is being computed, only the newest
 * of the orders that arrive is kept.
 *
 * @param <O> the order; immutable, because it is passed between threads
 * @param <R> the result; immutable too
 */
public final class LatestTask<O, R> {
    private final Executor workerExecutor;
    private final Executor fxExecutor;
    private final Function<O, R> computation;
    private final Consumer<R> consumer;
    private final AtomicReference<@Nullable PendingInput<O>> pending = new AtomicReference<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private long lastSubmitted;
    private long lastDelivered;

    /**
     * Starts without an order.
     *
     * @param workerExecutor executor for long computations
     * @param fxExecutor executor that delivers their results: the FX thread
     * @param computation the computation; may be called on either thread
     * @param consumer receives the results, on the window's thread
     */
    public LatestTask(
            Executor workerExecutor, Executor fxExecutor, Function<O, R> computation, Consumer<R> consumer) {
        this.workerExecutor = workerExecutor;
        this.fxExecutor = fxExecutor;
        this.computation = computation;
        this.consumer = consumer;
    }

    private record PendingInput<O>(O input, long number) {}

    /**
     * Delivers the result to the taker, unless a newer result was delivered before. Window's thread only.
     *
     * @param isShort whether the computation takes at most a few milliseconds and therefore runs on this thread
     */
    public void submit(O input, Predicate<O> isShort) {
        lastSubmitted++;
        if (isShort.test(input)) {
            pending.set(null);
            lastDelivered = lastSubmitted;
            consumer.accept(computation.apply(input));
        } else {
            pending.set(new PendingInput<>(input, lastSubmitted));
            if (running.compareAndSet(false, true)) {
                workerExecutor.execute(this::runAll);
            }
        }
    }

    /**
     * Runs until there are no more orders. An order that arrives at the very end is picked up here or by a new worker.
     */
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
        for (PendingInput<O> pendingInput = pending.getAndSet(null);
                pendingInput != null;
                pendingInput = pending.getAndSet(null)) {
            compute(pendingInput);
        }
    }

    private void compute(PendingInput<O> pendingInput) {
        R result = computation.apply(pendingInput.input());
        fxExecutor.execute(() -> {
            if (pendingInput.number() > lastDelivered) {
                lastDelivered = pendingInput.number();
                consumer.accept(result);
            }
        });
    }
}
