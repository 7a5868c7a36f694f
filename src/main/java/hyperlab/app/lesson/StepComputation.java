package hyperlab.app.lesson;

import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.learn.Block;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.Step;
import hyperlab.lesson.expression.Goal;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.ui.concurrent.LatestTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Computes the answers, the numbers in the texts and the goals of a lesson on a worker. */
final class StepComputation {
    private final LessonLab lab;
    /** Also the lock: players of the same lesson may share it. */
    private final ReadoutCache cache;

    private final LatestTask<StepRequest, ComputedStep> stepTask;
    private final LatestTask<GoalRequest, CheckedGoal> goalTask;

    private record StepRequest(int index, Step step, Document document) {}

    private record GoalRequest(int index, Step.Reach step, Document document, int position, boolean changed) {}

    /**
     * The computed numbers of a step.
     *
     * @param answer null if nothing is predicted
     * @param mark the numbers of the place that the step points at; empty for none
     */
    record ComputedStep(int index, List<Block> text, Outcome.@Nullable Answer answer, List<Double> mark) {}

    /**
     * How far the lab is from a goal.
     *
     * @param settings the free controls
     * @param changed whether the user has changed any of them
     */
    record CheckedGoal(int index, Goal goal, Map<String, String> settings, boolean changed) {}

    /**
     * Creates an idle computation.
     *
     * @param cache what was computed before
     * @param worker computes
     * @param window receives the results: the FX thread
     */
    StepComputation(
            LessonLab lab,
            ReadoutCache cache,
            Executor worker,
            Executor window,
            Consumer<ComputedStep> steps,
            Consumer<CheckedGoal> goals) {
        this.lab = lab;
        this.cache = cache;
        stepTask = new LatestTask<>(worker, window, this::compute, steps);
        goalTask = new LatestTask<>(worker, window, this::check, goals);
    }

    void compute(int index, Step step, Document document) {
        stepTask.submit(new StepRequest(index, step, document));
    }

    /**
     * Checks a goal.
     *
     * @param position the step or epoch at which it is checked
     * @param changed whether the user has changed the document in this step
     */
    void check(int index, Step.Reach step, Document document, int position, boolean changed) {
        goalTask.submit(new GoalRequest(index, step, document, position, changed));
    }

    void close() {
        stepTask.cancel();
        goalTask.cancel();
    }

    private ComputedStep compute(StepRequest request) {
        synchronized (cache) {
            DocumentReadouts readouts = cache.of(request.document());
            Outcome.Answer computed = request.step()
                    .askedQuestion()
                    .map(question -> Outcome.answer(question, readouts))
                    .orElse(null);
            List<Block> text = request.step().scene().text().blocks(value -> LessonText.format(value, readouts));
            List<Double> mark = request.step()
                    .markedPlace()
                    .map(place -> place.values().stream()
                            .map(value -> value.value(readouts))
                            .toList())
                    .orElse(List.of());
            return new ComputedStep(request.index(), text, computed, mark);
        }
    }

    private CheckedGoal check(GoalRequest request) {
        synchronized (cache) {
            DocumentReadouts end = cache.of(request.document());
            DocumentReadouts readouts = end.changesDuringRun() ? end.at(request.position()) : end;
            Map<String, String> settings = new LinkedHashMap<>();
            for (String name : request.step().scene().free()) {
                String key = LabControls.control(lab, name, "free").component();
                DocumentOverrides.value(request.document(), key).ifPresent(value -> settings.put(name, value));
            }
            return new CheckedGoal(
                    request.index(), Goal.of(request.step().goal(), readouts), settings, request.changed());
        }
    }
}
