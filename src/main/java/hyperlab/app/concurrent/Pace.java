package hyperlab.app.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** Keeps work from going faster than can be watched. Any thread. */
public final class Pace {
    private static final double NANOS = 1e9;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final DoubleSupplier perSecond;
    private long next = System.nanoTime();

    /** @param perSecond how often a second work may begin, asked while waiting; infinite for as fast as it goes */
    public Pace(DoubleSupplier perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until the next piece of work may begin, or {@code cancelled} holds. */
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
