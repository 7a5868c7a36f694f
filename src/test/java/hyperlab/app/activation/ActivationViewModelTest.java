package hyperlab.app.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationViewModelTest {
    private final List<InvalidInputException> refusals = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean runImmediately = true;
    private final ActivationViewModel model =
            new ActivationViewModel((name, work) -> start(work), Runnable::run, 1, refusals::add);

    private void start(Runnable work) {
        if (runImmediately) {
            work.run();
        } else {
            waiting.add(work);
        }
    }

    private void useSmallSettings() {
        model.settings().layers().set(4);
        model.settings().width().set(8);
        model.settings().depthSeeds().set(2);
        for (TopicTrainingSettings each : List.of(
                model.settings().learned(),
                model.settings().dead(),
                model.settings().race())) {
            each.source().set("moons");
            each.hidden().set(List.of(4));
            each.epochs().set(3);
            each.seeds().set(2);
        }
        model.settings().linear().epochs().set(3);
    }

    @Test
    void playingMovesTheProbeAcrossThePicture() {
        model.playback().seek(0);
        assertEquals(-6, model.curves().probe().get());
        model.playback().toEnd();
        assertEquals(6, model.curves().probe().get());
        model.curves().probe().set(0);
        assertEquals(60, model.playback().position().get());
    }

    @Test
    void placesOfTheTimelineAreCalledByTheirX() {
        assertEquals("−6", model.playback().names().get().apply(0));
        model.curves().reach().set(3);
        assertEquals("1.5", model.playback().names().get().apply(90));
    }

    @Test
    void aTypedProbeIsNotRoundedToThePlayHead() {
        model.curves().probe().set(1.2345);
        assertEquals(1.2345, model.curves().probe().get());
    }

    @Test
    void theSignalIsSentByItselfWhenItIsLookedAtAndAgainWhenSomethingIsSet() {
        useSmallSettings();
        model.setVisible(true);
        model.topic().set(ActivationTopic.DEPTH);
        assertEquals(4, model.studies().depth().found().get().results().size());
        assertEquals(3, model.playback().length().get());
        assertEquals(3, model.playback().position().get());
        model.curves().selected(ActivationKind.ELU).set(false);
        assertEquals(3, model.studies().depth().found().get().results().size());
        model.settings().compare().set(DepthSettings.DepthComparison.INITIALIZATIONS);
        assertEquals(3, model.studies().depth().found().get().results().size());
        assertEquals("activation.layer", model.playback().unitKey().get());
    }

    @Test
    void aLabThatNoOneSeesSendsNothing() {
        model.topic().set(ActivationTopic.DEPTH);
        assertEquals(StudyRunner.StudyState.NONE, model.studies().depth().found().get().state());
    }

    @Test
    void trainingsWaitToBeAskedForAndPlayingAsks() {
        useSmallSettings();
        for (ActivationTopic topic : List.of(ActivationTopic.LEARNED, ActivationTopic.DEAD, ActivationTopic.RACE, ActivationTopic.LINEAR)) {
            model.topic().set(topic);
            assertEquals(
                    StudyRunner.StudyState.NONE, model.studies().study(topic).found().get().state());
            assertEquals(0, model.playback().done().get());
            model.playback().playPause();
            assertEquals(
                    StudyRunner.StudyState.DONE, model.studies().study(topic).found().get().state());
            assertFalse(model.playback().playing().get());
            assertEquals(
                    model.playback().length().get(), model.playback().position().get());
            assertEquals(topic == ActivationTopic.DEAD ? 8 : 3, model.playback().length().get());
        }
        assertEquals("shell.epoch", model.playback().unitKey().get());
    }

    @Test
    void anotherTopicKeepsThePlaceOfTheOneBefore() {
        useSmallSettings();
        model.topic().set(ActivationTopic.RACE);
        model.run();
        model.playback().seek(2);
        model.topic().set(ActivationTopic.SHAPE);
        assertEquals(80, model.playback().position().get());
        assertEquals(2, model.curves().probe().get());
        model.topic().set(ActivationTopic.RACE);
        assertEquals(2, model.playback().position().get());
    }

    @Test
    void whatWasFoundIsForgottenAsSoonAsItIsAboutSomethingElse() {
        useSmallSettings();
        model.topic().set(ActivationTopic.RACE);
        model.run();
        model.settings().race().learningRate().set(0.2);
        assertEquals(StudyRunner.StudyState.NONE, model.studies().race().found().get().state());
        assertEquals(0, model.playback().done().get());
        model.run();
        model.settings().dead().learningRate().set(0.2);
        model.curves().probe().set(1);
        assertEquals(StudyRunner.StudyState.DONE, model.studies().race().found().get().state());
        model.curves().leakySlope().set(0.2);
        assertEquals(StudyRunner.StudyState.NONE, model.studies().race().found().get().state());
    }

    @Test
    void aStudyCanBeStoppedAndLeavingTheLabStopsIt() {
        useSmallSettings();
        runImmediately = false;
        model.topic().set(ActivationTopic.RACE);
        model.run();
        assertTrue(model.studies().isRunning(ActivationTopic.RACE));
        model.stop();
        assertEquals(
                StudyRunner.StudyState.STOPPED, model.studies().race().found().get().state());
        model.run();
        model.setVisible(false);
        assertFalse(model.studies().isRunning(ActivationTopic.RACE));
        waiting.forEach(Runnable::run);
        assertTrue(model.studies().race().found().get().results().isEmpty());
    }

    @Test
    void nothingElseTrainsWhileAStudyRuns() {
        useSmallSettings();
        runImmediately = false;
        model.topic().set(ActivationTopic.RACE);
        model.run();
        model.topic().set(ActivationTopic.DEAD);
        model.run();
        assertFalse(model.studies().isRunning(ActivationTopic.RACE));
        assertTrue(model.studies().isRunning(ActivationTopic.DEAD));
    }

    @Test
    void costsAreMeasuredByThemselvesButNotBesideATraining() {
        runImmediately = false;
        model.topic().set(ActivationTopic.RACE);
        model.setVisible(true);
        model.run();
        model.topic().set(ActivationTopic.SHAPE);
        assertFalse(model.studies().isRunning(ActivationTopic.SHAPE));
        model.stop();
        model.topic().set(ActivationTopic.DEAD);
        model.topic().set(ActivationTopic.SHAPE);
        assertTrue(model.studies().isRunning(ActivationTopic.SHAPE));
    }

    @Test
    void whatRunsByItselfGoesOnAfterTheLabWasLeftInItsMidst() {
        useSmallSettings();
        runImmediately = false;
        model.setVisible(true);
        model.topic().set(ActivationTopic.DEPTH);
        model.setVisible(false);
        assertEquals(
                StudyRunner.StudyState.STOPPED, model.studies().depth().found().get().state());
        runImmediately = true;
        model.setVisible(true);
        assertEquals(StudyRunner.StudyState.DONE, model.studies().depth().found().get().state());
    }

    @Test
    void measuringCostsAgainLeavesTheProbeWhereItIs() {
        model.curves().probe().set(-3);
        model.run();
        assertEquals(-3, model.curves().probe().get());
        assertEquals(30, model.playback().position().get());
    }

    @Test
    void topicsAreTurnedLikePages() {
        model.switchTopic(1);
        assertEquals(ActivationTopic.DEPTH, model.topic().get());
        model.switchTopic(-2);
        assertEquals(ActivationTopic.LINEAR, model.topic().get());
        model.switchTopic(1);
        assertEquals(ActivationTopic.SHAPE, model.topic().get());
    }

    @Test
    void everySettingIsSavedAndComesBack() {
        useSmallSettings();
        model.settings().seed().set(7);
        model.curves().preluSlope().set(0.1);
        model.curves().saturationPercent().set(20);
        model.topic().set(ActivationTopic.LEARNED);
        ActivationLabSettings saved = model.setup();
        assertNotEquals(ActivationLabSettings.DEFAULT, saved);
        assertEquals(0.1, saved.constants().preluSlope());

        ActivationViewModel other =
                new ActivationViewModel((name, work) -> work.run(), Runnable::run, 1, refusals::add);
        other.open(saved);
        assertEquals(saved, other.setup());
        assertFalse(other.undo().canUndo().get());
        assertEquals(3, other.playback().length().get());
    }

    @Test
    void settingsOfStudiesCanBeUndoneByName() {
        model.settings().layers().set(12);
        assertEquals("activation.undo.layers", model.undo().undoName().get());
        model.settings().race().hidden().set(List.of(3, 3));
        model.undo().undo();
        assertEquals(
                List.of(16, 16, 16, 16, 16), model.settings().race().hidden().get());
        model.undo().undo();
        assertEquals(30, model.settings().layers().get());
    }

    @Test
    void whatWillNotDoIsRefusedAndLeftAsItWas() {
        model.settings().dead().hidden().set(List.of());
        assertEquals(1, refusals.size());
        assertEquals(List.of(32, 32), model.settings().dead().hidden().get());
    }

    @Test
    void theNextSeedRunsTheTopicAgain() {
        useSmallSettings();
        model.topic().set(ActivationTopic.LEARNED);
        model.run();
        model.nextSeed();
        assertEquals(43, model.setup().seed());
        assertEquals(StudyRunner.StudyState.DONE, model.studies().maxout().found().get().state());
    }
}
