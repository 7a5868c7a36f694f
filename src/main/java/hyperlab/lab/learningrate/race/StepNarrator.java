package hyperlab.lab.learningrate.race;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Highlights the terms of a step one after another. A manual step is narrated in full, 0.8 seconds per term. During
 * playback the narration lasts until the next step; above one step per second there is no narration.
 */
public final class StepNarrator {
    private static final double MANUAL_SECONDS_PER_TERM = 0.8;
    private static final double MAX_STEPS_PER_SECOND = 1;

    private final ReadOnlyObjectWrapper<@Nullable StepTerm> term = new ReadOnlyObjectWrapper<>(this, "term");
    private List<StepTerm> terms = List.of();
    private double secondsPerTerm;
    private double elapsedSeconds;

    /** The highlighted term; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable StepTerm> termProperty() {
        return term.getReadOnlyProperty();
    }

    /** Narrates a manual step. */
    public void narrateManualStep(List<StepTerm> newTerms) {
        start(newTerms, MANUAL_SECONDS_PER_TERM);
    }

    /** Narrates a step during playback at the given number of steps per second. */
    public void narratePlayedStep(List<StepTerm> newTerms, double stepsPerSecond) {
        if (stepsPerSecond > MAX_STEPS_PER_SECOND) {
            stop();
        } else {
            start(newTerms, 1 / stepsPerSecond / Math.max(1, newTerms.size()));
        }
    }

    private void start(List<StepTerm> newTerms, double secondsEach) {
        terms = List.copyOf(newTerms);
        secondsPerTerm = secondsEach;
        elapsedSeconds = 0;
        updateTerm();
    }

    /** Advances the narration by the elapsed time. */
    public void advance(double seconds) {
        elapsedSeconds += seconds;
        updateTerm();
    }

    public void stop() {
        terms = List.of();
        updateTerm();
    }

    private void updateTerm() {
        int index = (int) (elapsedSeconds / secondsPerTerm);
        term.set(index < terms.size() ? terms.get(index) : null);
    }
}
