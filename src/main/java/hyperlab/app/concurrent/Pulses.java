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

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private @Nullable AnimationTimer timer;

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(this::wake);
        }
    }

    private void wake() {
        if (timer == null) {
            timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse(this);
                }
            };
        }
        timer.start();
    }

    private void pulse(AnimationTimer running) {
        if (waiting.isEmpty()) {
            running.stop();
            awake.set(false);
            if (!waiting.isEmpty() && awake.compareAndSet(false, true)) {
                running.start();
            }
            return;
        }
        for (int round = 0; round < ROUNDS && !waiting.isEmpty(); round++) {
            runDue();
        }
    }

    private void runDue() {
        int due = waiting.size();
        for (int k = 0; k < due; k++) {
            Runnable task = waiting.poll();
            if (task != null) {
                task.run();
            }
        }
    }
}
