package hyperlab.cli.io;

import hyperlab.file.disk.AtomicFile;
import java.util.concurrent.CountDownLatch;

/**
 * Handles Ctrl-C as a request to stop. Work that polls {@link #isRequested()} finishes in its own time and keeps its
 * results, and the program ends with the status of that work. A second Ctrl-C ends the program at once, without
 * results.
 */
public final class InterruptHandler {
    /** The usual exit status of a program that Ctrl-C ends. */
    private static final int INTERRUPTED = 130;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stop-signal");
    private volatile boolean requested;
    private volatile int status;

    /** Starts handling Ctrl-C; before that, Ctrl-C ends the program at once. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public boolean isRequested() {
        return requested;
    }

    /** Reports that all work is done; must be the last call. */
    public void complete(int exitStatus) {
        status = exitStatus;
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook is running or about to run; it ends the program.
            return;
        }
    }

    /** The shutdown hook: delays the end of the program until the work is done, then ends it with the exit status. */
    private void onShutdown() {
        requested = true;
        SecondInterrupt.handle(() -> {
            AtomicFile.deleteUnfinished();
            Runtime.getRuntime().halt(INTERRUPTED);
        });
        try {
            finished.await();
            Runtime.getRuntime().halt(status);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
