package hyperlab.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is ordered: what is short at once, what is long on a worker. While one is being worked out, of all that
 * are ordered in the meantime only the newest follows.
 *
 * @param <O> what is ordered; immutable, as it passes between threads
 * @param <R> what comes of it; immutable too
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
     * Orders nothing yet.
     *
     * @param worker where long work is done
     * @param window where its results are taken up: the FX thread
     * @param work may be called on either
     * @param taker is given the results, on the window's thread
     */
    public NewestWork(Executor worker, Executor window, Function<O, R> work, Consumer<R> taker) {
        this.worker = worker;
        this.window = window;
        this.work = work;
        this.taker = taker;
    }

    private record Order<O>(O wanted, long number) {}

    /**
     * Hands the result to the taker, unless a newer one is taken before. Window's thread alone.
     *
     * @param isShort whether it is worked out within a few milliseconds, and so here and now
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

    /** Works until nothing more is ordered; what is ordered at the very end finds either this or a new worker. */
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
