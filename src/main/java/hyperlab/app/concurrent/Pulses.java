package hyperlab.app.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Runs what any thread hands over on the FX thread, at the next pulse. Costs nothing while nothing is handed over. */
public final class Pulses implements Executor {
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
        int due = waiting.size();
        if (due == 0) {
            running.stop();
            awake.set(false);
            if (!waiting.isEmpty() && awake.compareAndSet(false, true)) {
                running.start();
            }
            return;
        }
        for (int k = 0; k < due; k++) {
            Runnable task = waiting.poll();
            if (task != null) {
                task.run();
            }
        }
    }
}
