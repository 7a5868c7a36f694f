package hyperlab.app.descent;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Highlights the terms of a step one after another. A manual step is narrated in full, 0.8 seconds per term. During
 * playback the narration lasts until the next step; above one step per second there is no narration.
 */
final class Telling {
    private static final double BY_HAND = 0.8;
    private static final double MOST_STEPS_A_SECOND = 1;

    private final ReadOnlyObjectWrapper<@Nullable StepTerm> term = new ReadOnlyObjectWrapper<>(this, "term");
    private List<StepTerm> terms = List.of();
    private double each;
    private double passed;

    /** The highlighted term; null if there is none. */
    ReadOnlyObjectProperty<@Nullable StepTerm> term() {
        return term.getReadOnlyProperty();
    }

    /** Narrates a manual step. */
    void byHand(List<StepTerm> newTerms) {
        begin(newTerms, BY_HAND);
    }

    /** Narrates a step during playback at the given number of steps per second. */
    void played(List<StepTerm> newTerms, double stepsASecond) {
        if (stepsASecond > MOST_STEPS_A_SECOND) {
            stop();
        } else {
            begin(newTerms, 1 / stepsASecond / Math.max(1, newTerms.size()));
        }
    }

    private void begin(List<StepTerm> newTerms, double secondsEach) {
        terms = List.copyOf(newTerms);
        each = secondsEach;
        passed = 0;
        name();
    }

    /** Advances the narration by the elapsed time. */
    void pulse(double seconds) {
        passed += seconds;
        name();
    }

    void stop() {
        terms = List.of();
        name();
    }

    private void name() {
        int at = (int) (passed / each);
        term.set(at < terms.size() ? terms.get(at) : null);
    }
}
