package hyperlab.app.start;

import hyperlab.lab.Lab;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;

/**
 * Builds and styles the labs that were not visited yet while the user does nothing, a step at each pulse. A lab is built
 * in one step, so that nothing ever meets a part of it. Keys, the mouse and work of the window stop this for a while. FX
 * thread only.
 */
public final class PreparingLabs extends AnimationTimer {
    /** After this time without input, the user does nothing. */
    public static final long QUIET_NANOS = 700_000_000;

    private final BooleanSupplier isBusy;
    private final Supplier<Optional<Lab>> build;
    private final Function<Lab, List<Runnable>> style;
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private boolean isInterrupted = true;
    private long quietSinceNanos;

    /**
     * @param isBusy whether the window is too busy now
     * @param build builds the next lab; empty if all are built
     * @param style returns the steps in which a lab is styled
     */
    public PreparingLabs(BooleanSupplier isBusy, Supplier<Optional<Lab>> build, Function<Lab, List<Runnable>> style) {
        this.isBusy = isBusy;
        this.build = build;
        this.style = style;
    }

    /** Notices what the user of this window does. */
    public void watch(Stage stage) {
        stage.addEventFilter(InputEvent.ANY, event -> isInterrupted = true);
    }

    @Override
    public void handle(long now) {
        if (isInterrupted || isBusy.getAsBoolean()) {
            isInterrupted = false;
            quietSinceNanos = now;
        } else if (now - quietSinceNanos >= QUIET_NANOS && !advance()) {
            stop();
        }
    }

    /**
     * Does the next step, whatever the user does.
     *
     * @return whether there was one
     */
    public boolean advance() {
        Runnable step = steps.poll();
        if (step != null) {
            step.run();
            return true;
        }
        Optional<Lab> lab = build.get();
        lab.ifPresent(built -> steps.addAll(style.apply(built)));
        return lab.isPresent();
    }
}
