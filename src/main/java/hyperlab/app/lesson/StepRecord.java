package hyperlab.app.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user has done in one step.
 *
 * @param draft the prediction before it is committed; null if there is none
 * @param sketch the sketch before it is committed
 * @param committed the committed prediction; null before
 * @param outcome the committed prediction next to the computed answer; null before both are known
 * @param hints the number of hints shown
 * @param goalMet whether the goal was met at some moment
 * @param words the sentence in the user's own words; saved, never graded
 * @param hands the raised hands for each option in the class mode
 */
public record StepRecord(
        @Nullable Prediction draft,
        SketchDraft sketch,
        @Nullable Prediction committed,
        @Nullable Outcome outcome,
        int hints,
        boolean goalMet,
        String words,
        List<Integer> hands) {
    static final StepRecord NEW = new StepRecord(null, SketchDraft.empty(), null, null, 0, false, "", List.of());

    public StepRecord {
        hands = List.copyOf(hands);
    }

    public boolean isCommitted() {
        return committed != null;
    }

    /** The raised hands for an option. */
    public int hands(int option) {
        return option < hands.size() ? hands.get(option) : 0;
    }

    StepRecord withDraft(@Nullable Prediction now) {
        return new StepRecord(now, sketch, committed, outcome, hints, goalMet, words, hands);
    }

    StepRecord withSketch(SketchDraft now, @Nullable Prediction prediction) {
        return new StepRecord(prediction, now, committed, outcome, hints, goalMet, words, hands);
    }

    StepRecord withCommitted(Prediction now) {
        return new StepRecord(draft, sketch, now, outcome, hints, goalMet, words, hands);
    }

    StepRecord withOutcome(Outcome now) {
        return new StepRecord(draft, sketch, committed, now, hints, goalMet, words, hands);
    }

    StepRecord withHints(int now) {
        return new StepRecord(draft, sketch, committed, outcome, now, goalMet, words, hands);
    }

    StepRecord withGoalMet() {
        return new StepRecord(draft, sketch, committed, outcome, hints, true, words, hands);
    }

    StepRecord withWords(String now) {
        return new StepRecord(draft, sketch, committed, outcome, hints, goalMet, now, hands);
    }

    StepRecord withHands(int option, int count) {
        List<Integer> counts = new ArrayList<>(hands);
        if (option >= counts.size()) {
            counts.addAll(Collections.nCopies(option + 1 - counts.size(), 0));
        }
        counts.set(option, Math.max(0, count));
        return new StepRecord(draft, sketch, committed, outcome, hints, goalMet, words, counts);
    }
}
