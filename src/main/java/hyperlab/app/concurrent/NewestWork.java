package hyperlab.app.concurrent;

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
public final class NewestWork<O, R> {
    private final Executor worker;
    private final Executor window;
    private final Function<O, R> work;
    private final Consumer<R> taker;
    private final AtomicReference<@Nullable Order<O>> next = new AtomicReference<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private long ordered;
    private long taken;

    /**
     * Starts without an order.
     *
     * @param worker executor for long computations
     * @param window executor that delivers their results: the FX thread
     * @param work the computation; may be called on either thread
     * @param taker receives the results, on the window's thread
     */
    public NewestWork(Executor worker, Executor window, Function<O, R> work, Consumer<R> taker) {
        this.worker = worker;
        this.window = window;
        this.work = work;
        this.taker = taker;
    }

    private record Order<O>(O wanted, long number) {}

    /**
     * Delivers the result to the taker, unless a newer result was delivered before. Window's thread only.
     *
     * @param isShort whether the computation takes at most a few milliseconds and therefore runs on this thread
     */
    public void order(O wanted, Predicate<O> isShort) {
        ordered++;
        if (isShort.test(wanted)) {
            next.set(null);
            taken = ordered;
            taker.accept(work.apply(wanted));
        } else {
            next.set(new Order<>(wanted, ordered));
            if (working.compareAndSet(false, true)) {
                worker.execute(this::workAll);
            }
        }
    }

    /**
     * Runs until there are no more orders. An order that arrives at the very end is picked up here or by a new worker.
     */
    private void workAll() {
        do {
            try {
                workNext();
            } finally {
                working.set(false);
            }
        } while (next.get() != null && working.compareAndSet(false, true));
    }

    private void workNext() {
        for (Order<O> order = next.getAndSet(null); order != null; order = next.getAndSet(null)) {
            carryOut(order);
        }
    }

    private void carryOut(Order<O> order) {
        R result = work.apply(order.wanted());
        window.execute(() -> {
            if (order.number() > taken) {
                taken = order.number();
                taker.accept(result);
            }
        });
    }
}
