package hyperlab.ui.concurrent;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The window's worker threads: named daemon threads that are ended together. Uncaught exceptions go to the given
 * handler. Thread-safe.
 */
public final class Workers implements TaskExecutor, AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final Thread.UncaughtExceptionHandler exceptionHandler;
    private volatile boolean closed;

    public Workers(Thread.UncaughtExceptionHandler exceptionHandler) {
        this.exceptionHandler = exceptionHandler;
    }

    @Override
    public void run(String name, Runnable work) {
        Thread thread = new Thread(() -> runAndRemove(work), "hyperlab-" + name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(exceptionHandler);
        running.add(thread);
        if (closed) {
            running.remove(thread);
            return;
        }
        thread.start();
    }

    private void runAndRemove(Runnable work) {
        try {
            work.run();
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /** Whether any work is running. */
    public boolean isBusy() {
        return !running.isEmpty();
    }

    /** Interrupts all work and waits up to a few seconds for it to end. No work starts afterwards. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        for (Thread thread : running) {
            try {
                thread.join(Math.max(
                        1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
