package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.lab.LessonProgress;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.Question;
import hyperlab.lesson.Score;
import hyperlab.lesson.Step;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.control.playback.Playback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LessonPlayerViewModelTest {
    private static final int STEPS = 20;

    /** A lab whose run of 20 steps is known in advance. */
    private static final class FakeLab implements LabUnderLesson {
        private final Playback playback = new Playback("shell.step");
        private @Nullable Document document;

        FakeLab() {
            playback.lengthProperty().set(STEPS);
            playback.completedProperty().set(STEPS);
        }

        @Override
        public void open(Document opened) {
            document = opened;
        }

        @Override
        public Document document() {
            return Objects.requireNonNull(document);
        }

        @Override
        public Playback playback() {
            return playback;
        }
    }

    private final FakeLab lab = new FakeLab();
    private final LessonPlayerViewModel player = play(BundledLessons.load("four-fates", Language.ENGLISH));

    private LessonPlayerViewModel play(Lesson lesson) {
        return play(lesson, Runnable::run);
    }

    private LessonPlayerViewModel play(Lesson lesson, Executor worker) {
        return new LessonPlayerViewModel(
                lesson, lab, LessonProgress.NEW, new ReadoutCache(null), worker, Runnable::run);
    }

    private Outcome outcome() {
        return Objects.requireNonNull(player.state().record().outcome());
    }

    private void goTo(int step) {
        while (player.state().index() < step) {
            player.skip();
        }
    }

    @Test
    void hidesTheRunUntilThePredictionIsCommitted() {
        assertTrue(player.state().hidden().contains("path"));
        assertFalse(player.state().isPlaybackFree());
        player.next();
        assertEquals(0, player.state().index(), "no step without a prediction");
        player.commit();
        assertTrue(player.state().isAsking(), "nothing to commit");
        player.choose(1);
        assertTrue(player.state().isAsking());
        assertNull(player.state().record().outcome());
        player.commit();
        assertEquals(List.of(), player.state().hidden());
        assertTrue(player.state().isPlaybackFree());
        assertTrue(lab.playback().playingProperty().get(), "the run starts");
    }

    @Test
    void theRunAfterAPredictionEndsAtTheStepThatWasAskedFor() {
        player.choose(1);
        player.commit();
        lab.playback().positionProperty().set(9);
        player.poll();
        assertFalse(lab.playback().playingProperty().get());
        assertEquals(8, lab.playback().positionProperty().get());
        player.skip();
        player.back();
        assertEquals(8, lab.playback().positionProperty().get(), "also when the user comes back");
    }

    @Test
    void aResultThatArrivesAfterTheEndChangesNothing() {
        List<Runnable> deliveries = new ArrayList<>();
        LessonPlayerViewModel ended = new LessonPlayerViewModel(
                BundledLessons.load("four-fates", Language.ENGLISH),
                lab,
                LessonProgress.NEW,
                new ReadoutCache(null),
                Runnable::run,
                deliveries::add);
        while (ended.state().index() < 7) {
            ended.skip();
        }
        LessonState atEnd = ended.state();
        ended.close();
        assertFalse(deliveries.isEmpty());
        deliveries.forEach(Runnable::run);
        assertSame(atEnd, ended.state());
    }

    @Test
    void aWrongChoiceNamesTheMisconception() {
        player.choose(1);
        player.commit();
        assertEquals(new Outcome.OfChoice(1, 2), outcome());
        assertEquals(0, outcome().score().value());
        String verdict = new OutcomeText(Texts.in(Language.ENGLISH)).verdict(question(), outcome());
        assertEquals(
                "Not quite. The right answer: they are equally far away. Your choice fits the belief “a larger rate is faster”.",
                verdict);
        player.choose(2);
        assertEquals(new Outcome.OfChoice(1, 2), outcome(), "committed is committed");
        assertEquals(List.of("a larger rate is faster"), OutcomeText.misconceptions(player.state()));
    }

    private Question question() {
        return ((Step.Predict) player.state().step()).question();
    }

    @Test
    void aNumberIsScoredByItsDistanceInTolerances() {
        goTo(3);
        player.enterNumber(null);
        assertFalse(player.canCommit());
        player.enterNumber(0.54);
        player.commit();
        // The limit is 2/c = 0.5 at c = 4; the tolerance is 0.02.
        assertEquals(2, ((Score.OfNumber) outcome().score()).distance(), 1e-9);
        assertEquals(0.5, outcome().score().value(), 1e-9);
    }

    @Test
    void aSketchOfTheRightCurveIsRight() {
        goTo(5);
        assertFalse(player.canCommit());
        // f grows by 1.21 in each of 20 steps, from 5.12 to 232; the axis ends at 500.
        for (int k = 0; k < SketchDraft.POINTS; k++) {
            double x = k / (SketchDraft.POINTS - 1.0);
            double y = 5.12 * Math.pow(1.21, STEPS * x) / 500;
            player.sketch(draft -> draft.drawn(x, y, x, y));
        }
        player.commit();
        Outcome.OfSketch sketch = assertInstanceOf(Outcome.OfSketch.class, outcome());
        assertEquals(List.of(), sketch.score().differences());
        assertTrue(sketch.score().value() > 0.95, () -> "score " + sketch.score());
    }

    @Test
    void aSketchOfAFallingCurveIsWrong() {
        goTo(5);
        player.sketch(draft -> draft.drawn(0, 1, 1, 0));
        player.commit();
        assertTrue(outcome().score().value() < 0.5, () -> "score " + outcome().score());
        OutcomeText text = new OutcomeText(Texts.in(Language.ENGLISH));
        String score = OutcomeText.percent(outcome().score().value());
        String verdict = text.verdict(question(), outcome());
        assertTrue(verdict.contains("Score: " + score + " (2/3 for the shape, "), verdict);
        String summary = text.summary(player.state().step(), player.state().record());
        assertTrue(summary.endsWith("Score: " + score), summary);
    }

    @Test
    void theGoalIsCheckedAgainstTheStateOfTheLab() {
        goTo(7);
        assertEquals(List.of("learningRate"), player.state().free());
        assertFalse(Objects.requireNonNull(player.state().goal()).met());
        lab.open(DocumentOverrides.with(lab.document(), Map.of("racers.0.learningRate", "1.0")));
        player.poll();
        assertTrue(player.state().goal().met());
        assertTrue(player.state().record().goalMet());
        lab.playback().seek(0);
        player.poll();
        assertFalse(player.state().goal().met(), "at the start, f is 5.12");
        assertTrue(player.state().record().goalMet(), "it was met before");
    }

    @Test
    void aGoalThatIsNotReachedIsAskedAboutBeforeTheLessonGoesOn() {
        goTo(7);
        player.next();
        assertEquals(LessonDialog.GOAL_MISSED, player.state().dialog());
        assertEquals(7, player.state().index());
        lab.open(DocumentOverrides.with(lab.document(), Map.of("racers.0.learningRate", "1.0")));
        player.poll();
        assertEquals(LessonDialog.NONE, player.state().dialog(), "reached in the meantime");
        assertEquals(
                Map.of("learningRate", "1.0"), player.state().record().attempt().settings());
        player.next();
        assertTrue(player.state().isFinished());
    }

    @Test
    void theStageStandsAtTheStartWhileTheTextOrTheGoalIsAboutIt() {
        LessonPlayerViewModel noise = play(BundledLessons.load("noise-has-a-price", Language.ENGLISH));
        for (int step : List.of(3, 5, 6)) {
            while (noise.state().index() < step) {
                noise.skip();
            }
            noise.poll();
            assertEquals(0, lab.playback().positionProperty().get(), "step " + step);
            assertFalse(lab.playback().playingProperty().get(), "step " + step);
        }
        // The chart shows the same number: σ √((N − B) / (B (N − 1))) at the start, with σ = 1.0375, N = 150, B = 32.
        assertEquals(
                List.of("✗ gradient noise at the start = 0.1632, goal < 0.1", "✓ steps per epoch = 5, goal ≥ 3"),
                new OutcomeText(Texts.in(Language.ENGLISH))
                        .terms(Objects.requireNonNull(noise.state().goal())));
        noise.next();
        noise.showSolution();
        assertEquals(0, lab.playback().positionProperty().get());
        assertFalse(lab.playback().playingProperty().get());
        assertTrue(Objects.requireNonNull(noise.state().goal()).met());
    }

    @Test
    void aShownSolutionDoesNotCountAsReached() {
        goTo(7);
        player.next();
        player.showSolution();
        lab.playback().seek(STEPS);
        player.poll();
        assertTrue(Objects.requireNonNull(player.state().goal()).met());
        assertFalse(player.state().record().goalMet());
        player.next();
        assertTrue(player.state().isFinished());
        assertEquals(
                "Goal not reached; a solution was shown (no hints)",
                new OutcomeText(Texts.in(Language.ENGLISH))
                        .summary(
                                player.state().lesson().steps().get(7),
                                player.state().records().get(7)));
    }

    @Test
    void asksBeforeLeavingUnlessTheLessonIsFinished() {
        assertFalse(player.askToLeave());
        assertEquals(LessonDialog.LEAVE, player.state().dialog());
        player.stay();
        assertEquals(LessonDialog.NONE, player.state().dialog());
        goTo(8);
        assertTrue(player.askToLeave());
    }

    @Test
    void theGoalNamesWhatItCompares() {
        goTo(7);
        OutcomeText text = new OutcomeText(Texts.in(Language.ENGLISH));
        // f = (3.2 · 0.9²⁰)² / 2
        assertEquals(
                List.of("✗ f = 0.07568, goal < 0.01", "✓ step = 20, goal ≤ 20"),
                text.terms(Objects.requireNonNull(player.state().goal())));
    }

    @Test
    void theSummaryGivesThePredictionAndItsScore() {
        player.choose(1);
        player.commit();
        OutcomeText text = new OutcomeText(Texts.in(Language.ENGLISH));
        Step first = player.state().lesson().steps().get(0);
        assertEquals(
                "Predicted: 1.9 is closer. Score: 0\u00a0%",
                text.summary(first, player.state().records().get(0)));
        assertEquals("No prediction saved", text.summary(first, StepRecord.NEW));
    }

    @Test
    void hintsAppearOneAtATime() {
        goTo(7);
        player.hint();
        assertEquals(1, player.state().record().hints());
        for (int k = 0; k < 5; k++) {
            player.hint();
        }
        assertEquals(3, player.state().record().hints());
    }

    @Test
    void countsTheHandsOfAClass() {
        player.toggleClassMode();
        player.countHands(0, 1);
        player.countHands(2, 1);
        player.countHands(2, 1);
        player.countHands(0, -1);
        player.countHands(0, -1);
        assertEquals(List.of(0, 0, 2), player.state().record().hands());
        assertTrue(player.state().classMode());
        assertTrue(player.canCommit(), "the class has answered");
        player.commit();
        assertEquals(new Outcome.OfChoice(2, 2), outcome());
    }

    @Test
    void observeStopsAtTheEndOfItsSection() {
        player.skip();
        assertTrue(lab.playback().playingProperty().get());
        lab.playback().seek(9);
        player.poll();
        assertFalse(lab.playback().playingProperty().get());
        assertEquals(8, lab.playback().positionProperty().get());
    }

    @Test
    void aSectionEndsWhereItSaysEvenIfTheWholeRunIsPlayedBeforeItIsNoticed() {
        player.skip();
        lab.playback().speedProperty().set(lab.playback().speedCount() - 1);
        lab.playback().advance(0.1);
        assertEquals(STEPS, lab.playback().positionProperty().get());
        player.poll();
        assertEquals(8, lab.playback().positionProperty().get());
        lab.playback().seek(12);
        player.poll();
        assertEquals(12, lab.playback().positionProperty().get(), "after the section, the user may look further");
    }

    /** The numbers in the text of an observe step are those of the end of its section. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyObservedSectionOfTheBundledLessonsIsPlayedToItsEnd(Language language) {
        int sections = 0;
        for (String name : BundledLessons.NAMES) {
            Lesson lesson = BundledLessons.load(name, language);
            LessonPlayerViewModel played = play(lesson, work -> {});
            for (Step step : lesson.steps()) {
                if (step instanceof Step.Observe observe) {
                    Playback playback = lab.playback();
                    for (int tick = 0;
                            tick < 1_000 && playback.playingProperty().get();
                            tick++) {
                        playback.advance(0.1);
                        played.poll();
                    }
                    int end = observe.playbackEnd().orElse(STEPS);
                    assertEquals(
                            end,
                            playback.positionProperty().get(),
                            name + ": " + step.scene().title());
                    sections++;
                }
                played.skip();
            }
        }
        assertTrue(sections >= 10, "sections " + sections);
    }

    @Test
    void changedSettingsTrainALiveRunAnew() {
        List<String> calls = new ArrayList<>();
        lab.playback().setDriver(new Playback.PlaybackDriver() {
            @Override
            public void stepForward() {
                calls.add("step");
            }

            @Override
            public void reset() {
                calls.add("reset");
                lab.playback().completedProperty().set(0);
            }
        });
        goTo(7);
        assertFalse(lab.playback().playingProperty().get());
        lab.open(DocumentOverrides.with(lab.document(), Map.of("racers.0.learningRate", "1.0")));
        player.poll();
        assertEquals(List.of("reset"), calls);
        assertTrue(lab.playback().playingProperty().get());
    }

    @Test
    void theSolutionCanBeAskedForUntilTheGoalIsReached() {
        player.askForSolution();
        assertEquals(LessonDialog.NONE, player.state().dialog(), "no goal in this step");
        goTo(7);
        player.askForSolution();
        assertEquals(LessonDialog.GOAL_MISSED, player.state().dialog());
        player.showSolution();
        player.askForSolution();
        assertEquals(LessonDialog.NONE, player.state().dialog(), "it is shown");
    }

    @Test
    void endsAfterTheLastStepWithTheMeanScore() {
        player.choose(2);
        player.commit();
        goTo(3);
        player.enterNumber(0.54);
        player.commit();
        goTo(8);
        assertTrue(player.state().isFinished());
        assertEquals(0.75, player.state().score().orElseThrow(), 1e-9);
        assertEquals(3, player.state().predictionCount());
        assertEquals(
                new LessonProgress(8, 8, player.progress().score(), new LessonProgress.Predictions(2, 3)),
                player.progress());
        assertTrue(player.progress().isFinished());
        player.back();
        assertEquals(7, player.state().index());
    }

    @Test
    void numbersInTheTextAreComputed() {
        goTo(2);
        assertFalse(player.state().computing());
        // 3.2 × 0.9⁸ = 1.3775
        assertTrue(
                player.state().text().toString().contains("1.38"),
                () -> player.state().text().toString());
    }

    @Test
    void anotherLanguageKeepsWhatWasDone() {
        player.choose(1);
        player.commit();
        LessonPlayerViewModel korean = play(BundledLessons.load("four-fates", Language.KOREAN));
        korean.adopt(player.state());
        assertEquals(player.state().records(), korean.state().records());
        assertNotEquals(
                player.state().step().scene().title(),
                korean.state().step().scene().title());
    }

    @Test
    void aLessonWithOtherStepsStartsAnew() {
        player.choose(1);
        player.commit();
        LessonPlayerViewModel other = play(BundledLessons.load("noise-has-a-price", Language.ENGLISH));
        other.adopt(player.state());
        assertNull(other.state().record().outcome());
    }

    @Test
    void anOrderIsShownInAnotherOrderAndScoredByPairs() {
        LessonPlayerViewModel ordered =
                play(LessonReader.parse("""
                        ---
                        format: hyperlab-lesson/1
                        language: en
                        title: Order
                        subject: learning-rate
                        minutes: 1
                        ---

                        ## Predict: order the positions

                        ```step
                        kind: predict
                        set: try:oscillating-rate
                        with: { learningRate: 0.5 }
                        order: descending
                        truth: { start: "x[0]", next: "x[1]", last: "x[2]" }
                        ```

                        1. at the start {start}
                        2. after a step {next}
                        3. after two steps {last}
                        """, null).lesson().orElseThrow());
        assertEquals(List.of("last", "start", "next"), ordered.items());
        ordered.moveItem(0, 1);
        assertEquals(List.of("start", "last", "next"), ordered.items());
        ordered.commit();
        Outcome outcome = Objects.requireNonNull(ordered.state().record().outcome());
        assertEquals(new Score.OfOrder(2, 3), outcome.score());
        assertNotNull(ordered.state().record().committed());
    }
}
