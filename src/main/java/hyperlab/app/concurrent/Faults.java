package hyperlab.app.concurrent;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Handles uncaught exceptions on the FX thread and on the workers: logs each exception once, then notifies the
 * listener, which informs the user and saves the work. Thread-safe.
 */
public final class Faults implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final Set<String> seen = new HashSet<>();
    private final Executor window;
    private Consumer<Throwable> listener = fault -> {};

    /** @param window executor that runs the listener on the FX thread */
    public Faults(Executor window) {
        this.window = window;
    }

    /** Sets the listener for exceptions that have not occurred before; called on the FX thread. */
    public void onFault(Consumer<Throwable> newListener) {
        listener = newListener;
    }

    /** Also handles the uncaught exceptions of the calling thread. */
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
