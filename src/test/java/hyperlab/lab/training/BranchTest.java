package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.lab.training.run.ChangeMarker;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.RunNames;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that branch off another run at an epoch, on one thread. */
class BranchTest {
    private static final int FULL_SPEED = 6;

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    private static List<EpochReport> train(TrainingRun run, int epochs) {
        List<EpochReport> rows = new ArrayList<>(List.of(run.report()));
        while (run.epoch() < epochs) {
            if (run.step()) {
                rows.add(run.report());
            }
        }
        return rows;
    }

    private static TrainingRun fresh(Experiment experiment) {
        return new TrainingRun(experiment, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null);
    }

    @Test
    void branchWithSameSettingsMatchesUninterruptedRunBitForBit() {
        lab.settings().learning().epochs().set(30);
        play();
        List<EpochReport> expected = train(fresh(lab.experiment()), 30);
        lab.playback().seek(11);
        assertTrue(lab.runController().canBranch());
        lab.runController().branch();
        assertEquals(11, lab.playback().completedProperty().get());
        assertEquals(2, lab.runs().runsProperty().get().size());
        play();
        assertEquals(30, lab.playback().completedProperty().get());
        for (EpochReport row : expected) {
            lab.playback().seek(row.epoch());
            assertSame(row, lab.viewStateProperty().get().reading().atPlayhead());
        }
    }

    @Test
    void branchWithAnotherRateMatchesRunChangedAtThatPoint() {
        lab.settings().learning().epochs().set(20);
        play();
        lab.playback().seek(8);
        lab.settings().learning().learningRate().set(0.3);
        lab.runController().branch();
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        play();
        TrainingRun run =
                fresh(lab.experiment().withTraining(lab.experiment().training().withLearningRate(0.03)));
        train(run, 8);
        run.change(run.experiment().withTraining(run.experiment().training().withLearningRate(0.3)));
        List<EpochReport> expected = train(run, 20);
        lab.playback().seek(20);
        assertSame(
                expected.get(expected.size() - 1),
                lab.viewStateProperty().get().reading().atPlayhead());
        ChangeMarker mark = lab.viewStateProperty().get().markers().get(0);
        assertEquals(8, mark.epoch());
        assertEquals("training.learningRate", mark.nameKey());
        assertEquals(8, lab.runs().live().history().loss().train().x(0), "drawn from where it leaves");
        assertEquals(8, lab.runs().live().history().branchedAt());
    }

    @Test
    void onlyChangesThatABranchCanApplyWaitForIt() {
        lab.settings().learning().epochs().set(6);
        play();
        lab.playback().seek(3);
        lab.settings().learning().epochs().set(8);
        assertEquals(1, lab.runController().pendingChangesProperty().get().size());
        assertEquals(3, lab.playback().positionProperty().get());
        lab.runController().branch();
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        play();
        assertEquals(8, lab.playback().completedProperty().get());
        lab.playback().seek(3);
        lab.settings().network().hidden().set(List.of(4));
        assertEquals(0, lab.playback().completedProperty().get(), "no branch can have other layers");
    }

    @Test
    void branchOfABranchRewindsBeforeBoth() {
        lab.settings().learning().epochs().set(12);
        play();
        lab.playback().seek(9);
        lab.runController().branch();
        play();
        lab.playback().seek(5);
        lab.inspection().setVisible(true);
        assertEquals(
                5, lab.inspection().inspectionProperty().get().point().report().epoch());
        lab.runController().branch();
        play();
        assertSame(
                train(fresh(lab.experiment()), 12).get(12),
                lab.viewStateProperty().get().reading().atPlayhead());
    }

    @Test
    void branchingAtNewestEpochRequiresDivergence() {
        assertFalse(lab.runController().canBranch());
        lab.playback().stepForward();
        assertFalse(lab.runController().canBranch());
        lab.runController().branch();
        assertEquals(1, lab.runs().runsProperty().get().size());
        lab.playback().stepForward();
        lab.playback().stepBack();
        assertTrue(lab.runController().canBranch());
        lab.runController().seekLatest();
        assertEquals(2, lab.playback().positionProperty().get());
    }

    @Test
    void branchNameShowsItsBranchPoint() {
        lab.settings().learning().epochs().set(4);
        play();
        lab.playback().seek(2);
        lab.runController().branch();
        ComparedRun live = lab.runs().live();
        String name = new RunNames(lab.settings(), lab.runs().runsProperty().get())
                .fullName(live)
                .format(Texts.in(Language.ENGLISH));
        assertTrue(name.endsWith("branch at epoch 2"), name);
    }

    private static void assertSame(EpochReport one, EpochReport other) {
        assertEquals(one.epoch(), other.epoch());
        assertEquals(one.step(), other.step());
        assertEquals(one.trainLoss(), other.trainLoss());
        assertEquals(one.validationLoss(), other.validationLoss());
        assertEquals(one.trainAccuracy(), other.trainAccuracy());
    }

    private void play() {
        lab.playback().speedProperty().set(FULL_SPEED);
        lab.playback().playPause();
    }
}
