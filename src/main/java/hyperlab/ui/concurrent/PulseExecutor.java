package hyperlab.ui.concurrent;

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
public final class PulseExecutor implements Executor {
    private static final int MAX_ROUNDS = 3;
    private static final long FRAME_NANOS = 15_000_000;
    private static final long REDUCED_FRAME_NANOS = 1_000_000_000;
    private static final long LOW_PRIORITY_NANOS = 80_000_000;
    /** After a frame is painted, it needs this thread once more before it appears on screen. */
    private static final long LOW_PRIORITY_DELAY_NANOS = 32_000_000;

    /** Within this time, what changed at a pulse has been painted, even with software rendering on a busy machine. */
    private static final long PAINTING_NANOS = 120_000_000;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ThrottledTaskQueue frames = new ThrottledTaskQueue(0, FRAME_NANOS, this::wakeUp);
    private final ThrottledTaskQueue lowPriority =
            new ThrottledTaskQueue(LOW_PRIORITY_DELAY_NANOS, LOW_PRIORITY_NANOS, this::wakeUp);
    private final ThrottledTaskQueue afterPainting = new ThrottledTaskQueue(PAINTING_NANOS, 0, this::wakeUp);
    private final AtomicBoolean active = new AtomicBoolean();
    private @Nullable AnimationTimer timer;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        wakeUp();
    }

    /** For continuous updates such as a run's progress: limited to the rate that the eye can distinguish. */
    public Executor frames() {
        return frames;
    }

    /** For text and numbers: runs after the frame of this pulse is on screen, limited to a readable rate. */
    public Executor lowPriority() {
        return lowPriority;
    }

    /** For work that blocks this thread: runs when what was changed before is on the screen. */
    public Executor afterPainting() {
        return afterPainting;
    }

    /** Limits continuous updates to one a second, for users whom motion disturbs. FX thread only. */
    public void setReducedMotion(boolean reduced) {
        frames.setPauseNanos(reduced ? REDUCED_FRAME_NANOS : FRAME_NANOS);
    }

    private void wakeUp() {
        if (active.compareAndSet(false, true)) {
            Platform.runLater(this::startTimer);
        }
    }

    private void startTimer() {
        if (timer == null) {
            timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    handlePulse(this, now);
                }
            };
        }
        timer.start();
    }

    private void handlePulse(AnimationTimer running, long now) {
        if (isEmpty()) {
            running.stop();
            active.set(false);
            if (!isEmpty() && active.compareAndSet(false, true)) {
                running.start();
            }
            return;
        }
        boolean ranFrameTasks = frames.runDue(now, false);
        // A frame task brings another repaint soon, so text updates may as well share it.
        lowPriority.runDue(now, ranFrameTasks);
        afterPainting.runDue(now, false);
        for (int round = 0; round < MAX_ROUNDS && !tasks.isEmpty(); round++) {
            ThrottledTaskQueue.runTasks(tasks, tasks.size());
        }
    }

    private boolean isEmpty() {
        return tasks.isEmpty() && frames.isEmpty() && lowPriority.isEmpty() && afterPainting.isEmpty();
    }
}
