package hyperlab.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C as a wish to stop: whoever asks {@link #asked()} ends its work in its own time and keeps what there is, and the
 * program ends with the status of that.
 */
final class StopSignal {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::wish, "stop-signal");
    private volatile boolean asked;
    private volatile int status;

    /** Listens from now on; until then Ctrl-C ends the program at once. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean asked() {
        return asked;
    }

    /** All is written and said; the last call. */
    void finish(int exitStatus) {
        status = exitStatus;
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs or is about to, and takes the program to its end.
            return;
        }
    }

    /** Runs while the program is being ended: holds the end back until the work is done, then ends it with its status. */
    private void wish() {
        asked = true;
        try {
            finished.await();
            Runtime.getRuntime().halt(status);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
