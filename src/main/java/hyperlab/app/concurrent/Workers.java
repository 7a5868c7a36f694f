package hyperlab.app.concurrent;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The window's worker threads: named daemon threads that are ended together. Uncaught exceptions go to the given
 * handler. Thread-safe.
 */
public final class Workers implements Runner, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final Thread.UncaughtExceptionHandler faults;
    private volatile boolean closed;

    public Workers(Thread.UncaughtExceptionHandler faults) {
        this.faults = faults;
    }

    @Override
    public void run(String name, Runnable work) {
        Thread thread = new Thread(() -> runAndForget(work), "hyperlab-" + name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(faults);
        running.add(thread);
        if (closed) {
            running.remove(thread);
            return;
        }
        thread.start();
    }

    private void runAndForget(Runnable work) {
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
        long deadline = System.nanoTime() + PATIENCE.toNanos();
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
