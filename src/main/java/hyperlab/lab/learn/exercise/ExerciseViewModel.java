package hyperlab.lab.learn.exercise;

import hyperlab.lesson.Exercise;
import hyperlab.lesson.Question;
import hyperlab.text.Language;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.concurrent.LatestTask;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One exercise. Its state is the same in all languages. The answer is computed on a worker after the user has committed
 * one. FX thread only; needs no toolkit.
 */
public final class ExerciseViewModel {
    private final Map<Language, Exercise> exercise;
    private final UndoHistory undo;
    private final ReadOnlyObjectWrapper<ExerciseState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ExerciseState.NEW);
    private final LatestTask<GivenAnswer, AnswerAndResult> task;

    private record AnswerAndResult(GivenAnswer given, ExerciseResult result) {}

    /**
     * An exercise that nobody has answered yet.
     *
     * @param exercise the exercise in each language
     * @param undo undoes a choice until the answer is committed
     * @param worker computes the answer
     * @param window receives it: the FX thread
     */
    ExerciseViewModel(Map<Language, Exercise> exercise, UndoHistory undo, Executor worker, Executor window) {
        this.exercise = Map.copyOf(exercise);
        this.undo = undo;
        task = new LatestTask<>(
                worker,
                window,
                given -> new AnswerAndResult(given, ExerciseResult.of(this.exercise, given)),
                this::show);
    }

    // properties

    public ReadOnlyObjectProperty<ExerciseState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ExerciseState state() {
        return state.get();
    }

    /** The exercise with its texts in a language. */
    public Exercise exercise(Language language) {
        return Objects.requireNonNull(exercise.get(language));
    }

    private Question question() {
        return exercise.values().iterator().next().question().question();
    }

    // commands

    /**
     * Chooses an option. Does nothing after the answer is committed, if there is no such option, or if it is chosen:
     * a card that shows an answer selects its option, and the listeners must not be called while they are being called.
     */
    public void choose(int option) {
        GivenAnswer given = new GivenAnswer.OfChoice(option);
        if (question() instanceof Question.Choice choice
                && option < choice.options().size()
                && !given.equals(state().given())) {
            Optional<GivenAnswer> before = Optional.ofNullable(state().given());
            draft(given);
            undo.settle();
            undo.record(
                    "learn.undo.answer",
                    this,
                    before,
                    Optional.ofNullable(state().given()),
                    answer -> draft(answer.orElse(null)));
            undo.settle();
        }
    }

    /** Enters a number; null while the text is not a number. */
    public void enterNumber(@Nullable Double value) {
        if (question() instanceof Question.Numeric) {
            draft(value == null ? null : new GivenAnswer.OfNumber(value));
        }
    }

    private void draft(@Nullable GivenAnswer given) {
        if (state().isAsking()) {
            state.set(new ExerciseState(given, false, null, state().earlier()));
        }
    }

    /** Makes the answer final and computes the right one. Does nothing without an answer. */
    public void commit() {
        GivenAnswer given = state().given();
        if (state().canCommit() && given != null) {
            state.set(new ExerciseState(given, true, null, state().earlier()));
            undo.forget(this);
            task.submit(given);
        }
    }

    /** Forgets the answer and the score. */
    public void reset() {
        task.cancel();
        undo.forget(this);
        state.set(ExerciseState.NEW);
    }

    /** Takes over the score of an earlier session, unless the exercise has been answered since. */
    void remember(double earlier) {
        ExerciseState now = state();
        if (now.result() == null && Double.compare(now.earlier(), earlier) != 0) {
            state.set(new ExerciseState(now.given(), now.committed(), null, earlier));
        }
    }

    private void show(AnswerAndResult answered) {
        if (state().committed() && answered.given().equals(state().given())) {
            state.set(new ExerciseState(answered.given(), true, answered.result(), Double.NaN));
        }
    }
}
