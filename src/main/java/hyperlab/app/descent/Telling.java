package hyperlab.app.descent;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Names the terms of a step one after another, in as many seconds as are given. A step that is taken by hand is told in
 * peace; one that is played is told until the next, and at more than a step a second there is no telling.
 */
final class Telling {
    private static final double BY_HAND = 0.8;
    private static final double MOST_STEPS_A_SECOND = 1;

    private final ReadOnlyObjectWrapper<@Nullable StepTerm> term = new ReadOnlyObjectWrapper<>(this, "term");
    private List<StepTerm> terms = List.of();
    private double each;
    private double passed;

    /** The term that is named; null while none is. */
    ReadOnlyObjectProperty<@Nullable StepTerm> term() {
        return term.getReadOnlyProperty();
    }

    /** Tells a step that was taken by hand. */
    void byHand(List<StepTerm> newTerms) {
        begin(newTerms, BY_HAND);
    }

    /** Tells a step that is played, so many of them a second. */
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

    /** Time has passed. */
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
