package hyperlab.app.concurrent;

/** Starts work off the FX thread; a test hands in one that runs it at once, on its own thread. */
public interface Runner {
    /**
     * Runs {@code work} on a thread of its own.
     *
     * @param name what the thread is called, as in {@code training}
     */
    void run(String name, Runnable work);
}
