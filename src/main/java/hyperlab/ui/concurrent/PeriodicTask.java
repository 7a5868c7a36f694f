package hyperlab.ui.concurrent;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executor;

/**
 * Runs a task at a fixed interval on a given executor until it is closed. A run that waits in the executor at that time
 * is dropped.
 */
public final class PeriodicTask implements AutoCloseable {
    private final Timer timer = new Timer("hyperlab-timer", true);
    private volatile boolean closed;

    /**
     * Starts the timer.
     *
     * @param interval the interval and the initial delay
     * @param executor executor that runs the task
     */
    public PeriodicTask(Duration interval, Executor executor, Runnable task) {
        TimerTask timerTask = new TimerTask() {
            @Override
            public void run() {
                executor.execute(() -> {
                    if (!closed) {
                        task.run();
                    }
                });
            }
        };
        timer.schedule(timerTask, interval.toMillis(), interval.toMillis());
    }

    @Override
    public void close() {
        closed = true;
        timer.cancel();
    }
}
