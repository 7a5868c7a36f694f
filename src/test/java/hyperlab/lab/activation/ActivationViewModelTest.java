package hyperlab.lab.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.DepthSettings;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationViewModelTest {
    private final List<InvalidInputException> errors = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean runImmediately = true;
    private final ActivationViewModel model =
            new ActivationViewModel((name, work) -> start(work), Runnable::run, 1, errors::add);

    private void start(Runnable work) {
        if (runImmediately) {
            work.run();
        } else {
            waiting.add(work);
        }
    }

    private void useSmallSettings() {
        model.settings().layersProperty().set(4);
        model.settings().widthProperty().set(8);
        model.settings().depthSeedsProperty().set(2);
        for (TopicTrainingSettings each : List.of(
                model.settings().learned(),
                model.settings().dead(),
                model.settings().race())) {
            each.sourceProperty().set("moons");
            each.hiddenProperty().set(List.of(4));
            each.epochsProperty().set(3);
            each.seedsProperty().set(2);
        }
        model.settings().linear().epochsProperty().set(3);
    }

    @Test
    void playbackMovesProbeAcrossChart() {
        model.playback().seek(0);
        assertEquals(-6, model.curves().probeProperty().get());
        model.playback().toEnd();
        assertEquals(6, model.curves().probeProperty().get());
        model.curves().probeProperty().set(0);
        assertEquals(60, model.playback().positionProperty().get());
    }

    @Test
    void labelsTimelinePositionsByX() {
        assertEquals("−6", model.playback().labelsProperty().get().apply(0));
        model.curves().reachProperty().set(3);
        assertEquals("1.5", model.playback().labelsProperty().get().apply(90));
    }

    @Test
    void doesNotRoundTypedProbe() {
        model.curves().probeProperty().set(1.2345);
        assertEquals(1.2345, model.curves().probeProperty().get());
    }

    @Test
    void computesSignalWhenShownAndAfterChanges() {
        useSmallSettings();
        model.resume();
        model.topicProperty().set(ActivationTopic.DEPTH);
        assertEquals(4, model.studies().depth().statusProperty().get().results().size());
        assertEquals(3, model.playback().lengthProperty().get());
        assertEquals(3, model.playback().positionProperty().get());
        model.curves().selected(ActivationKind.ELU).set(false);
        assertEquals(3, model.studies().depth().statusProperty().get().results().size());
        model.settings().compareProperty().set(DepthSettings.DepthComparison.INITIALIZATIONS);
        assertEquals(3, model.studies().depth().statusProperty().get().results().size());
        assertEquals("activation.layer", model.playback().unitKeyProperty().get());
    }

    @Test
    void hiddenLabComputesNothing() {
        model.topicProperty().set(ActivationTopic.DEPTH);
        assertEquals(
                StudyRunner.StudyState.NONE,
                model.studies().depth().statusProperty().get().state());
    }

    @Test
    void startsTrainingOnlyOnPlay() {
        useSmallSettings();
        for (ActivationTopic topic :
                List.of(ActivationTopic.LEARNED, ActivationTopic.DEAD, ActivationTopic.RACE, ActivationTopic.LINEAR)) {
            model.topicProperty().set(topic);
            assertEquals(
                    StudyRunner.StudyState.NONE,
                    model.studies().study(topic).statusProperty().get().state());
            assertEquals(0, model.playback().completedProperty().get());
            model.playback().playPause();
            assertEquals(
                    StudyRunner.StudyState.DONE,
                    model.studies().study(topic).statusProperty().get().state());
            assertFalse(model.playback().playingProperty().get());
            assertEquals(
                    model.playback().lengthProperty().get(),
                    model.playback().positionProperty().get());
            assertEquals(
                    topic == ActivationTopic.DEAD ? 8 : 3,
                    model.playback().lengthProperty().get());
        }
        assertEquals("shell.epoch", model.playback().unitKeyProperty().get());
    }

    @Test
    void preservesTimelinePositionPerTopic() {
        useSmallSettings();
        model.topicProperty().set(ActivationTopic.RACE);
        model.run();
        model.playback().seek(2);
        model.topicProperty().set(ActivationTopic.SHAPE);
        assertEquals(80, model.playback().positionProperty().get());
        assertEquals(2, model.curves().probeProperty().get());
        model.topicProperty().set(ActivationTopic.RACE);
        assertEquals(2, model.playback().positionProperty().get());
    }

    @Test
    void discardsResultsOnceOutdated() {
        useSmallSettings();
        model.topicProperty().set(ActivationTopic.RACE);
        model.run();
        model.settings().race().learningRateProperty().set(0.2);
        assertEquals(
                StudyRunner.StudyState.NONE,
                model.studies().race().statusProperty().get().state());
        assertEquals(0, model.playback().completedProperty().get());
        model.run();
        model.settings().dead().learningRateProperty().set(0.2);
        model.curves().probeProperty().set(1);
        assertEquals(
                StudyRunner.StudyState.DONE,
                model.studies().race().statusProperty().get().state());
        model.curves().leakySlopeProperty().set(0.2);
        assertEquals(
                StudyRunner.StudyState.NONE,
                model.studies().race().statusProperty().get().state());
    }

    @Test
    void stopsStudyOnRequestAndOnLeavingLab() {
        useSmallSettings();
        runImmediately = false;
        model.topicProperty().set(ActivationTopic.RACE);
        model.run();
        assertTrue(model.studies().isRunning(ActivationTopic.RACE));
        model.stop();
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                model.studies().race().statusProperty().get().state());
        model.run();
        model.pause();
        assertFalse(model.studies().isRunning(ActivationTopic.RACE));
        waiting.forEach(Runnable::run);
        assertTrue(model.studies().race().statusProperty().get().results().isEmpty());
    }

    @Test
    void runsNoOtherTrainingDuringStudy() {
        useSmallSettings();
        runImmediately = false;
        model.topicProperty().set(ActivationTopic.RACE);
        model.run();
        model.topicProperty().set(ActivationTopic.DEAD);
        model.run();
        assertFalse(model.studies().isRunning(ActivationTopic.RACE));
        assertTrue(model.studies().isRunning(ActivationTopic.DEAD));
    }

    @Test
    void measuresCostsAutomaticallyExceptDuringTraining() {
        useSmallSettings();
        runImmediately = false;
        model.topicProperty().set(ActivationTopic.RACE);
        model.resume();
        model.run();
        waiting.clear();
        model.topicProperty().set(ActivationTopic.SHAPE);
        assertTrue(model.studies().isRunning(ActivationTopic.DEPTH));
        waiting.remove(0).run();
        assertFalse(model.studies().isRunning(ActivationTopic.DEPTH));
        assertFalse(model.studies().isRunning(ActivationTopic.SHAPE), "the race would slow it down");
        model.stop();
        model.topicProperty().set(ActivationTopic.DEAD);
        model.topicProperty().set(ActivationTopic.SHAPE);
        assertTrue(model.studies().isRunning(ActivationTopic.SHAPE));
    }

    @Test
    void showsTheDepthWithTheFunctionsBeforeItMeasuresTheirCosts() {
        useSmallSettings();
        runImmediately = false;
        model.resume();
        assertTrue(model.studies().isRunning(ActivationTopic.DEPTH));
        assertFalse(model.studies().isRunning(ActivationTopic.SHAPE), "costs are measured while nothing else runs");
        waiting.remove(0).run();
        assertEquals(
                StudyRunner.StudyState.DONE,
                model.studies().depth().statusProperty().get().state());
        assertTrue(model.studies().isRunning(ActivationTopic.SHAPE));
        model.stop();
        assertFalse(model.studies().isRunning(ActivationTopic.SHAPE), "stopped by the user");
    }

    @Test
    void automaticStudyResumesOnReturnToLab() {
        useSmallSettings();
        runImmediately = false;
        model.resume();
        model.topicProperty().set(ActivationTopic.DEPTH);
        model.pause();
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                model.studies().depth().statusProperty().get().state());
        runImmediately = true;
        model.resume();
        assertEquals(
                StudyRunner.StudyState.DONE,
                model.studies().depth().statusProperty().get().state());
    }

    @Test
    void remeasuringCostsDoesNotMoveProbe() {
        model.curves().probeProperty().set(-3);
        model.run();
        assertEquals(-3, model.curves().probeProperty().get());
        assertEquals(30, model.playback().positionProperty().get());
    }

    @Test
    void navigatesTopicsLikePages() {
        model.switchTopic(1);
        assertEquals(ActivationTopic.DEPTH, model.topicProperty().get());
        model.switchTopic(-2);
        assertEquals(ActivationTopic.LINEAR, model.topicProperty().get());
        model.switchTopic(1);
        assertEquals(ActivationTopic.SHAPE, model.topicProperty().get());
    }

    @Test
    void savesAndRestoresEverySetting() {
        useSmallSettings();
        model.settings().seedProperty().set(7);
        model.curves().preluSlopeProperty().set(0.1);
        model.curves().saturationPercentProperty().set(20);
        model.topicProperty().set(ActivationTopic.LEARNED);
        ActivationLabSettings saved = model.setup();
        assertNotEquals(ActivationLabSettings.DEFAULT, saved);
        assertEquals(0.1, saved.constants().preluSlope());

        ActivationViewModel other = new ActivationViewModel((name, work) -> work.run(), Runnable::run, 1, errors::add);
        other.open(saved);
        assertEquals(saved, other.setup());
        assertFalse(other.undo().canUndoProperty().get());
        assertEquals(3, other.playback().lengthProperty().get());
    }

    @Test
    void undoesStudySettingsByName() {
        model.settings().layersProperty().set(12);
        assertEquals("activation.undo.layers", model.undo().undoNameProperty().get());
        model.settings().race().hiddenProperty().set(List.of(3, 3));
        model.undo().undo();
        assertEquals(
                List.of(16, 16, 16, 16, 16),
                model.settings().race().hiddenProperty().get());
        model.undo().undo();
        assertEquals(30, model.settings().layersProperty().get());
    }

    @Test
    void rejectsInvalidInputWithoutChange() {
        model.settings().dead().hiddenProperty().set(List.of());
        assertEquals(1, errors.size());
        assertEquals(List.of(32, 32), model.settings().dead().hiddenProperty().get());
    }

    @Test
    void nextSeedRerunsTopic() {
        useSmallSettings();
        model.topicProperty().set(ActivationTopic.LEARNED);
        model.run();
        model.nextSeed();
        assertEquals(43, model.setup().seed());
        assertEquals(
                StudyRunner.StudyState.DONE,
                model.studies().maxout().statusProperty().get().state());
    }
}
