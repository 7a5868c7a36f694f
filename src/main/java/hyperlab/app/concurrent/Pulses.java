package hyperlab.app.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks from any thread on the FX thread at the next pulse. A task that such a task submits, for instance when a
 * result changes what is shown, runs at the same pulse, up to a limited number of rounds; a task that keeps
 * resubmitting itself then waits for the next pulse. The timer is stopped while there are no tasks.
 */
public final class Pulses implements Executor {
    private static final int ROUNDS = 3;
    private static final long FRAME_NANOS = 15_000_000;
    private static final long READING_NANOS = 80_000_000;
    /** After a frame is painted, it needs this thread once more before it appears on screen. */
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

    /** For continuous updates such as a run's progress: limited to the rate that the eye can distinguish. */
    public Executor frames() {
        return frames;
    }

    /** For text and numbers: runs after the frame of this pulse is on screen, limited to a readable rate. */
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
        // A frame task brings another repaint soon, so text updates may as well share it.
        unhurried.takeTurn(now, flows);
        for (int round = 0; round < ROUNDS && !waiting.isEmpty(); round++) {
            PacedTasks.run(waiting, waiting.size());
        }
    }

    private boolean isEmpty() {
        return waiting.isEmpty() && frames.isEmpty() && unhurried.isEmpty();
    }
}
