package hyperlab.app.lesson;

import hyperlab.learn.Block;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.Step;
import hyperlab.lesson.expression.Goal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the player shows.
 *
 * @param index the current step; the number of steps at the end of the lesson
 * @param records one for each step
 * @param text the text of the step, with its computed numbers once they are known
 * @param mark the numbers of the place that the step points at, in the order of {@link Step.Place#values}; empty for
 *     none
 * @param computing whether numbers of the step are still being computed
 * @param goal how far the lab is from the goal; null if the step has none or it is not known yet
 * @param classMode whether raised hands are counted
 * @param dialog what is asked before the lesson goes on
 */
public record LessonState(
        Lesson lesson,
        int index,
        List<StepRecord> records,
        List<Block> text,
        List<Double> mark,
        boolean computing,
        @Nullable Goal goal,
        boolean classMode,
        LessonDialog dialog) {
    public LessonState {
        records = List.copyOf(records);
        text = List.copyOf(text);
        mark = List.copyOf(mark);
    }

    /** The first step of a lesson, before anything is done. */
    static LessonState start(Lesson lesson, int index) {
        return new LessonState(
                lesson,
                index,
                Collections.nCopies(lesson.steps().size(), StepRecord.NEW),
                List.of(),
                List.of(),
                false,
                null,
                false,
                LessonDialog.NONE);
    }

    /** Another step, whose goal is not checked yet. */
    LessonState at(int step, List<Block> itsText, boolean isComputing) {
        return new LessonState(
                lesson, step, records, itsText, List.of(), isComputing, null, classMode, LessonDialog.NONE);
    }

    LessonState withComputed(List<Block> computed, List<Double> place) {
        return new LessonState(lesson, index, records, computed, place, false, goal, classMode, dialog);
    }

    LessonState withRecord(StepRecord changed) {
        List<StepRecord> now = new ArrayList<>(records);
        now.set(index, changed);
        return withRecords(now, classMode);
    }

    LessonState withRecords(List<StepRecord> now, boolean countsHands) {
        return new LessonState(lesson, index, now, text, mark, computing, goal, countsHands, dialog);
    }

    LessonState withGoal(Goal checked) {
        boolean answered = dialog == LessonDialog.GOAL_MISSED && checked.met();
        return new LessonState(
                lesson,
                index,
                records,
                text,
                mark,
                computing,
                checked,
                classMode,
                answered ? LessonDialog.NONE : dialog);
    }

    LessonState withDialog(LessonDialog now) {
        return new LessonState(lesson, index, records, text, mark, computing, goal, classMode, now);
    }

    /** Whether all steps are done. */
    public boolean isFinished() {
        return index == lesson.steps().size();
    }

    /** Whether the lesson ends after this step. */
    public boolean isLastStep() {
        return index == lesson.steps().size() - 1;
    }

    /** The current step. */
    public Step step() {
        return lesson.steps().get(index);
    }

    /** What the user has done in the current step. */
    public StepRecord record() {
        return records.get(index);
    }

    /** Whether a prediction is asked for that is not committed yet; what the step hides is hidden until then. */
    public boolean isAsking() {
        return !isFinished() && step() instanceof Step.Predict && !record().isCommitted();
    }

    /** Whether the run may be played: after the prediction. */
    public boolean isPlaybackFree() {
        return !isFinished() && !isAsking();
    }

    /** The parts of the stage that are hidden now. */
    public List<String> hidden() {
        return isAsking() ? step().scene().hide() : List.of();
    }

    /**
     * The parts of the stage that the step is about, the most important one first: what it says, or else what it rings
     * or hides, or what an earlier step did.
     */
    public List<String> subjectParts() {
        for (int k = Math.min(index, lesson.steps().size() - 1); k >= 0; k--) {
            Step step = lesson.steps().get(k);
            if (!step.scene().look().isEmpty()) {
                return step.scene().look();
            }
            if (step instanceof Step.Observe observe && observe.ring() != null) {
                return List.of(observe.ring());
            }
            if (!step.scene().hide().isEmpty()) {
                return step.scene().hide();
            }
        }
        return List.of();
    }

    /** Whether no other parts than {@link #subjectParts} are to be shown: the lesson names them itself. */
    public boolean showsOnlySubject() {
        return !isFinished() && !step().scene().look().isEmpty();
    }

    /** The controls that are free now. */
    public List<String> free() {
        return isFinished() || isAsking() ? List.of() : step().scene().free();
    }

    /** The mean score of the scored predictions, 0 … 1; empty before the first one. */
    public OptionalDouble score() {
        return records.stream()
                .map(StepRecord::outcome)
                .filter(Objects::nonNull)
                .mapToDouble(outcome -> outcome.score().value())
                .average();
    }

    /** The number of scored predictions. */
    public int scoredCount() {
        return Math.toIntExact(
                records.stream().filter(record -> record.outcome() != null).count());
    }

    /** The number of predictions in the lesson. */
    public int predictionCount() {
        return Math.toIntExact(
                lesson.steps().stream().filter(Step.Predict.class::isInstance).count());
    }
}
