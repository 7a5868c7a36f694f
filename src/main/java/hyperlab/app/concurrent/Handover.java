package hyperlab.app.concurrent;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread get a snapshot of state that one worker owns at a time: immediately if no worker is active,
 * otherwise from the worker between two of its steps. The worker never waits for a requester.
 *
 * @param <T> immutable, because it is passed between threads
 */
public final class Handover<T> {
    private static final long PATIENCE_MILLIS = 10;

    private final ReentrantLock atWork = new ReentrantLock();
    private final AtomicReference<@Nullable CompletableFuture<T>> asked = new AtomicReference<>();

    /** Runs {@code work} exclusively; waits for any work that is already running. */
    public void work(Runnable work) {
        atWork.lock();
        try {
            work.run();
        } finally {
            atWork.unlock();
        }
    }

    /** Called by the worker between two steps: creates a snapshot if one was requested. */
    public void serve(Supplier<T> maker) {
        CompletableFuture<T> waiting = asked.get() == null ? null : asked.getAndSet(null);
        if (waiting != null) {
            waiting.complete(maker.get());
        }
    }

    /**
     * Waits for a snapshot. Only one thread may ask at a time.
     *
     * @param maker called on this thread if no worker is active; returns null if there is no snapshot
     * @throws InterruptedException if this thread is interrupted while waiting
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
