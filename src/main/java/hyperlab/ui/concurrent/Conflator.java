package hyperlab.ui.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conflating hand-off: any thread may offer values at any rate. The consumer receives the newest one each time the
 * executor runs, and older ones are dropped. With {@link PulseExecutor} that is once per pulse on the FX thread; with
 * {@code Runnable::run}, as in a view model's test, it is immediate.
 *
 * @param <T> immutable, because it is passed between threads
 */
public final class Conflator<T> {
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final Executor executor;
    private final Consumer<T> consumer;

    public Conflator(Executor executor, Consumer<T> consumer) {
        this.executor = executor;
        this.consumer = consumer;
    }

    public void offer(T value) {
        if (newest.getAndSet(value) == null) {
            executor.execute(this::drain);
        }
    }

    /** Drops a value that was offered but not consumed yet. */
    public void clear() {
        newest.set(null);
    }

    private void drain() {
        T value = newest.getAndSet(null);
        if (value != null) {
            consumer.accept(value);
        }
    }
}
