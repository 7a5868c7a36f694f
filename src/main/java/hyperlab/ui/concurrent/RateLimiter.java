package hyperlab.ui.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** Limits the rate of work to what can be followed by eye. Thread-safe. */
public final class RateLimiter {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final DoubleSupplier perSecond;
    private long nextStart = System.nanoTime();

    /** @param perSecond maximum number of starts per second, read again while waiting; infinity for no limit */
    public RateLimiter(DoubleSupplier perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until the next piece of work may start, {@code cancelled} returns true, or this thread is interrupted. */
    public void await(BooleanSupplier cancelled) {
        long begin;
        synchronized (this) {
            begin = Math.max(System.nanoTime(), nextStart);
            double rate = perSecond.getAsDouble();
            nextStart = begin + (Double.isInfinite(rate) ? 0 : (long) (NANOS_PER_SECOND / rate));
        }
        while (System.nanoTime() < begin
                && !cancelled.getAsBoolean()
                && !Double.isInfinite(perSecond.getAsDouble())
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(POLL_NANOS, begin - System.nanoTime()));
        }
    }
}
