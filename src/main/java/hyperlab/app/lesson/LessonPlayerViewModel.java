package hyperlab.app.lesson;

import hyperlab.file.Document;
import hyperlab.lab.LessonProgress;
import hyperlab.learn.Block;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.expression.Goal;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private static final String UNKNOWN = "…";
    private static final int FASTEST_VISIBLE = 4;

    private final Lesson lesson;
    private final LabUnderLesson lab;
    private final ReadoutCache cache;
    private final Object cacheLock = new Object();
    private final ReadOnlyObjectWrapper<LessonState> state;
    private final LatestTask<StepRequest, ComputedStep> stepTask;
    private final LatestTask<GoalRequest, ComputedGoal> goalTask;
    private final int speedBefore;
    private Outcome.@Nullable Answer answer;
    private @Nullable Document checked;
    private int checkedPosition = -1;
    private int playUntil = -1;

    private record StepRequest(int index, Step step, Document document) {}

    private record ComputedStep(int index, List<Block> text, Outcome.@Nullable Answer answer) {}

    private record GoalRequest(int index, Expression goal, Document document, int position) {}

    private record ComputedGoal(int index, Goal goal) {}

    /**
     * Starts a lesson at one of its steps.
     *
     * @param folder the folder of the lesson's file; null for a bundled lesson
     * @param start what was done before
     * @param worker computes answers and numbers
     * @param window receives them: the FX thread
     */
    public LessonPlayerViewModel(
            Lesson lesson,
            @Nullable Path folder,
            LabUnderLesson lab,
            LessonProgress start,
            Executor worker,
            Executor window) {
        this.lesson = lesson;
        this.lab = lab;
        cache = new ReadoutCache(folder);
        int first = start.step() < lesson.steps().size() ? start.step() : 0;
        state = new ReadOnlyObjectWrapper<>(
                this,
                "state",
                new LessonState(
                        lesson,
                        first,
                        Collections.nCopies(lesson.steps().size(), StepRecord.NEW),
                        List.of(),
                        false,
                        null,
                        false));
        stepTask = new LatestTask<>(worker, window, this::compute, this::show);
        goalTask = new LatestTask<>(worker, window, this::evaluate, this::show);
        speedBefore = lab.playback().speedProperty().get();
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
                now.score().isPresent() ? now.score().getAsDouble() : Double.NaN);
    }

    /** The predictions and the sentences so far, to be saved. */
    public LessonAnswers answers(String sha256, String name) {
        return AnswersOfState.of(state(), sha256, name);
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
            state.set(new LessonState(
                    lesson,
                    now.index(),
                    earlier.records(),
                    now.text(),
                    now.computing(),
                    now.goal(),
                    earlier.classMode()));
            enter(earlier.index());
        }
    }

    private static Object kind(Step step) {
        return step instanceof Step.Predict predict ? predict.question().getClass() : step.getClass();
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
        LessonState now = state();
        Prediction made = now.record().isCommitted()
                ? now.record().committed()
                : now.record().draft();
        if (made instanceof Prediction.OfOrder order) {
            return order.items();
        }
        if (now.step() instanceof Step.Predict predict && predict.question() instanceof Question.Order order) {
            List<String> ids = new ArrayList<>(
                    order.items().stream().map(Question.Item::id).toList());
            Collections.rotate(ids, 1);
            return ids;
        }
        return List.of();
    }

    /** Moves an item of an order by some places. */
    public void moveItem(int from, int by) {
        if (question() instanceof Question.Order) {
            List<String> ids = new ArrayList<>(items());
            int to = Math.max(0, Math.min(ids.size() - 1, from + by));
            ids.add(to, ids.remove(from));
            draft(new Prediction.OfOrder(ids));
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
        Question question = question();
        Prediction draft = question == null ? null : prediction(question);
        if (question == null || draft == null) {
            return;
        }
        update(record -> record.withCommitted(draft));
        score();
        lab.playback().toStart();
        play(-1);
    }

    /** Whether there is a prediction to commit. */
    public boolean canCommit() {
        Question question = question();
        return question != null && prediction(question) != null;
    }

    /** The prediction that would be committed: that of the user, or in the class mode the one with the most hands. */
    private @Nullable Prediction prediction(Question question) {
        StepRecord record = state().record();
        if (question instanceof Question.Order) {
            return new Prediction.OfOrder(items());
        }
        if (state().classMode() && question instanceof Question.Choice) {
            int most = 0;
            for (int option = 1; option < record.hands().size(); option++) {
                most = record.hands(option) > record.hands(most) ? option : most;
            }
            return record.hands(most) == 0 ? record.draft() : new Prediction.OfChoice(most);
        }
        return record.draft();
    }

    /** Goes to the next step; a prediction must have been committed before. */
    public void next() {
        if (!state().isFinished() && !state().isAsking()) {
            enter(state().index() + 1);
        }
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

    /** Shows one more hint. */
    public void hint() {
        if (!state().isFinished() && state().step() instanceof Step.Reach reach) {
            update(record -> record.withHints(Math.min(reach.hints().size(), record.hints() + 1)));
        }
    }

    /** Saves the sentence in the user's own words. */
    public void write(String words) {
        if (!state().isFinished()) {
            update(record -> record.withWords(words));
        }
    }

    /** Turns the class mode on or off. */
    public void toggleClassMode() {
        LessonState now = state();
        state.set(new LessonState(
                now.lesson(), now.index(), now.records(), now.text(), now.computing(), now.goal(), !now.classMode()));
    }

    /** Adds or removes raised hands for an option. */
    public void countHands(int option, int change) {
        if (question() instanceof Question.Choice choice
                && option < choice.options().size()) {
            update(record -> record.withHands(option, record.hands(option) + change));
        }
    }

    /** Called several times a second: checks the goal and ends the playback of a section. */
    public void poll() {
        Playback playback = lab.playback();
        int position = playback.positionProperty().get();
        if (playUntil >= 0 && playback.playingProperty().get() && position >= playUntil) {
            playback.playingProperty().set(false);
            playback.seek(playUntil);
        }
        if (state().isFinished() || !(state().step() instanceof Step.Reach reach)) {
            return;
        }
        Document now = lab.document();
        boolean changed = checked != null && !now.equals(checked);
        if (changed && playback.isLive() && playback.completedProperty().get() > 0) {
            playback.reset();
            position = 0;
        }
        if (!now.equals(checked) || position != checkedPosition) {
            checked = now;
            checkedPosition = position;
            goalTask.submit(new GoalRequest(state().index(), reach.goal(), now, position));
        }
    }

    /** Ends the lesson. The lab keeps its state, which the caller restores. */
    public void close() {
        stepTask.clear();
        goalTask.clear();
        lab.playback().playingProperty().set(false);
        lab.playback().speedProperty().set(speedBefore);
    }

    /** The open question; null if there is none. */
    private @Nullable Question question() {
        LessonState now = state();
        return now.isAsking() && now.step() instanceof Step.Predict predict ? predict.question() : null;
    }

    private void draft(@Nullable Prediction now) {
        update(record -> record.withDraft(now));
    }

    private void update(UnaryOperator<StepRecord> change) {
        LessonState now = state();
        List<StepRecord> records = new ArrayList<>(now.records());
        records.set(now.index(), change.apply(now.record()));
        state.set(new LessonState(
                now.lesson(), now.index(), records, now.text(), now.computing(), now.goal(), now.classMode()));
    }

    private void enter(int index) {
        LessonState before = state();
        boolean keepsLab = index == before.index() + 1
                && index < lesson.steps().size()
                && lesson.steps().get(index).scene().continues();
        answer = null;
        checked = null;
        checkedPosition = -1;
        playUntil = -1;
        lab.playback().playingProperty().set(false);
        if (index == lesson.steps().size()) {
            state.set(new LessonState(lesson, index, before.records(), List.of(), false, null, before.classMode()));
            return;
        }
        Step step = lesson.steps().get(index);
        if (!keepsLab) {
            lab.open(step.scene().document());
        }
        Document document = keepsLab ? lab.document() : step.scene().document();
        boolean computing =
                step instanceof Step.Predict || !step.scene().text().values().isEmpty();
        state.set(new LessonState(
                lesson,
                index,
                before.records(),
                step.scene().text().blocks(value -> UNKNOWN),
                computing,
                null,
                before.classMode()));
        if (computing) {
            stepTask.submit(new StepRequest(index, step, document));
        }
        begin(step);
        poll();
    }

    private void begin(Step step) {
        Playback playback = lab.playback();
        if (playback.speedProperty().get() < FASTEST_VISIBLE && playback.isLive()) {
            playback.speedProperty().set(FASTEST_VISIBLE);
        }
        if (step instanceof Step.Observe observe) {
            Integer to = observe.to();
            playback.seek(observe.from() == null ? 0 : observe.from());
            play(to == null ? -1 : to);
        } else if (state().isAsking()) {
            playback.toStart();
        } else if (step instanceof Step.Reach) {
            playback.toEnd();
        } else if (playback.isLive()) {
            play(-1);
        } else {
            playback.toEnd();
        }
    }

    /** Plays the run, unless a live run has already ended: playing would start it anew. */
    private void play(int until) {
        Playback playback = lab.playback();
        playUntil = until;
        if (playback.isLive()
                && playback.lengthProperty().get() > 0
                && playback.completedProperty().get()
                        >= playback.lengthProperty().get()) {
            playback.seek(until < 0 ? playback.lengthProperty().get() : until);
        } else {
            playback.playingProperty().set(true);
        }
    }

    private ComputedStep compute(StepRequest request) {
        synchronized (cacheLock) {
            DocumentReadouts readouts = cache.of(request.document());
            Outcome.Answer computed = request.step() instanceof Step.Predict predict
                    ? Outcome.answer(predict.question(), readouts)
                    : null;
            List<Block> text = request.step().scene().text().blocks(value -> LessonText.format(value, readouts));
            return new ComputedStep(request.index(), text, computed);
        }
    }

    private void show(ComputedStep computed) {
        LessonState now = state();
        if (computed.index() != now.index()) {
            return;
        }
        answer = computed.answer();
        state.set(new LessonState(
                now.lesson(), now.index(), now.records(), computed.text(), false, now.goal(), now.classMode()));
        score();
    }

    /** Scores the committed prediction once the answer is known. */
    private void score() {
        Outcome.Answer known = answer;
        Prediction committed = state().record().committed();
        if (known != null
                && committed != null
                && state().record().outcome() == null
                && state().step() instanceof Step.Predict predict) {
            Outcome outcome = Outcome.of(predict.question(), committed, known);
            update(record -> record.withOutcome(outcome));
        }
    }

    private ComputedGoal evaluate(GoalRequest request) {
        synchronized (cacheLock) {
            DocumentReadouts end = cache.of(request.document());
            DocumentReadouts readouts = end.hasMoments() ? end.at(request.position()) : end;
            return new ComputedGoal(request.index(), Goal.of(request.goal(), readouts));
        }
    }

    private void show(ComputedGoal computed) {
        LessonState now = state();
        if (computed.index() != now.index()) {
            return;
        }
        state.set(new LessonState(
                now.lesson(),
                now.index(),
                now.records(),
                now.text(),
                now.computing(),
                computed.goal(),
                now.classMode()));
        if (computed.goal().met() && !state().record().goalMet()) {
            update(StepRecord::withGoalMet);
        }
    }
}
