package hyperlab.app.concurrent;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what belongs to one worker at a time to whoever asks: at once while no one works, otherwise when the worker
 * comes by between two of its steps. The worker never waits.
 *
 * @param <T> immutable, as it passes between threads
 */
public final class Handover<T> {
    private static final long PATIENCE_MILLIS = 10;

    private final ReentrantLock atWork = new ReentrantLock();
    private final AtomicReference<@Nullable CompletableFuture<T>> asked = new AtomicReference<>();

    /** Works alone; whoever works meanwhile is waited for. */
    public void work(Runnable work) {
        atWork.lock();
        try {
            work.run();
        } finally {
            atWork.unlock();
        }
    }

    /** Called by the worker between two steps: makes what is asked for, if it is. */
    public void serve(Supplier<T> maker) {
        CompletableFuture<T> waiting = asked.get() == null ? null : asked.getAndSet(null);
        if (waiting != null) {
            waiting.complete(maker.get());
        }
    }

    /**
     * Waits until it is handed over. One asks at a time.
     *
     * @param maker called on this thread where no one works; null where there is nothing to be had
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Optional<T> ask(Supplier<@Nullable T> maker) throws InterruptedException {
        CompletableFuture<T> waiting = new CompletableFuture<>();
        asked.set(waiting);
        while (!waiting.isDone()) {
            if (atWork.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    asked.set(null);
                    return waiting.isDone() ? Optional.of(waiting.join()) : Optional.ofNullable(maker.get());
                } finally {
                    atWork.unlock();
                }
            }
        }
        return Optional.of(waiting.join());
    }
}
