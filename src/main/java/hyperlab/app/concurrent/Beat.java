package hyperlab.app.concurrent;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executor;

/** Does the same thing in a window every so often, until it is closed. Between two beats it costs nothing. */
public final class Beat implements AutoCloseable {
    private final Timer timer = new Timer("hyperlab-beat", true);

    /**
     * Begins to beat.
     *
     * @param every from one to the next
     * @param window where it is done
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
