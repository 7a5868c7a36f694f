package hyperlab.app;

import hyperlab.app.concurrent.Runner;
import java.util.function.Supplier;

/**
 * Keeps what is in the window while it is open, so that a process that is killed loses little: on a worker, one snapshot
 * after another, the newest last. FX thread alone.
 */
final class Autosave {
    private final Supplier<Runnable> snapshot;
    private final Runner workers;
    private final Object file = new Object();
    private long taken;
    private long written;

    /** @param snapshot takes up what is there now; what comes back writes it, on any thread */
    Autosave(Supplier<Runnable> snapshot, Runner workers) {
        this.snapshot = snapshot;
        this.workers = workers;
    }

    /** Keeps what is there now, without waiting for the disk. */
    void soon() {
        long order = ++taken;
        Runnable keep = snapshot.get();
        workers.run("session", () -> write(order, keep));
    }

    /** Keeps what is there now before it comes back; nothing older is written afterwards. */
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
