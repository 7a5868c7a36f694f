package hyperlab.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conflating hand-off: any thread offers values as often as it likes, the consumer gets the newest whenever the
 * executor comes round, and those in between are dropped. With {@link Pulses} that is once a pulse on the FX thread;
 * with {@code Runnable::run}, as in a view model's test, at once.
 *
 * @param <T> immutable, as it passes between threads
 */
public final class Latest<T> {
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final Executor executor;
    private final Consumer<T> consumer;

    public Latest(Executor executor, Consumer<T> consumer) {
        this.executor = executor;
        this.consumer = consumer;
    }

    public void offer(T value) {
        if (newest.getAndSet(value) == null) {
            executor.execute(this::drain);
        }
    }

    /** Drops what has been offered and not yet been taken. */
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
