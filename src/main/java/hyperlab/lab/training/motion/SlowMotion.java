package hyperlab.lab.training.motion;

import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.train.StepTrace;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Shows the updates of the live run one phase at a time. Each update is a step of the run itself, whose numbers were
 * recorded; the phases only show them one after the other. FX thread only.
 */
public final class SlowMotion {
    private final Consumer<Consumer<StepTrace>> stepper;
    private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper(this, "ended");
    private final ReadOnlyObjectWrapper<@Nullable SlowMotionState> state = new ReadOnlyObjectWrapper<>(this, "state");

    /**
     * What is shown.
     *
     * @param update the update with its numbers, as columns and links
     * @param phase the current phase
     * @param sample the sample of the batch whose outputs are shown, from 0
     * @param link the selected weight
     */
    public record SlowMotionState(TracedUpdate update, Phase phase, int sample, Link link) {}

    /** @param stepper performs the next step of the live run and passes on its numbers; does nothing after its end */
    public SlowMotion(Consumer<Consumer<StepTrace>> stepper) {
        this.stepper = stepper;
    }

    /** Null before the first update, and after the run was replaced. */
    public ReadOnlyObjectProperty<@Nullable SlowMotionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the live run has ended, so that there is no next step. */
    public ReadOnlyBooleanProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Sets whether the live run has ended. */
    public void setEnded(boolean hasEnded) {
        ended.set(hasEnded);
    }

    /** Whether {@link #next} shows something: another phase of the update, or the next step. */
    public boolean canGoOn() {
        SlowMotionState now = state.get();
        return !ended.get() || (now != null && now.phase != Phase.UPDATE);
    }

    /** Shows the next phase; after the last one, performs the next step and shows its first phase. */
    public void next() {
        SlowMotionState now = state.get();
        if (now == null || now.phase == Phase.UPDATE) {
            stepper.accept(this::show);
        } else {
            show(now, after(now.phase));
        }
    }

    /** Shows the phase before, within the same update. */
    public void back() {
        SlowMotionState now = state.get();
        if (now != null && now.phase != Phase.FORWARD) {
            show(now, before(now.phase));
        }
    }

    private static Phase after(Phase phase) {
        return switch (phase) {
            case FORWARD -> Phase.LOSS;
            case LOSS -> Phase.BACKWARD;
            case BACKWARD -> Phase.UPDATE;
            case UPDATE -> Phase.FORWARD;
        };
    }

    private static Phase before(Phase phase) {
        return switch (phase) {
            case FORWARD -> Phase.UPDATE;
            case LOSS -> Phase.FORWARD;
            case BACKWARD -> Phase.LOSS;
            case UPDATE -> Phase.BACKWARD;
        };
    }

    /** Shows a phase of the same update. */
    public void show(Phase phase) {
        SlowMotionState now = state.get();
        if (now != null) {
            show(now, phase);
        }
    }

    /** Selects the weight that is {@code steps} further in the order of the layers. */
    public void selectNext(int steps) {
        SlowMotionState now = state.get();
        if (now != null) {
            select(now.update.linkAfter(now.link, steps));
        }
    }

    public void select(Link link) {
        SlowMotionState now = state.get();
        if (now != null) {
            state.set(new SlowMotionState(now.update, now.phase, now.sample, link));
        }
    }

    /** Shows another sample of the batch. */
    public void selectSample(int steps) {
        SlowMotionState now = state.get();
        if (now != null) {
            int samples = now.update.samples();
            state.set(new SlowMotionState(now.update, now.phase, Math.floorMod(now.sample + steps, samples), now.link));
        }
    }

    /** Forgets the update, because another run is displayed or the run went on without it. */
    public void clear() {
        state.set(null);
    }

    private void show(SlowMotionState now, Phase phase) {
        state.set(new SlowMotionState(now.update, phase, now.sample, now.link));
    }

    private void show(StepTrace trace) {
        TracedUpdate update = new TracedUpdate(trace);
        SlowMotionState before = state.get();
        Link kept = before != null && update.has(before.link) ? before.link : update.steepestLink();
        state.set(new SlowMotionState(update, Phase.FORWARD, 0, kept));
    }
}
