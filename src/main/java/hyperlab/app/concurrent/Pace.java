package hyperlab.app.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** Limits the rate of work to what can be followed by eye. Thread-safe. */
public final class Pace {
    private static final double NANOS = 1e9;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final DoubleSupplier perSecond;
    private long next = System.nanoTime();

    /** @param perSecond maximum number of starts per second, read again while waiting; infinity for no limit */
    public Pace(DoubleSupplier perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until the next piece of work may start, {@code cancelled} returns true, or this thread is interrupted. */
    public void await(BooleanSupplier cancelled) {
        long begin;
        synchronized (this) {
            begin = Math.max(System.nanoTime(), next);
            double rate = perSecond.getAsDouble();
            next = begin + (Double.isInfinite(rate) ? 0 : (long) (NANOS / rate));
        }
        while (System.nanoTime() < begin
                && !cancelled.getAsBoolean()
                && !Double.isInfinite(perSecond.getAsDouble())
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(LOOK, begin - System.nanoTime()));
        }
    }
}
