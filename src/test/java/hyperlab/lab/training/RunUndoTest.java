package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataGenerator;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.optim.Adam;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.RmsProp;
import hyperlab.train.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Undo and redo of what replaces runs: changes, gestures, and opened experiments. */
class RunUndoTest extends TrainingLabFixture {
    @Test
    void undoOfAChangeResumesTheRunThatItReplaced() {
        steps(4);
        RunHistory curves = lab.runs().live().history();
        lab.settings().data().noise().set(0.3);
        steps(2);
        lab.undo().undo();
        assertEquals(curves, lab.runs().live().history());
        assertEquals(4, lab.playback().completedProperty().get());
        assertEquals(0.1, lab.viewStateProperty().get().experiment().data().noise());
        assertEquals(1, lab.runs().runsProperty().get().size());
        steps(1);
        assertEquals(5, lab.runs().live().history().lastEpoch(), "it can go on");
        lab.undo().redo();
        assertEquals(0.3, lab.viewStateProperty().get().experiment().data().noise());
    }

    @Test
    void redoBringsBackTheRunThatUndoTookAway() {
        steps(4);
        lab.settings().data().noise().set(0.3);
        steps(2);
        RunHistory curves = lab.runs().live().history();
        lab.undo().undo();
        lab.undo().redo();
        assertEquals(curves, lab.runs().live().history());
        assertEquals(2, lab.playback().completedProperty().get());
        assertEquals(2, lab.runs().runsProperty().get().size());
    }

    @Test
    void aSliderThatIsDraggedWhilePlayingLeavesOnlyTheRunFromBefore() {
        lab.settings().learning().epochs().set(1000);
        lab.undo().settle();
        steps(3);
        lab.playback().speedProperty().set(3);
        lab.playback().playPause();
        for (int move = 1; move <= 20; move++) {
            lab.settings().data().noise().set(0.1 + 0.01 * move);
            for (int pulse = 0; pulse < 20; pulse++) {
                lab.pulse(1 / 60.0);
            }
            assertTrue(lab.playback().completedProperty().get() > 0);
        }
        assertTrue(lab.playback().playingProperty().get());
        assertEquals(2, lab.runs().runsProperty().get().size());
        assertEquals(3, lab.runs().reference().history().lastEpoch());
        lab.undo().undo();
        assertEquals(3, lab.runs().live().history().lastEpoch());
        assertFalse(lab.playback().playingProperty().get());
    }

    /** Plays a few epochs at ten epochs a second. */
    private void playBriefly() {
        for (int pulse = 0; pulse < 20; pulse++) {
            lab.pulse(1 / 60.0);
        }
        assertTrue(lab.playback().completedProperty().get() > 0);
        assertTrue(lab.playback().playingProperty().get());
    }

    @Test
    void editingPointsAndUndoingThatWhilePlayingKeepsOnlyTrainedRuns() {
        lab.settings().learning().epochs().set(20);
        lab.points().startFrom(DataGenerator.MOONS);
        playToTheEnd();
        RunHistory trained = lab.runs().live().history();
        Experiment trainedWith = lab.experiment();
        lab.playback().speedProperty().set(3);
        for (int point = 0; point < 4; point++) {
            lab.points().add(0.1 * point, 0);
            lab.points().settle();
            if (point == 0) {
                lab.playback().playPause();
            }
            playBriefly();
        }
        assertEquals(List.of(trained, lab.runs().live().history()), histories());
        for (int point = 0; point < 3; point++) {
            lab.undo().undo();
            playBriefly();
        }
        assertEquals(List.of(trained, lab.runs().live().history()), histories());
        lab.undo().undo();
        assertEquals(trainedWith, lab.experiment());
        assertEquals(List.of(trained), histories(), "the trained run is back");
        assertEquals(20, lab.playback().completedProperty().get());
    }

    @Test
    void redoResumesTheTrainedRunAfterSeveralUndos() {
        lab.settings().learning().epochs().set(20);
        lab.undo().settle();
        lab.points().startFrom(DataGenerator.MOONS);
        lab.points().add(0, 0);
        lab.points().settle();
        lab.points().add(0.5, 0);
        lab.points().settle();
        playToTheEnd();
        RunHistory trained = lab.runs().live().history();
        lab.playback().speedProperty().set(3);
        lab.undo().undo();
        lab.playback().playPause();
        playBriefly();
        lab.undo().undo();
        playBriefly();
        assertEquals(List.of(trained, lab.runs().live().history()), histories());
        lab.undo().redo();
        playBriefly();
        lab.undo().redo();
        assertEquals(List.of(trained), histories());
        assertEquals(20, lab.playback().completedProperty().get());
    }

    private List<RunHistory> histories() {
        return lab.runs().runsProperty().get().stream()
                .map(ComparedRun::history)
                .toList();
    }

    @Test
    void undoRevertsEachSettingByName() {
        lab.settings().network().dropout().set(0.5);
        lab.undo().settle();
        lab.settings().learning().optimizer().kind().set(RmsProp.DEFAULT);
        lab.settings().learning().optimizer().constant(OptimizerConstant.DECAY).set(0.9);
        assertEquals("training.constant.decay", lab.undo().undoNameProperty().get());
        lab.undo().undo();
        assertEquals(
                RmsProp.DEFAULT, lab.settings().learning().optimizer().kind().get());
        lab.undo().undo();
        assertEquals(Adam.DEFAULT, lab.settings().learning().optimizer().kind().get());
        assertNull(lab.settings()
                .learning()
                .optimizer()
                .constant(OptimizerConstant.DECAY)
                .get());
        lab.undo().undo();
        assertEquals(Experiment.DEFAULT, lab.experiment());
        lab.undo().redo();
        assertEquals(0.5, lab.settings().network().dropout().get());
    }

    @Test
    void sourceChangeSetsSampleCountAndUndoRestoresBoth() {
        lab.settings().data().samples().set(300);
        lab.undo().settle();
        lab.settings().data().source().set("iris");
        assertNull(lab.settings().data().samples().get());
        assertEquals(150, facts().trainRows() + facts().validationRows());
        lab.undo().undo();
        assertEquals(300, lab.settings().data().samples().get());
        assertEquals("moons", lab.settings().data().source().get());
    }

    @Test
    void openingClearsUndoAndThePreviousRun() {
        steps(1);
        lab.settings().seed().set(1L);
        lab.runController().restart();
        lab.open(Experiment.DEFAULT.withSeed(3), null);
        assertFalse(lab.undo().canUndoProperty().get());
        assertNull(lab.viewStateProperty().get().reference());
    }

    /** Opens an experiment as one change, as the window does. */
    private void openAsOneChange(Experiment opened) {
        Experiment before = lab.experiment();
        lab.undo().applyAndKeep(() -> lab.open(opened, null));
        lab.undo().record("shell.open", this, before, opened, state -> lab.open(state, null));
        lab.undo().settle();
    }

    @Test
    void undoOfOpeningResumesTheTrainedRunsAndKeepsEarlierChanges() {
        steps(3);
        lab.settings().seed().set(1L);
        steps(2);
        List<ComparedRun> before = lab.runs().runsProperty().get();
        assertEquals(2, before.size());
        double[] trained = numbers(readout().atPlayhead());
        openAsOneChange(Experiment.DEFAULT.withSeed(3));
        assertFalse(lab.runController().isResumedByUndo());
        steps(1);
        lab.runController().restart();
        openAsOneChange(Experiment.DEFAULT.withSeed(4));
        lab.undo().undo();
        assertEquals(0, lab.playback().completedProperty().get(), "the second document was not trained");
        lab.undo().undo();
        assertEquals(before, lab.runs().runsProperty().get());
        assertEquals(2, lab.playback().completedProperty().get());
        assertArrayEquals(trained, numbers(readout().atPlayhead()));
        assertEquals("training.seed", lab.undo().undoNameProperty().get());
        steps(1);
        assertEquals(3, lab.playback().completedProperty().get(), "training continues");
        lab.undo().redo();
        assertEquals(Experiment.DEFAULT.withSeed(3), lab.experiment());
        lab.undo().undo();
        assertEquals(3, lab.playback().completedProperty().get());
        lab.undo().undo();
        assertEquals(Experiment.DEFAULT, lab.experiment());
    }

    @Test
    void openingTheSettingsOfAnEarlierRunDoesNotResumeIt() {
        steps(3);
        openAsOneChange(Experiment.DEFAULT.withSeed(3));
        openAsOneChange(Experiment.DEFAULT);
        assertEquals(0, lab.playback().completedProperty().get());
        lab.undo().undo();
        assertEquals(0, lab.playback().completedProperty().get());
        lab.undo().undo();
        assertEquals(3, lab.playback().completedProperty().get());
    }

    @Test
    void openingPreservesPinnedRunsAndEndsChangeOneThing() {
        steps(1);
        lab.controlledComparison().start();
        int pinned = lab.runs().live().id();
        lab.open(Experiment.DEFAULT.withSeed(3), null);
        assertFalse(lab.controlledComparison().enabledProperty().get());
        assertEquals(
                List.of(pinned, lab.runs().live().id()),
                lab.runs().runsProperty().get().stream().map(ComparedRun::id).toList());
    }
}
