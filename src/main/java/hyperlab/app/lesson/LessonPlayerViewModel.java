package hyperlab.app.lesson;

import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.lab.LessonProgress;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Plays a lesson: the current step, the prediction, its score, the hints, the goal, and the raised hands of a class.
 * Answers and numbers are computed on a worker. FX thread only; needs no toolkit.
 */
public final class LessonPlayerViewModel {
    private final Lesson lesson;
    private final LabUnderLesson lab;
    private final ReadOnlyObjectWrapper<LessonState> state;
    private final StepComputation computation;
    private final StepPlayback playback;
    private Outcome.@Nullable Answer answer;
    private @Nullable Document checked;
    /** The document at the beginning of the step; null before it is checked. */
    private @Nullable Document untouched;

    private int checkedPosition = -1;

    /**
     * Starts a lesson at one of its steps.
     *
     * @param readouts computes the numbers of the lesson, or has computed them before
     * @param start what was done before
     * @param worker computes answers and numbers
     * @param window receives them: the FX thread
     */
    public LessonPlayerViewModel(
            Lesson lesson,
            LabUnderLesson lab,
            LessonProgress start,
            ReadoutCache readouts,
            Executor worker,
            Executor window) {
        this.lesson = lesson;
        this.lab = lab;
        int first = start.step() < lesson.steps().size() ? start.step() : 0;
        state = new ReadOnlyObjectWrapper<>(this, "state", LessonState.start(lesson, first));
        computation = new StepComputation(lesson.lab(), readouts, worker, window, this::show, this::show);
        playback = new StepPlayback(lab.playback());
        enter(first);
    }

    // properties

    public ReadOnlyObjectProperty<LessonState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public LessonState state() {
        return state.get();
    }

    /** How far the lesson is, to be saved. */
    public LessonProgress progress() {
        LessonState now = state();
        return new LessonProgress(
                now.index(),
                lesson.steps().size(),
                now.score().isPresent() ? now.score().getAsDouble() : Double.NaN,
                new LessonProgress.Predictions(now.scoredCount(), now.predictionCount()));
    }

    // commands

    /** Takes over what the user did in an earlier version of the lesson, if it has the same kinds of steps. */
    public void adopt(LessonState earlier) {
        LessonState now = state();
        boolean same = earlier.lesson().steps().stream()
                .map(LessonPlayerViewModel::kind)
                .toList()
                .equals(lesson.steps().stream().map(LessonPlayerViewModel::kind).toList());
        if (same) {
            state.set(now.withRecords(earlier.records(), earlier.classMode()));
            enter(earlier.index());
        }
    }

    /** What must be the same in another version of the lesson, so that what was done still fits. */
    private static Class<?> kind(Step step) {
        return step.askedQuestion().<Class<?>>map(Question::getClass).orElse(step.getClass());
    }

    /** Chooses an option. Does nothing after the prediction is committed or if there is no such option. */
    public void choose(int option) {
        if (question() instanceof Question.Choice choice
                && option < choice.options().size()) {
            draft(new Prediction.OfChoice(option));
        }
    }

    /** Enters a number; null while the text is not a number. */
    public void enterNumber(@Nullable Double value) {
        if (question() instanceof Question.Numeric) {
            draft(value == null ? null : new Prediction.OfNumber(value));
        }
    }

    /** The items of an order as the user has arranged them; at first not in the right order. */
    public List<String> items() {
        return PredictionDraft.items(state());
    }

    /** Moves an item of an order by some places. */
    public void moveItem(int from, int by) {
        if (question() instanceof Question.Order) {
            draft(PredictionDraft.moved(items(), from, by));
        }
    }

    /** Changes the sketch. */
    public void sketch(UnaryOperator<SketchDraft> change) {
        if (question() instanceof Question.Sketch sketch) {
            SketchDraft now = change.apply(state().record().sketch());
            update(record -> record.withSketch(
                    now, now.isEmpty() ? null : new Prediction.OfSketch(now.curve(sketch.x(), sketch.y()))));
        }
    }

    /** Commits the prediction and starts the run. Does nothing without a prediction. */
    public void commit() {
        Prediction draft = PredictionDraft.committable(state());
        if (draft != null) {
            update(record -> record.withCommitted(draft));
            score();
            playback.replay(state().step());
        }
    }

    /** Whether there is a prediction to commit. */
    public boolean canCommit() {
        return PredictionDraft.committable(state()) != null;
    }

    /** Goes to the next step. A prediction must have been committed; before a goal that is not reached, it asks. */
    public void next() {
        LessonState now = state();
        if (now.isFinished() || now.isAsking()) {
            return;
        }
        boolean missed =
                now.step().asReach().isPresent() && !now.record().attempt().isOver();
        if (missed && now.dialog() == LessonDialog.NONE) {
            state.set(now.withDialog(LessonDialog.GOAL_MISSED));
        } else if (!missed) {
            enter(now.index() + 1);
        }
    }

    /** Asks whether to show a solution, in a step whose goal is not reached. */
    public void askForSolution() {
        if (reach().isPresent() && !state().record().attempt().isOver()) {
            state.set(state().withDialog(LessonDialog.GOAL_MISSED));
        }
    }

    /** Asks whether to leave the lesson; returns whether it may be left at once because it is finished. */
    public boolean askToLeave() {
        if (state().isFinished()) {
            return true;
        }
        state.set(state().withDialog(LessonDialog.LEAVE));
        return false;
    }

    /** Closes what is asked; everything stays as it is. */
    public void stay() {
        state.set(state().withDialog(LessonDialog.NONE));
    }

    /** Opens the first solution in the lab. */
    public void showSolution() {
        reach().ifPresent(reach -> {
            stay();
            update(StepRecord::withSolutionShown);
            lab.open(DocumentOverrides.with(
                    reach.scene().document(),
                    LabControls.keys(lesson.lab(), reach.solutions().get(0), "solution")));
            playback.showSolution(reach);
            checked = null;
            poll();
        });
    }

    /** The current step if it has a goal. */
    private Optional<Step.Reach> reach() {
        return state().isFinished() ? Optional.empty() : state().step().asReach();
    }

    /** Goes to the next step, even without a prediction. */
    public void skip() {
        if (!state().isFinished()) {
            enter(state().index() + 1);
        }
    }

    public void back() {
        if (state().index() > 0) {
            enter(state().index() - 1);
        }
    }

    /** The number of hints of the current step, shown or not. */
    public int hintCount() {
        return reach().map(reach -> reach.hints().size()).orElse(0);
    }

    /** Shows one more hint. */
    public void hint() {
        reach().ifPresent(reach ->
                update(record -> record.withHints(Math.min(reach.hints().size(), record.hints() + 1))));
    }

    /** Saves the sentence in the user's own words. */
    public void write(String words) {
        if (!state().isFinished()) {
            update(record -> record.withWords(words));
        }
    }

    /** Turns the class mode on or off. */
    public void toggleClassMode() {
        state.set(state().withRecords(state().records(), !state().classMode()));
    }

    /** Adds or removes raised hands for an option. */
    public void countHands(int option, int change) {
        if (question() instanceof Question.Choice choice
                && option < choice.options().size()) {
            update(record -> record.withHands(option, record.hands(option) + change));
        }
    }

    /** Sets the number of raised hands for an option. */
    public void setHands(int option, int count) {
        if (question() instanceof Question.Choice choice
                && option < choice.options().size()) {
            update(record -> record.withHands(option, count));
        }
    }

    /** Called several times a second: checks the goal and ends the playback of a section. */
    public void poll() {
        playback.poll();
        reach().ifPresent(this::checkGoal);
    }

    private void checkGoal(Step.Reach reach) {
        Document now = lab.document();
        untouched = untouched == null ? now : untouched;
        boolean changed = checked != null && !now.equals(checked);
        if (changed) {
            playback.restart();
        }
        int position = playback.position();
        if (!now.equals(checked) || position != checkedPosition) {
            checked = now;
            checkedPosition = position;
            computation.check(state().index(), reach, now, position, !now.equals(untouched));
        }
    }

    /**
     * Ends the lesson: the state stays as it is, even if a computation is still running. The lab keeps its state, which
     * the caller restores.
     */
    public void close() {
        computation.close();
        playback.close();
    }

    private @Nullable Question question() {
        return PredictionDraft.question(state());
    }

    private void draft(@Nullable Prediction now) {
        update(record -> record.withDraft(now));
    }

    private void update(UnaryOperator<StepRecord> change) {
        state.set(state().withRecord(change.apply(state().record())));
    }

    private void enter(int index) {
        LessonState before = state();
        boolean keepsLab = index == before.index() + 1
                && index < lesson.steps().size()
                && lesson.steps().get(index).scene().continues();
        answer = null;
        checked = null;
        untouched = null;
        checkedPosition = -1;
        playback.pause();
        if (index == lesson.steps().size()) {
            state.set(before.at(index, List.of(), false));
            return;
        }
        Step step = lesson.steps().get(index);
        if (!keepsLab) {
            lab.open(step.scene().document());
        }
        Document document = keepsLab ? lab.document() : step.scene().document();
        boolean computing = step.askedQuestion().isPresent()
                || step.markedPlace().isPresent()
                || !step.scene().text().values().isEmpty();
        String unknown = Texts.in(lesson.language()).get("player.text.computing");
        state.set(before.at(index, step.scene().text().blocks(value -> unknown), computing));
        if (computing) {
            computation.compute(index, step, document);
        }
        playback.begin(step, state().isAsking());
        poll();
    }

    private void show(StepComputation.ComputedStep computed) {
        if (computed.index() == state().index()) {
            answer = computed.answer();
            state.set(state().withComputed(computed.text(), computed.mark()));
            score();
        }
    }

    /** Scores the committed prediction once the answer is known. */
    private void score() {
        Outcome.Answer known = answer;
        Prediction committed = state().record().committed();
        if (known != null && committed != null && state().record().outcome() == null) {
            state().step().askedQuestion().ifPresent(question -> {
                Outcome outcome = Outcome.of(question, committed, known);
                update(record -> record.withOutcome(outcome));
            });
        }
    }

    private void show(StepComputation.CheckedGoal computed) {
        if (computed.index() == state().index()) {
            state.set(state().withGoal(computed.goal()));
            boolean tried = computed.changed() || computed.goal().met();
            StepRecord record = state().record().withCheck(computed.goal().met(), computed.settings());
            if (tried && !record.equals(state().record())) {
                state.set(state().withRecord(record));
            }
        }
    }
}
