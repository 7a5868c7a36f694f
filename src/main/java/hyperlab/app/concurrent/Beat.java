package hyperlab.app.concurrent;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executor;

/** Runs a task at a fixed interval on a given executor until it is closed. */
public final class Beat implements AutoCloseable {
    private final Timer timer = new Timer("hyperlab-beat", true);

    /**
     * Starts the timer.
     *
     * @param every the interval and the initial delay
     * @param window executor that runs the task
     */
    public Beat(Duration every, Executor window, Runnable done) {
        TimerTask beat = new TimerTask() {
            @Override
            public void run() {
                window.execute(done);
            }
        };
        timer.schedule(beat, every.toMillis(), every.toMillis());
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
