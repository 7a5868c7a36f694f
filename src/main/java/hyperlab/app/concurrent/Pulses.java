package hyperlab.app.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Runs what any thread hands over on the FX thread, at the next pulse. What such a task hands over in turn, as when a
 * result changes what is to be seen, runs at the same pulse, up to a few times over; one that hands itself over has to
 * wait for the next then. Costs nothing while nothing is handed over.
 */
public final class Pulses implements Executor {
    private static final int ROUNDS = 3;
    private static final long FRAME_NANOS = 15_000_000;
    private static final long READING_NANOS = 80_000_000;
    /** A picture needs this thread once more after it was painted, to be brought to the screen. */
    private static final long PICTURE_NANOS = 32_000_000;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final PacedTasks frames = new PacedTasks(0, FRAME_NANOS, this::ask);
    private final PacedTasks unhurried = new PacedTasks(PICTURE_NANOS, READING_NANOS, this::ask);
    private final AtomicBoolean awake = new AtomicBoolean();
    private @Nullable AnimationTimer timer;

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        ask();
    }

    /** For what flows by itself, as a run's progress: not more often than eyes can tell apart. */
    public Executor frames() {
        return frames;
    }

    /**
     * For what is read rather than looked at: once the picture of this pulse is on the screen, and not more often than
     * anyone can read.
     */
    public Executor unhurried() {
        return unhurried;
    }

    private void ask() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(this::wake);
        }
    }

    private void wake() {
        if (timer == null) {
            timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse(this, now);
                }
            };
        }
        timer.start();
    }

    private void pulse(AnimationTimer running, long now) {
        if (isEmpty()) {
            running.stop();
            awake.set(false);
            if (!isEmpty() && awake.compareAndSet(false, true)) {
                running.start();
            }
            return;
        }
        boolean flows = frames.takeTurn(now, false);
        // What flows brings another picture soon: what is to be read may as well share this one.
        unhurried.takeTurn(now, flows);
        for (int round = 0; round < ROUNDS && !waiting.isEmpty(); round++) {
            PacedTasks.run(waiting, waiting.size());
        }
    }

    private boolean isEmpty() {
        return waiting.isEmpty() && frames.isEmpty() && unhurried.isEmpty();
    }
}
