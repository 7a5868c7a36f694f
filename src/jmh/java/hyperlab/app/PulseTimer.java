package hyperlab.app;

import javafx.animation.AnimationTimer;

/** Records the milliseconds between pulses. FX thread only. */
final class PulseTimer extends AnimationTimer {
    private final Runnable each;
    private final Intervals intervals = new Intervals();

    /** @param each runs on every pulse */
    PulseTimer(Runnable each) {
        this.each = each;
        start();
    }

    @Override
    public void handle(long now) {
        intervals.add();
        each.run();
    }

    double[] stopAndGet() {
        stop();
        return intervals.toArray();
    }
}
