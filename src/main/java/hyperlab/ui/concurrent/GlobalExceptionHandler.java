package hyperlab.ui.concurrent;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Handles uncaught exceptions on the FX thread and on the workers: logs each exception once, then notifies the
 * listener, which informs the user and saves the work. Thread-safe.
 */
public final class GlobalExceptionHandler implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(GlobalExceptionHandler.class.getName());

    private final Set<String> reportedFaults = new HashSet<>();
    private final Executor fxExecutor;
    private Consumer<Throwable> listener = fault -> {};

    /** @param fxExecutor executor that runs the listener on the FX thread */
    public GlobalExceptionHandler(Executor fxExecutor) {
        this.fxExecutor = fxExecutor;
    }

    /** Sets the listener for exceptions that have not occurred before; called on the FX thread. */
    public void setListener(Consumer<Throwable> newListener) {
        listener = newListener;
    }

    /** Also handles the uncaught exceptions of the calling thread. */
    public void installOnCurrentThread() {
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (isNew(fault)) {
            LOG.log(Level.ERROR, "An unforeseen fault on " + thread.getName(), fault);
            fxExecutor.execute(() -> listener.accept(fault));
        }
    }

    private synchronized boolean isNew(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return reportedFaults.add(fault.getClass().getName() + (trace.length == 0 ? "" : trace[0].toString()));
    }
}
