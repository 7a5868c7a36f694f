package hyperlab.app;

import hyperlab.app.concurrent.Runner;
import java.util.function.Supplier;

/**
 * Saves the window's contents while it is open, so that little is lost if the process is killed. A worker writes the
 * snapshots one at a time; the newest wins. FX thread only.
 */
final class Autosave {
    private final Supplier<Runnable> snapshot;
    private final Runner workers;
    private final Object file = new Object();
    private long taken;
    private long written;

    /** @param snapshot captures the current contents; the returned task writes them and may run on any thread */
    Autosave(Supplier<Runnable> snapshot, Runner workers) {
        this.snapshot = snapshot;
        this.workers = workers;
    }

    /** Saves the current contents without waiting for the disk. */
    void soon() {
        long order = ++taken;
        Runnable keep = snapshot.get();
        workers.run("session", () -> write(order, keep));
    }

    /** Saves the current contents before it returns; no older snapshot is written afterwards. */
    void now() {
        write(++taken, snapshot.get());
    }

    private void write(long order, Runnable keep) {
        synchronized (file) {
            if (order > written) {
                written = order;
                keep.run();
            }
        }
    }
}
