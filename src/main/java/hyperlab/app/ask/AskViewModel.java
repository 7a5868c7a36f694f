package hyperlab.app.ask;

import hyperlab.lesson.Question;
import hyperlab.lesson.ask.Asked;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.ask.Asked.NoQuestion;
import hyperlab.lesson.ask.AskedState;
import hyperlab.lesson.ask.StateQuestions;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.LatestTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Asks about the state of one lab, again whenever it changes, and scores the predictions. Questions are computed on a
 * worker.
 */
public final class AskViewModel {
    private final ReadOnlyObjectWrapper<AskCardState> state =
            new ReadOnlyObjectWrapper<>(this, "state", AskCardState.FIRST);
    private final LatestTask<Request, Answer> questions;
    private @Nullable Request current;
    private int turn;
    /** The turn of the question on the card. */
    private int shownTurn;
    /** The questions that were asked about the current subject. */
    private final Set<String> askedTitles = new HashSet<>();

    /**
     * What to compute.
     *
     * @param turn the turn to begin with; later ones are tried while their question was asked before
     * @param known the questions that were asked before
     * @param cancelled true once the answer is no longer needed
     */
    private record Request(AskedState subject, int turn, Set<String> known, Texts texts, AtomicBoolean cancelled) {
        Request(AskedState subject, int turn, Set<String> known, Texts texts) {
            this(subject, turn, known, texts, new AtomicBoolean());
        }

        /** Null if it was canceled. */
        @Nullable
        Answer compute(Asker asker) {
            try {
                return answer(asker);
            } catch (CancellationException e) {
                return null;
            } catch (OutOfMemoryError e) {
                return new Answer(this, new NoQuestion(texts.get("ask.none.memory")), turn);
            }
        }

        private Answer answer(Asker asker) {
            for (int k = 0; k < StateQuestions.MAX_KINDS; k++) {
                Asked asked = asker.ask(subject, turn + k, texts, cancelled::get);
                if (!(asked instanceof AskedQuestion question) || !known.contains(question.title())) {
                    return new Answer(this, asked, turn + k);
                }
            }
            return new Answer(this, new NoQuestion(texts.get("ask.none.other")), turn);
        }
    }

    private record Answer(Request request, Asked asked, int turn) {}

    /** Asks about a state, like {@link StateQuestions#ask}. */
    @FunctionalInterface
    interface Asker {
        Asked ask(AskedState subject, int turn, Texts texts, BooleanSupplier cancelled);
    }

    /**
     * Asks nothing until {@link #update}.
     *
     * @param worker computes questions
     * @param window receives them: the FX thread
     */
    public AskViewModel(Executor worker, Executor window) {
        this(worker, window, StateQuestions::ask);
    }

    AskViewModel(Executor worker, Executor window, Asker asker) {
        questions = new LatestTask<>(worker, window, request -> request.compute(asker), this::show);
    }

    public ReadOnlyObjectProperty<AskCardState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public AskCardState state() {
        return state.get();
    }

    /** Asks about a state, unless this is the state that was asked about last. */
    public void update(AskedState subject, Texts texts) {
        Request before = current;
        if (before == null || !before.subject().isSameSubject(subject)) {
            askedTitles.clear();
            ask(new Request(subject, turn, Set.of(), texts));
        } else if (!before.texts().equals(texts)) {
            submit(new Request(before.subject(), shownTurn, Set.of(), texts));
        } else if (state.get().asked() instanceof NoQuestion
                && !before.subject().equals(subject)) {
            ask(new Request(subject, turn, Set.copyOf(askedTitles), texts));
        }
    }

    private void ask(Request request) {
        state.set(state.get().withAsked(null));
        submit(request);
    }

    /** Computes a question instead of the one that may be being computed. */
    private void submit(Request request) {
        cancel();
        current = request;
        questions.submit(request);
    }

    private void cancel() {
        if (current != null) {
            current.cancelled().set(true);
        }
    }

    private void show(Answer answer) {
        if (answer.request().equals(current)) {
            shownTurn = answer.turn();
            if (answer.asked() instanceof AskedQuestion question) {
                askedTitles.add(question.title());
            }
            boolean retold = state.get().asked() != null;
            state.set(
                    retold ? state.get().withTexts(answer.asked()) : state.get().withAsked(answer.asked()));
        }
    }

    /** Chooses an option of the open question. */
    public void choose(int option) {
        if (optionCount() > option && option >= 0 && !state.get().countsHands()) {
            state.set(state.get().withChosen(option));
        }
    }

    /** The number of options of the open question; 0 if none is open or it asks for a number. */
    public int optionCount() {
        AskCardState now = state.get();
        return now.isOpen()
                        && now.asked() instanceof AskedQuestion question
                        && question.question() instanceof Question.Choice choice
                ? choice.options().size()
                : 0;
    }

    /** Whether the open question asks for a number. */
    public boolean asksForNumber() {
        AskCardState now = state.get();
        return now.isOpen()
                && now.asked() instanceof AskedQuestion question
                && question.question() instanceof Question.Numeric;
    }

    /** Enters a number, or none, for the open question. */
    public void enterNumber(@Nullable Double number) {
        if (asksForNumber()) {
            state.set(state.get().withEntered(number));
        }
    }

    /** Starts or stops counting the hands of a class. */
    public void toggleClassMode() {
        if (!state.get().committed()) {
            state.set(state.get().withClassMode(!state.get().classMode()));
        }
    }

    /** Adds {@code by} hands for an option of the open question; never below 0. */
    public void countHands(int option, int by) {
        if (state.get().countsHands() && option >= 0 && option < optionCount()) {
            List<Integer> hands = new ArrayList<>();
            for (int k = 0; k < optionCount(); k++) {
                hands.add(Math.max(0, state.get().hands(k) + (k == option ? by : 0)));
            }
            state.set(state.get().withHands(hands));
        }
    }

    /** Commits the prediction, if there is one. */
    public void commit() {
        if (state.get().canCommit()) {
            state.set(state.get().withCommitted());
        }
    }

    /** Asks a question about the newest state that was not asked before, or says that there is none. */
    public void next(AskedState subject, Texts texts) {
        turn = shownTurn + 1;
        ask(new Request(subject, turn, Set.copyOf(askedTitles), texts));
    }

    /** Drops a question that is not computed yet, and cancels one that is being computed. */
    public void close() {
        cancel();
        questions.cancel();
        current = null;
    }
}
