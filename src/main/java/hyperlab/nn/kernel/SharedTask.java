package hyperlab.nn.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A computation in parts that several threads share. Each thread takes the next part until none is left, so that the
 * calling thread does all parts that no other thread has begun.
 */
final class SharedTask {
    /** How often the calling thread looks for the end of the last parts before it lets other threads run. */
    private static final int SPINS = 1 << 12;
    /** From then on, it looks this often and then sleeps in between, because the parts take long. */
    private static final int YIELDS = 1 << 8;

    private static final long SLEEP_NANOS = 50_000;

    private final int parts;
    private final PartRunner runner;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    /** Computes one part. */
    @FunctionalInterface
    interface PartRunner {
        /**
         * Computes the part with this number.
         *
         * @param number from 0
         */
        void run(int number);
    }

    SharedTask(int parts, PartRunner runner) {
        this.parts = parts;
        this.runner = runner;
    }

    /** Computes parts until all have been begun. */
    void work() {
        for (int number = next.getAndIncrement(); number < parts; number = next.getAndIncrement()) {
            try {
                runner.run(number);
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                finished.incrementAndGet();
            }
        }
    }

    /** Whether all parts have ended. */
    boolean isDone() {
        return finished.get() == parts;
    }

    /** Waits until all parts have ended, and throws what one of them threw. */
    @SuppressWarnings("ThreadPriorityCheck") // Only how fast it is depends on the scheduler
    void join() {
        for (int i = 0; !isDone(); i++) {
            if (i < SPINS) {
                Thread.onSpinWait();
            } else if (i < SPINS + YIELDS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, SLEEP_NANOS);
            }
        }
        Throwable thrown = failure;
        if (thrown instanceof CancelledException) {
            throw new CancelledException();
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
