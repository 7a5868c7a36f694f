package hyperlab.app.lesson;

import hyperlab.learn.Block;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.Step;
import hyperlab.lesson.expression.Goal;
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
 * @param computing whether numbers of the step are still being computed
 * @param goal how far the lab is from the goal; null if the step has none or it is not known yet
 * @param classMode whether raised hands are counted
 */
public record LessonState(
        Lesson lesson,
        int index,
        List<StepRecord> records,
        List<Block> text,
        boolean computing,
        @Nullable Goal goal,
        boolean classMode) {
    public LessonState {
        records = List.copyOf(records);
        text = List.copyOf(text);
    }

    /** Whether all steps are done. */
    public boolean isFinished() {
        return index == lesson.steps().size();
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

    /** The parts of the stage that the step is about: what it rings or hides, or else what an earlier step did. */
    public List<String> subjectParts() {
        for (int k = Math.min(index, lesson.steps().size() - 1); k >= 0; k--) {
            Step step = lesson.steps().get(k);
            if (step instanceof Step.Observe observe && observe.ring() != null) {
                return List.of(observe.ring());
            }
            if (!step.scene().hide().isEmpty()) {
                return step.scene().hide();
            }
        }
        return List.of();
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
    public long scoredCount() {
        return records.stream().filter(record -> record.outcome() != null).count();
    }

    /** The number of predictions in the lesson. */
    public long predictionCount() {
        return lesson.steps().stream().filter(Step.Predict.class::isInstance).count();
    }
}
