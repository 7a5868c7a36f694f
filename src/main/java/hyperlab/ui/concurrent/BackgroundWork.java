package hyperlab.ui.concurrent;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

/** Work that runs on a daemon thread of its own while others do something else, and then wait for it. Thread-safe. */
public final class BackgroundWork {
    private static final System.Logger LOG = System.getLogger(BackgroundWork.class.getName());

    private final CountDownLatch finished = new CountDownLatch(1);

    /**
     * Begins the work. A failure is only logged.
     *
     * @param name of the thread
     */
    public BackgroundWork(String name, Runnable work) {
        Thread thread = new Thread(() -> runAndFinish(work), "hyperlab-" + name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, fault) -> LOG.log(Level.INFO, failed.getName(), fault));
        thread.start();
    }

    private void runAndFinish(Runnable work) {
        try {
            work.run();
        } finally {
            finished.countDown();
        }
    }

    /** Waits until the work has ended or failed; returns at once if this thread is interrupted. */
    public void await() {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
