package hyperlab.app.concurrent;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one handler of what nobody foresaw, on the FX thread and on the workers: each fault is logged once, then the
 * person is told and the work is kept. Any thread.
 */
public final class Faults implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final Set<String> seen = new HashSet<>();
    private final Executor window;
    private Consumer<Throwable> listener = fault -> {};

    /** Tells its listener by {@code window}, which runs it on the FX thread. */
    public Faults(Executor window) {
        this.window = window;
    }

    /** What is done about a fault that was not seen before; on the FX thread. */
    public void onFault(Consumer<Throwable> newListener) {
        listener = newListener;
    }

    /** Handles the faults of the calling thread too. */
    public void watchThisThread() {
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (isNew(fault)) {
            LOG.log(Level.ERROR, "An unforeseen fault on " + thread.getName(), fault);
            window.execute(() -> listener.accept(fault));
        }
    }

    private synchronized boolean isNew(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return seen.add(fault.getClass().getName() + (trace.length == 0 ? "" : trace[0].toString()));
    }
}
