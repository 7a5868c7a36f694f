package hyperlab.app;

import hyperlab.ui.concurrent.TaskExecutor;
import java.util.function.Supplier;

/**
 * Saves the window's contents while it is open, so that little is lost if the process is killed. A worker writes the
 * snapshots one at a time; the newest wins. FX thread only.
 */
final class Autosave {
    private final Supplier<Runnable> snapshot;
    private final TaskExecutor workers;
    private final Object writeLock = new Object();
    private long lastSnapshot;
    private long lastWritten;

    /** @param snapshot captures the current contents; the returned task writes them and may run on any thread */
    Autosave(Supplier<Runnable> snapshot, TaskExecutor workers) {
        this.snapshot = snapshot;
        this.workers = workers;
    }

    /** Saves the current contents without waiting for the disk. */
    void saveAsync() {
        long order = ++lastSnapshot;
        Runnable writeTask = snapshot.get();
        workers.run("session", () -> write(order, writeTask));
    }

    /** Saves the current contents before it returns; no older snapshot is written afterwards. */
    void saveNow() {
        write(++lastSnapshot, snapshot.get());
    }

    private void write(long order, Runnable writeTask) {
        synchronized (writeLock) {
            if (order > lastWritten) {
                lastWritten = order;
                writeTask.run();
            }
        }
    }
}
