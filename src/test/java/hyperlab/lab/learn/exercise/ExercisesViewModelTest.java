package hyperlab.lab.learn.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.ExerciseScored;
import hyperlab.lab.LessonProgress;
import hyperlab.lesson.Question;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.UndoHistory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExercisesViewModelTest {
    private static final String PAGE = "learning-rate";

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final UndoHistory undo = new UndoHistory();
    private final List<ExerciseScored> recorded = new ArrayList<>();
    private final ExercisesViewModel model = new ExercisesViewModel(undo, work::add, Runnable::run, recorded::add);
    private ExerciseViewModel number;
    private ExerciseViewModel choice;

    @BeforeEach
    void openPage() {
        number = exercises(model).get(0);
        choice = exercises(model).get(1);
    }

    private List<ExerciseViewModel> exercises(ExercisesViewModel of) {
        ReadOnlyObjectProperty<List<ExerciseViewModel>> exercises = of.exercisesProperty(PAGE);
        compute();
        return exercises.get();
    }

    private void compute() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private String verdict(ExerciseViewModel exercise, Language language) {
        return VerdictText.of(exercise.exercise(language).question().question(), exercise.state(), Texts.in(language));
    }

    /** Undo takes back a choice, not the page; a committed answer is final. */
    @Test
    void aChoiceIsUndoneUntilItIsCommitted() {
        choice.choose(0);
        choice.choose(1);
        undo.undo();
        assertEquals(new GivenAnswer.OfChoice(0), choice.state().given());
        undo.undo();
        assertNull(choice.state().given());
        undo.redo();
        assertEquals(new GivenAnswer.OfChoice(0), choice.state().given());
        choice.commit();
        assertFalse(undo.canUndoProperty().get());
        assertFalse(undo.canRedoProperty().get());
        choice.choose(1);
        assertFalse(undo.canUndoProperty().get(), "nothing was changed");
    }

    /** A card in another language shows the choice, and so makes it once more. */
    @Test
    void theSameChoiceOnceMoreChangesNothing() {
        List<ExerciseState> seen = new ArrayList<>();
        choice.stateProperty().addListener((observed, before, now) -> {
            seen.add(now);
            if (now.given() instanceof GivenAnswer.OfChoice of) {
                choice.choose(of.option());
            }
        });
        choice.choose(1);
        assertEquals(1, seen.size());
        assertSame(seen.get(0), choice.state());
        undo.undo();
        assertNull(choice.state().given());
    }

    @Test
    void aNumberIsRightWithinItsTolerance() {
        assertFalse(number.state().canCommit());
        number.commit();
        number.choose(0);
        assertNull(number.state().given());
        number.enterNumber(-2.86);
        assertTrue(number.state().canCommit());
        number.commit();
        assertFalse(number.state().isAsking());
        assertNull(number.state().result());
        assertEquals("Computing…", verdict(number, Language.ENGLISH));
        number.enterNumber(5.0);
        assertEquals(new GivenAnswer.OfNumber(-2.86), number.state().given());
        compute();
        ExerciseResult result = number.state().result();
        assertNotNull(result);
        assertTrue(result.right());
        assertEquals(3.2 * (1 - 1.9), result.computed(), 1e-12);
        assertEquals("Right: the computed value is −2.88.", verdict(number, Language.ENGLISH));
        assertTrue(result.explanations().get(Language.ENGLISH).toString().contains("2.59"));
        assertTrue(result.explanations().get(Language.KOREAN).toString().contains("2.59"));
        assertEquals(new PageScore(1, 1, 2), model.score(PAGE));
    }

    @Test
    void aNumberOutsideItsToleranceIsWrong() {
        number.enterNumber(2.88);
        number.commit();
        compute();
        assertEquals(0, number.state().score());
        assertEquals("The computed value is −2.88. Your 2.88 has the wrong sign.", verdict(number, Language.ENGLISH));
        assertEquals(new PageScore(0, 1, 2), model.score(PAGE));
    }

    @Test
    void aWrongChoiceNamesItsMisconceptionInBothLanguages() {
        choice.choose(9);
        choice.enterNumber(1.0);
        assertNull(choice.state().given());
        choice.choose(2);
        choice.choose(1);
        choice.commit();
        compute();
        assertEquals(0, choice.state().score());
        ExerciseResult result = choice.state().result();
        assertNotNull(result);
        assertEquals(0, result.rightOption());
        assertEquals(
                "Not quite. The right answer: 0.5. Your answer fits the belief “the limit of the rate is always 2”.",
                verdict(choice, Language.ENGLISH));
        Question.Choice korean =
                (Question.Choice) choice.exercise(Language.KOREAN).question().question();
        assertTrue(verdict(choice, Language.KOREAN)
                .contains("“" + korean.options().get(1).misconception() + "”라고"));
    }

    @Test
    void eachScoreIsRecordedOnceAndTakenOverInALaterSession() {
        choice.choose(0);
        choice.commit();
        compute();
        number.enterNumber(0.0);
        number.commit();
        compute();
        assertEquals(
                List.of("exercise:learning-rate:2 1.0", "exercise:learning-rate:1 0.0"),
                recorded.stream().map(each -> each.key() + " " + each.score()).toList());
        assertEquals(new PageScore(1, 2, 2), model.score(PAGE));
        ExercisesViewModel later = new ExercisesViewModel(undo, work::add, Runnable::run, recorded::add);
        later.showProgress(Map.of(
                "exercise:learning-rate:2", new LessonProgress(1, 1, 1), "four-fates", new LessonProgress(2, 9, 0.5)));
        compute();
        assertEquals(
                Map.of(PAGE, new PageScore(1, 1, 2)), later.scoresProperty().get());
        ExerciseState earlier = exercises(later).get(1).state();
        assertTrue(earlier.isAsking());
        assertEquals(1, earlier.score());
        assertEquals(2, recorded.size());
        exercises(later).get(1).choose(1);
        exercises(later).get(1).commit();
        compute();
        assertEquals(new PageScore(0, 1, 2), later.score(PAGE));
        later.showProgress(Map.of("exercise:learning-rate:2", new LessonProgress(1, 1, 1)));
        assertEquals(new PageScore(0, 1, 2), later.score(PAGE), "what was answered since counts");
    }

    @Test
    void resetForgetsAnswersAndScoresEvenWhileOneIsComputed() {
        choice.choose(0);
        choice.commit();
        compute();
        number.enterNumber(-2.88);
        number.commit();
        model.reset(PAGE);
        compute();
        assertEquals(PageScore.NONE, model.score(PAGE));
        assertTrue(number.state().isAsking() && choice.state().isAsking());
        assertNull(choice.state().given());
        assertEquals(2, recorded.stream().filter(ExerciseScored::isReset).count());
    }

    @Test
    void exercisesAreReadOnTheWorkerOnce() {
        ExercisesViewModel fresh = new ExercisesViewModel(undo, work::add, Runnable::run, recorded::add);
        ReadOnlyObjectProperty<List<ExerciseViewModel>> exercises = fresh.exercisesProperty(PAGE);
        assertEquals(List.of(), exercises.get(), "nothing is read on the thread that opens the page");
        assertEquals(exercises, fresh.exercisesProperty(PAGE));
        assertEquals(1, work.size());
        compute();
        assertEquals(2, exercises.get().size());
    }

    @Test
    void answeredPagesAreReadOnTheWorkerOneAfterTheOther() {
        ExercisesViewModel later = new ExercisesViewModel(undo, work::add, Runnable::run, recorded::add);
        LessonProgress right = new LessonProgress(1, 1, 1);
        Map<String, LessonProgress> progress =
                Map.of(ExerciseScored.key(PAGE, 0), right, ExerciseScored.key("seed", 0), right);
        later.showProgress(progress);
        later.showProgress(progress);
        assertEquals(Map.of(), later.scoresProperty().get(), "nothing is read on the calling thread");
        assertEquals(1, work.size());
        compute();
        assertEquals(
                Map.of(PAGE, new PageScore(1, 1, 2), "seed", new PageScore(1, 1, 2)),
                later.scoresProperty().get());
        assertEquals(1, exercises(later).get(0).state().score());
        later.reset("batch-size");
        assertEquals(PageScore.NONE, later.score("batch-size"), "a page that is not read has nothing to reset");
    }

    @Test
    void aPageWithoutExercisesHasNone() {
        ReadOnlyObjectProperty<List<ExerciseViewModel>> none = model.exercisesProperty("poetry");
        compute();
        assertEquals(List.of(), none.get());
        assertEquals(PageScore.NONE, model.score("seed"));
    }
}
