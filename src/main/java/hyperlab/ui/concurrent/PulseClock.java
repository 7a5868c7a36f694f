package hyperlab.ui.concurrent;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/**
 * While running, reports the seconds since its last report on each pulse, at a rate limited to what the eye can
 * distinguish. FX thread only.
 */
public final class PulseClock {
    private static final double MAX_SECONDS = 0.25;
    private static final long MIN_NANOS = 12_000_000;

    private final DoubleConsumer listener;
    private final AnimationTimer timer;
    private long last;

    public PulseClock(DoubleConsumer listener) {
        this.listener = listener;
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                tick(now);
            }
        };
    }

    public void run(boolean running) {
        if (running) {
            last = 0;
            timer.start();
        } else {
            timer.stop();
        }
    }

    /** @param now pulse time in nanoseconds */
    void tick(long now) {
        if (last != 0 && now - last < MIN_NANOS) {
            return;
        }
        if (last != 0) {
            listener.accept(Math.min(MAX_SECONDS, (now - last) / 1e9));
        }
        last = now;
    }
}
