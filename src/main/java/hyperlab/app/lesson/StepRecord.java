package hyperlab.app.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user has done in one step.
 *
 * @param prediction the prediction and its outcome
 * @param attempt the attempts to reach a goal
 * @param words the sentence in the user's own words; saved, never graded
 * @param hands the raised hands for each option in the class mode
 */
public record StepRecord(Predicted prediction, Attempt attempt, String words, List<Integer> hands) {
    static final StepRecord NEW = new StepRecord(Predicted.NONE, Attempt.NONE, "", List.of());

    public StepRecord {
        hands = List.copyOf(hands);
    }

    /**
     * A prediction.
     *
     * @param draft the prediction before it is committed; null if there is none
     * @param sketch the sketch before it is committed
     * @param committed the committed prediction; null before
     * @param outcome the committed prediction next to the computed answer; null before both are known
     */
    public record Predicted(
            @Nullable Prediction draft,
            SketchDraft sketch,
            @Nullable Prediction committed,
            @Nullable Outcome outcome) {
        static final Predicted NONE = new Predicted(null, SketchDraft.empty(), null, null);
    }

    /**
     * The attempts to reach a goal.
     *
     * @param hints the number of hints shown
     * @param solutionShown whether a solution was shown
     * @param goalMet whether the goal was met at some step or epoch before a solution was shown
     * @param settings the free controls by name: where the goal was met first, or else where it was checked last after
     *     a change; empty if nothing was changed
     */
    public record Attempt(int hints, boolean solutionShown, boolean goalMet, Map<String, String> settings) {
        static final Attempt NONE = new Attempt(0, false, false, Map.of());

        public Attempt {
            settings = Map.copyOf(settings);
        }

        /** Whether nothing more is asked for. */
        public boolean isOver() {
            return goalMet || solutionShown;
        }
    }

    @Nullable
    Prediction draft() {
        return prediction.draft;
    }

    SketchDraft sketch() {
        return prediction.sketch;
    }

    @Nullable
    Prediction committed() {
        return prediction.committed;
    }

    public @Nullable Outcome outcome() {
        return prediction.outcome;
    }

    public int hints() {
        return attempt.hints;
    }

    public boolean goalMet() {
        return attempt.goalMet;
    }

    public boolean isCommitted() {
        return prediction.committed != null;
    }

    /** The committed prediction, or before that the draft; null if there is none. */
    @Nullable
    Prediction latest() {
        return prediction.committed == null ? prediction.draft : prediction.committed;
    }

    /** The raised hands for an option. */
    public int hands(int option) {
        return option < hands.size() ? hands.get(option) : 0;
    }

    StepRecord withDraft(@Nullable Prediction now) {
        return with(new Predicted(now, prediction.sketch, prediction.committed, prediction.outcome));
    }

    StepRecord withSketch(SketchDraft now, @Nullable Prediction draft) {
        return with(new Predicted(draft, now, prediction.committed, prediction.outcome));
    }

    StepRecord withCommitted(Prediction now) {
        return with(new Predicted(prediction.draft, prediction.sketch, now, prediction.outcome));
    }

    StepRecord withOutcome(Outcome now) {
        return with(new Predicted(prediction.draft, prediction.sketch, prediction.committed, now));
    }

    private StepRecord with(Predicted now) {
        return new StepRecord(now, attempt, words, hands);
    }

    StepRecord withHints(int now) {
        return with(new Attempt(now, attempt.solutionShown, attempt.goalMet, attempt.settings));
    }

    StepRecord withSolutionShown() {
        return with(new Attempt(attempt.hints, true, attempt.goalMet, attempt.settings));
    }

    /** The goal was checked with these settings. After it was met or a solution was shown, nothing changes any more. */
    StepRecord withCheck(boolean met, Map<String, String> settings) {
        return attempt.isOver() ? this : with(new Attempt(attempt.hints, false, met, settings));
    }

    private StepRecord with(Attempt now) {
        return new StepRecord(prediction, now, words, hands);
    }

    StepRecord withWords(String now) {
        return new StepRecord(prediction, attempt, now, hands);
    }

    StepRecord withHands(int option, int count) {
        List<Integer> counts = new ArrayList<>(hands);
        if (option >= counts.size()) {
            counts.addAll(Collections.nCopies(option + 1 - counts.size(), 0));
        }
        counts.set(option, Math.max(0, count));
        return new StepRecord(prediction, attempt, words, counts);
    }
}
