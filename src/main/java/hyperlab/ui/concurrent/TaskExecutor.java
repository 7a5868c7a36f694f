package hyperlab.ui.concurrent;

/** Runs work off the FX thread; tests pass one that runs it directly on the calling thread. */
public interface TaskExecutor {
    /**
     * Runs {@code work} on a new thread.
     *
     * @param name name of the thread, such as {@code training}
     */
    void run(String name, Runnable work);
}
