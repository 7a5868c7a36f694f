package hyperlab.lab.learningrate.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.Regime;
import hyperlab.lab.learningrate.LearningRateViewModel;
import hyperlab.lab.learningrate.QuizText;
import hyperlab.lab.learningrate.race.PredictionQuiz.Question;
import hyperlab.optim.Adam;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredictionQuizTest {
    private final LearningRateViewModel lab = new LearningRateViewModel(Runnable::run, Runnable::run);
    private final PredictionQuiz asking = lab.quiz();
    private final QuizText text = new QuizText(Texts.in(Language.ENGLISH));

    private Question question() {
        return asking.questionProperty().get();
    }

    private Regime outcome() {
        return question().subject().outcome().regime();
    }

    @Test
    void asksOnlyWhileEnabled() {
        assertFalse(question().isOpen());
        asking.next();
        assertEquals(0.1, lab.settings().learningRateProperty().get());
        asking.enabledProperty().set(true);
        assertTrue(question().isOpen());
        asking.enabledProperty().set(false);
        assertFalse(question().isOpen());
        asking.answer(Regime.GLIDE);
        assertEquals(0, question().answeredCount());
    }

    @Test
    void comparesAndCountsAnswers() {
        asking.enabledProperty().set(true);
        asking.answer(Regime.GLIDE);
        assertTrue(question().isAnswered() && question().isCorrect());
        asking.answer(Regime.DIVERGE);
        assertEquals(1, question().answeredCount());
        lab.select(3);
        assertTrue(question().isOpen());
        asking.answer(Regime.OSCILLATE);
        assertFalse(question().isCorrect());
        assertEquals(Regime.DIVERGE, outcome());
        assertEquals("1 of 2 right", text.score(question()));
        asking.enabledProperty().set(false);
        asking.enabledProperty().set(true);
        assertEquals("", text.score(question()));
    }

    @Test
    void onlyChangesToThePathAskANewQuestion() {
        asking.enabledProperty().set(true);
        asking.answer(Regime.GLIDE);
        lab.playback().seek(7);
        lab.setVisible(2, false);
        assertTrue(question().isAnswered());
        for (Runnable change : new Runnable[] {
            () -> lab.settings().learningRateProperty().set(0.3),
            () -> lab.settings().constant("curvature").set(4.0),
            () -> lab.settings().startProperty().set(-2),
            () -> lab.settings().stepsProperty().set(30),
            () -> lab.settings().optimizerProperty().set(Adam.DEFAULT),
            () -> lab.settings().functionProperty().set("doubleWell"),
            () -> lab.select(1),
            () -> lab.undo().undo()
        }) {
            change.run();
            assertTrue(question().isOpen());
            asking.answer(Regime.GLIDE);
        }
    }

    @Test
    void answerPlaysThePathFromItsStartAndQuestionPausesIt() {
        lab.playback().seek(9);
        asking.enabledProperty().set(true);
        asking.answer(Regime.GLIDE);
        assertEquals(0, lab.playback().positionProperty().get());
        assertTrue(lab.playback().playingProperty().get());
        asking.next();
        assertFalse(lab.playback().playingProperty().get());
    }

    @Test
    void changingTheRateYieldsEachOutcomeAndCanBeUndone() {
        asking.enabledProperty().set(true);
        Set<Regime> seen = EnumSet.noneOf(Regime.class);
        for (int k = 0; k < 30; k++) {
            double before = lab.settings().learningRateProperty().get();
            asking.next();
            assertNotEquals(before, lab.settings().learningRateProperty().get());
            assertTrue(question().isOpen());
            seen.add(outcome());
        }
        assertEquals(EnumSet.allOf(Regime.class), seen);
        double last = lab.settings().learningRateProperty().get();
        lab.undo().undo();
        assertNotEquals(last, lab.settings().learningRateProperty().get());
        lab.settings().optimizerProperty().set(new Sgd(0.9, false));
        asking.next();
        assertNotEquals(Regime.LAND, outcome());
        lab.settings().optimizerProperty().set(Adam.DEFAULT);
        for (int k = 0; k < 10; k++) {
            asking.next();
            double rate = lab.settings().learningRateProperty().get();
            assertTrue(rate >= 0.02 && rate <= 4, "η = " + rate);
        }
    }

    @Test
    void asksAboutSurfaces() {
        lab.settings().functionProperty().set("bowl");
        asking.enabledProperty().set(true);
        assertEquals(
                "What will **SGD** do with η = **0.05** from x₀ = (−3, 2) within 20 steps?", text.question(question()));
        asking.answer(Regime.GLIDE);
        assertEquals(
                "At the start the curvature is 2, so rates below 2/2 = 1 are stable there; η = 0.05."
                        + " It came down, and the slope turned at most once (turns: 0).",
                text.explain(question()));
        lab.settings().learningRateProperty().set(1.2);
        assertEquals(Regime.DIVERGE, outcome());
        lab.settings().functionProperty().set("himmelblau");
        lab.settings().learningRateProperty().set(0.01);
        asking.answer(Regime.GLIDE);
        assertTrue(question().isCorrect());
        assertTrue(text.explain(question()).contains("It came down, and the slope"), text.explain(question()));
    }

    /** The table on the screen says that 0 < η < 1/c glides and 1/c < η < 2/c oscillates. */
    @Test
    void bothAnswersAreCorrectCloseToOneOverTheCurvature() {
        asking.enabledProperty().set(true);
        lab.settings().learningRateProperty().set(0.989);
        asking.answer(Regime.GLIDE);
        assertEquals(
                "**Right: glide.** So close to 1/c, two answers are right: land and glide.", text.verdict(question()));
        lab.settings().learningRateProperty().set(1.02);
        asking.answer(Regime.LAND);
        assertTrue(question().isCorrect());
        lab.settings().learningRateProperty().set(1.03);
        asking.answer(Regime.OSCILLATE);
        assertTrue(question().isCorrect());
        lab.settings().learningRateProperty().set(1.04);
        asking.answer(Regime.GLIDE);
        assertFalse(question().isCorrect());
        lab.settings().learningRateProperty().set(1.0);
        asking.answer(Regime.GLIDE);
        assertFalse(question().isCorrect());
        assertEquals("**Not quite: you said glide; the answer is land.**", text.verdict(question()));
    }

    @Test
    void ratesCloseToOneOverTheCurvatureAreNotAsked() {
        lab.settings().constant("curvature").set(3.0);
        asking.enabledProperty().set(true);
        int landings = 0;
        for (int k = 0; k < 200; k++) {
            asking.next();
            double factor =
                    Math.abs(1 - 3 * lab.settings().learningRateProperty().get());
            assertTrue(factor < 1e-15 || factor > 0.1, "factor " + factor);
            landings += outcome() == Regime.LAND ? 1 : 0;
        }
        assertTrue(landings > 20 && landings < 80, landings + " landings");
    }

    @Test
    void aDescentThatEndsHigherNeedNotDiverge() {
        lab.settings().functionProperty().set("doubleWell");
        lab.settings().startProperty().set(-1);
        lab.settings().learningRateProperty().set(1.2);
        asking.enabledProperty().set(true);
        assertEquals(Regime.DIVERGE, outcome());
        asking.answer(Regime.DIVERGE);
        assertTrue(text.verdict(question()).startsWith("**Right: no descent.**"), text.verdict(question()));
        lab.settings().functionProperty().set("parabola");
        lab.settings().learningRateProperty().set(2.2);
        asking.answer(Regime.DIVERGE);
        assertEquals("**Right: diverge.**", text.verdict(question()));
    }

    @Test
    void questionOrderIsReproducible() {
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        asking.enabledProperty().set(true);
        other.quiz().enabledProperty().set(true);
        for (int k = 0; k < 5; k++) {
            asking.next();
            other.quiz().next();
            assertEquals(
                    lab.settings().learningRateProperty().get(),
                    other.settings().learningRateProperty().get());
        }
    }

    @Test
    void hiddenOutcomeShowsOnlyTheStart() {
        RaceSnapshot veiled = lab.viewStateProperty().get().withHiddenPaths();
        assertEquals(0, veiled.step());
        assertTrue(veiled.race().runs().stream().noneMatch(run -> run.racer().visible()));
        assertTrue(veiled.race().findings().isEmpty());
    }

    @Test
    void explanationUsesTheLocalCurvature() {
        asking.enabledProperty().set(true);
        assertEquals("What will **SGD** do with η = **0.1** from x₀ = 3.2 within 20 steps?", text.question(question()));
        assertEquals("", text.verdict(question()) + text.explain(question()));
        asking.answer(Regime.LAND);
        assertEquals("**Not quite: you said land; the answer is glide.**", text.verdict(question()));
        assertEquals(
                "η is below 1/c = 1: each step multiplies x by 1 − ηc = 0.9, which is positive, so x stays on its side.",
                text.explain(question()));
        lab.settings().constant("curvature").set(4.0);
        lab.settings().learningRateProperty().set(0.4);
        asking.answer(Regime.OSCILLATE);
        assertEquals("**Right: oscillate.**", text.verdict(question()));
        assertTrue(text.explain(question())
                .startsWith("η lies between 1/c = 0.25 and 2/c = 0.5: each step multiplies x by 1 − ηc = −0.6"));
        lab.settings().optimizerProperty().set(new Sgd(0.5, false));
        asking.answer(Regime.OSCILLATE);
        assertEquals(
                "At the start the curvature is 4, so with this momentum rates below 0.75 are stable there; η = 0.4.",
                text.explain(question()));
        lab.settings().optimizerProperty().set(Adam.DEFAULT);
        asking.answer(Regime.GLIDE);
        assertTrue(
                text.explain(question())
                        .startsWith("Adam sets the scale of each step itself, so the path itself decides. "),
                text.explain(question()));
        lab.settings().optimizerProperty().set(Sgd.DEFAULT);
        lab.settings().functionProperty().set("doubleWell");
        asking.answer(Regime.GLIDE);
        assertTrue(
                text.explain(question()).contains("The curvature changes along the way. "), text.explain(question()));
    }
}
