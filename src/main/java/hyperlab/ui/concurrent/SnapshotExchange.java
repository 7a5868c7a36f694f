package hyperlab.ui.concurrent;

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
public final class SnapshotExchange<T> {
    private static final long POLL_MILLIS = 10;

    private final ReentrantLock workLock = new ReentrantLock();
    private final AtomicReference<@Nullable CompletableFuture<T>> pendingRequest = new AtomicReference<>();

    /** Runs {@code work} exclusively; waits for any work that is already running. */
    public void runExclusively(Runnable work) {
        workLock.lock();
        try {
            work.run();
        } finally {
            workLock.unlock();
        }
    }

    /** Called by the worker between two steps: creates a snapshot if one was requested. */
    public void serveRequest(Supplier<T> snapshotSupplier) {
        CompletableFuture<T> request = pendingRequest.get() == null ? null : pendingRequest.getAndSet(null);
        if (request != null) {
            request.complete(snapshotSupplier.get());
        }
    }

    /**
     * Waits for a snapshot. Only one thread may ask at a time.
     *
     * @param snapshotSupplier called on this thread if no worker is active; returns null if there is no snapshot
     * @throws InterruptedException if this thread is interrupted while waiting
     */
    public Optional<T> requestSnapshot(Supplier<@Nullable T> snapshotSupplier) throws InterruptedException {
        CompletableFuture<T> request = new CompletableFuture<>();
        pendingRequest.set(request);
        while (!request.isDone()) {
            if (workLock.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    pendingRequest.set(null);
                    return request.isDone() ? Optional.of(request.join()) : Optional.ofNullable(snapshotSupplier.get());
                } finally {
                    workLock.unlock();
                }
            }
        }
        return Optional.of(request.join());
    }
}
