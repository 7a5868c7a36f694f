package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.file.ExperimentOverrides;
import hyperlab.lab.training.run.ChangeMarker;
import hyperlab.lab.training.settings.DataEdits;
import hyperlab.lab.training.settings.ExperimentSummary;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playing, changing settings during a run, and what the lab says about it. */
class TrainingViewModelTest extends TrainingLabFixture {
    @Test
    void showsEpochZeroBeforeAnyStep() {
        assertEquals(0, lab.playback().completedProperty().get());
        assertEquals(0, readout().atPlayhead().epoch());
        assertEquals(100, lab.playback().lengthProperty().get());
    }

    @Test
    void playingAtFullSpeedStopsAtTheEnd() {
        playToTheEnd();
        assertFalse(lab.playback().playingProperty().get());
        assertEquals(100, lab.playback().completedProperty().get());
        assertEquals(100, lab.playback().positionProperty().get());
        assertInstanceOf(
                TrainingOutcome.Completed.class, lab.viewStateProperty().get().outcome());
    }

    @Test
    void historyMatchesCoreRunBitForBit() {
        playToTheEnd();
        List<EpochReport> expected = new ArrayList<>();
        new TrainingRun(Experiment.DEFAULT, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null)
                .train(expected::add, () -> false);
        assertEquals(101, expected.size());
        for (EpochReport row : expected) {
            lab.playback().seek(row.epoch());
            EpochReport shown = readout().atPlayhead();
            assertArrayEquals(numbers(row), numbers(shown));
        }
    }

    @Test
    void ensembleHistoryMatchesCoreRun() {
        Experiment three = Experiment.DEFAULT
                .withTraining(TrainingSettings.DEFAULT.withEpochs(4))
                .withEnsemble(3);
        long alone = lab.viewStateProperty().get().facts().parameters();
        lab.open(three, null);
        assertEquals(3 * alone, lab.viewStateProperty().get().facts().parameters());
        playToTheEnd();
        List<EpochReport> expected = new ArrayList<>();
        new TrainingRun(three, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null)
                .train(expected::add, () -> false);
        for (EpochReport row : expected) {
            lab.playback().seek(row.epoch());
            assertArrayEquals(numbers(row), numbers(readout().atPlayhead()));
        }
        assertTrue(lab.observations().contains(LocalizedText.of("training.see.ensemble", "3")));
        assertEquals(
                "Two moons, ReLU 8–8, ensemble of 3",
                ExperimentSummary.of(three).format(Texts.in(Language.ENGLISH)));
    }

    /** A few samples near the other class make up most of the training loss; the validation part has none of them. */
    @Test
    void saysWhyTheValidationLossIsFarBelow() {
        lab.setOnStage(true);
        playToTheEnd();
        assertTrue(lab.observations().contains(LocalizedText.of("training.see.hard", "12", "400", "89")));
        lab.open(Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(1)), null);
        playToTheEnd();
        assertTrue(lab.observations().stream().noneMatch(text -> text.key().equals("training.see.hard")));
    }

    @Test
    void stepsOneEpochAtATime() {
        lab.playback().stepForward();
        assertEquals(1, lab.playback().completedProperty().get());
        lab.playback().stepForward();
        assertEquals(2, lab.playback().positionProperty().get());
    }

    @Test
    void stepsOneBatchAtATime() {
        lab.stepOnce();
        lab.stepOnce();
        assertEquals(2, lab.viewStateProperty().get().step());
        assertEquals(2 * 32 / 400.0, lab.viewStateProperty().get().epochPosition(), 1e-12);
        lab.playback().stepForward();
        assertEquals(13, lab.viewStateProperty().get().step());
    }

    @Test
    void pacedPlaybackRunsAsManyEpochsAsTimeAllows() {
        lab.playback().speedProperty().set(3);
        lab.playback().playPause();
        for (int pulse = 0; pulse < 30; pulse++) {
            lab.pulse(1 / 60.0 + 1e-9);
        }
        assertEquals(5, lab.playback().completedProperty().get());
        lab.playback().playPause();
        lab.pulse(1);
        assertEquals(5, lab.playback().completedProperty().get());
    }

    @Test
    void scrubbingBackShowsThatEpochAndPlayResumesFromNewest() {
        steps(5);
        EpochReport newest = readout().atPlayhead();
        lab.playback().seek(2);
        assertEquals(2, readout().atPlayhead().epoch());
        lab.playback().stepForward();
        assertEquals(3, lab.playback().positionProperty().get());
        assertEquals(5, lab.playback().completedProperty().get());
        playToTheEnd();
        assertEquals(100, lab.playback().positionProperty().get());
        assertTrue(readout().atPlayhead().trainLoss() < newest.trainLoss());
    }

    @Test
    void rateChangeAppliesFromTheNextStepAndIsMarked() {
        steps(3);
        lab.stepOnce();
        lab.settings().learning().learningRate().set(0.1);
        assertEquals(List.of(), lab.viewStateProperty().get().markers());
        lab.playback().stepForward();
        ChangeMarker mark = lab.viewStateProperty().get().markers().get(0);
        assertEquals("training.learningRate", mark.nameKey());
        assertEquals(40, mark.step());
        assertEquals(3 + 32 / 400.0, mark.epoch(), 1e-12);
        assertEquals("Learning rate η 0.03 → 0.1", english(mark.description()));
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        assertEquals(0.1, readout().atPlayhead().learningRate());
    }

    @Test
    void batchSizeChangeUpdatesTheStepsOfTheNextEpoch() {
        steps(1);
        lab.settings().learning().batchSize().set(BatchSize.FULL);
        steps(1);
        assertEquals(14, lab.viewStateProperty().get().step());
        assertEquals(
                "Batch size 32 → full",
                english(lab.viewStateProperty().get().markers().get(0).description()));
    }

    @Test
    void changesOfOneGestureShareOneMarker() {
        lab.settings().learning().epochs().set(1000);
        steps(3);
        for (double rate = 0.04; rate < 0.1; rate += 0.01) {
            lab.settings().learning().learningRate().set(rate);
            steps(1);
        }
        assertEquals(1, lab.viewStateProperty().get().markers().size());
        assertEquals(3, lab.viewStateProperty().get().markers().get(0).epoch());
        assertEquals(
                0.03,
                lab.viewStateProperty()
                        .get()
                        .markers()
                        .get(0)
                        .before()
                        .training()
                        .learningRate());
    }

    @Test
    void settingsApplyImmediatelyBeforeTheFirstStep() {
        lab.settings().network().activation().set(new Activation.Tanh());
        lab.settings().network().hidden().set(List.of(4));
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        assertEquals(
                new Activation.Tanh(),
                lab.viewStateProperty().get().experiment().network().activation());
        assertEquals(2 * 4 + 4 + 4 * 2 + 2, facts().parameters());
        assertNull(lab.viewStateProperty().get().reference());
    }

    @Test
    void otherSettingsRestartAtOnce() {
        steps(2);
        lab.settings().network().activation().set(new Activation.Tanh());
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        assertEquals(1, previous().differences().size(), "the run before stays");
        assertTrue(lab.viewStateProperty().get().runs().get(0).ghost());
        assertEquals(0, lab.playback().completedProperty().get());
        assertEquals(
                new Activation.Tanh(),
                lab.viewStateProperty().get().experiment().network().activation());
    }

    @Test
    void columnsOfDifferentScaleSuggestStandardizing() {
        assertFalse(saysUneven());
        lab.settings().data().source().set("breastCancer");
        assertTrue(saysUneven());
        lab.settings().data().standardize().set(true);
        assertFalse(saysUneven());
    }

    @Test
    void pixelsOnOneScaleDoNotSuggestStandardizing() {
        lab.settings().data().source().set("digits");
        assertFalse(saysUneven());
    }

    @Test
    void trainsDescribesAndCountsConvolutions() {
        lab.open(
                ExperimentOverrides.with(
                        Experiment.DEFAULT,
                        List.of(
                                "data.source=digits",
                                "data.samples=200",
                                "network.convolutions=[{\"filters\": 4}, {\"filters\": 6, \"pool\": 1}]")),
                null);
        int hyperparameters = lab.settings().hyperparameterCount();
        steps(2);

        assertEquals(
                4 * 10 + 6 * (4 * 9 + 1) + 8 * (6 * 16 + 1) + 8 * 9 + 10 * 9,
                lab.viewStateProperty().get().facts().parameters());
        assertEquals("Digits, convolutions 4–6, ReLU 8–8", english(ExperimentSummary.of(lab.experiment())));
        lab.settings().network().hidden().set(List.of());
        assertEquals("Digits, convolutions 4–6, ReLU", english(ExperimentSummary.of(lab.experiment())));

        lab.settings().data().source().set("iris");

        assertEquals(List.of(), lab.experiment().network().convolutions());
        assertEquals("Iris, no hidden layer", english(ExperimentSummary.of(lab.experiment())));
        assertEquals(hyperparameters - 1, lab.settings().hyperparameterCount());
        assertTrue(previous().differences().stream()
                .map(difference -> english(difference.description()))
                .anyMatch(("Convolutions 4 filters 3 × 3 (stride 1, padding 1, pooling 2), 6 filters 3 × 3"
                        + " (stride 1, padding 1, pooling 1) → none")::equals));
        lab.undo().undo();
        assertEquals(2, lab.experiment().network().convolutions().size());
        lab.settings().data().source().set("mnist");
        assertEquals(2, lab.experiment().network().convolutions().size());
    }

    private boolean saysUneven() {
        return lab.observations().stream().anyMatch(text -> text.key().equals("training.see.uneven"));
    }

    @Test
    void showsSquaredErrorInTheUnitOfTheTarget() {
        lab.settings().data().source().set("diabetes");
        steps(1);
        double loss = readout().atPlayhead().validationLoss();
        assertTrue(lab.observations()
                .contains(LocalizedText.of("training.see.off", NumberFormats.format(Math.sqrt(2 * loss), 2))));
    }

    @Test
    void playingAFinishedRunRestartsIt() {
        playToTheEnd();
        lab.settings().learning().learningRate().set(0.001);
        assertEquals(0, lab.playback().completedProperty().get());
        playToTheEnd();
        assertEquals(
                0.001, lab.viewStateProperty().get().experiment().training().learningRate());
        assertEquals(100, lab.playback().completedProperty().get());
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        assertEquals(1, previous().differences().size());
    }

    @Test
    void divergingRunEndsAtItsLastFinitePoint() {
        lab.settings().learning().optimizer().kind().set(Sgd.DEFAULT);
        lab.settings().network().activation().set(new Activation.Linear());
        lab.settings().data().source().set("plane");
        lab.settings().learning().learningRate().set(1000.0);
        playToTheEnd();
        TrainingOutcome.Diverged outcome = assertInstanceOf(
                TrainingOutcome.Diverged.class, lab.viewStateProperty().get().outcome());
        assertEquals(outcome.epochs(), lab.runs().live().history().lastEpoch());
        assertEquals(outcome.epochs(), lab.playback().completedProperty().get());
        assertFalse(lab.playback().playingProperty().get());
        assertTrue(lab.observations().stream().anyMatch(seen -> seen.key().equals("training.see.diverged")));
        lab.playback().stepForward();
        assertEquals(outcome.epochs(), lab.playback().completedProperty().get());
    }

    @Test
    void rejectedValuePreservesTheLastValidOne() {
        assertThrows(
                InvalidInputException.class,
                () -> lab.settings().learning().learningRate().set(-1.0));
        assertThrows(
                InvalidInputException.class,
                () -> lab.settings().network().dropout().set(1.0));
        assertEquals(Experiment.DEFAULT, lab.experiment());
        assertFalse(lab.undo().canUndoProperty().get());
    }

    @Test
    void nesterovRequiresMomentum() {
        lab.settings().learning().optimizer().kind().set(new Sgd(0.9, true));
        lab.settings()
                .learning()
                .optimizer()
                .constant(OptimizerConstant.MOMENTUM)
                .set(0.0);
        assertEquals(Sgd.DEFAULT, lab.settings().learning().optimizer().kind().get());
    }

    @Test
    void restoresEveryKeyOfAnOpenedExperiment() {
        Experiment opened = new Experiment(
                "by hand",
                7,
                new DataSettings("spiral", 120, 0.2, 0.7, SplitOrder.SEQUENTIAL, true, null, null),
                new NetworkSettings(
                        List.of(), List.of(5), new Activation.Elu(0.5), 0.25, new Initializer.Uniform(0.3), null),
                new TrainingSettings(
                        Loss.SQUARED_ERROR,
                        new RmsProp(0.8, 1e-6),
                        0.01,
                        new Schedule.CosineAnnealing(0.001, 2),
                        new BatchSize(24),
                        false,
                        40,
                        new Penalty(0.001, 0.002),
                        5),
                1);
        lab.open(opened, null);
        assertEquals(opened, lab.experiment());
        lab.settings().learning().learningRate().set(0.02);
        lab.settings().learning().learningRate().set(0.01);
        lab.settings().network().hidden().set(List.of(6));
        lab.settings().network().hidden().set(List.of(5));
        lab.settings().data().noise().set(0.3);
        lab.settings().data().noise().set(0.2);
        assertEquals(opened, lab.experiment());
    }

    @Test
    void readsTableInTheFolderOfTheExperiment(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.csv"), "a,b,kind\n1,2,x\n2,1,y\n3,4,x\n4,3,y\n");
        Experiment opened = Experiment.DEFAULT.withData(DataEdits.withCsv(
                DataSettings.DEFAULT, new hyperlab.data.CsvSettings("own.csv", "kind", List.of(), null, false)));
        lab.open(opened, folder);
        assertEquals(3, facts().trainRows());
        assertEquals(folder, lab.table().folder());
        steps(1);
        assertEquals(1, lab.playback().completedProperty().get());
        lab.settings().data().source().set("moons");
        assertEquals(List.of("own.csv", "Two moons"), names(), "a table is named by its file");
    }

    @Test
    void reportsMissingTableAndUndoRestoresTheSource(@TempDir Path folder) {
        lab.settings()
                .table()
                .csv()
                .set(new hyperlab.data.CsvSettings(
                        folder.resolve("none.csv").toString(), "kind", List.of(), null, false));
        InvalidInputException error = lab.viewStateProperty().get().error();
        assertNotNull(error);
        assertTrue(error.getMessage().contains("none.csv"), error.getMessage());
        lab.playback().playPause();
        assertFalse(lab.playback().playingProperty().get());
        lab.undo().undo();
        assertNull(lab.viewStateProperty().get().error());
        assertEquals(0, readout().atPlayhead().epoch());
    }

    @Test
    void saysWhatIsMissingIfThereIsNothingToTrainOn() {
        lab.points().begin();
        lab.points().clear();
        assertEquals(List.of(LocalizedText.of("training.see.noPoints")), lab.observations());
        lab.points().startFrom(DataGenerator.MOONS);
        assertEquals("training.see.ready", lab.observations().get(0).key());
        lab.settings().table().csv().set(new hyperlab.data.CsvSettings("none.csv", "kind", List.of(), null, false));
        assertEquals(List.of(LocalizedText.of("training.see.failed")), lab.observations());
    }

    /** Several changes in a row would leave a heap of short curves with long names. */
    @Test
    void runsThatOtherSettingsInterruptAreNotKept() {
        lab.settings().learning().epochs().set(3);
        steps(2);
        lab.settings().learning().l2().set(0.01);
        lab.playback().startOver();
        assertEquals(1, lab.runs().runsProperty().get().size());
        assertEquals(0, lab.playback().completedProperty().get());
        steps(3);
        lab.settings().learning().l2().set(0.1);
        lab.playback().startOver();
        assertEquals(2, lab.runs().runsProperty().get().size(), "a run that has ended stays");
        steps(1);
        lab.playback().reset();
        assertEquals(3, lab.runs().runsProperty().get().size(), "as does one that the user starts again");
    }

    @Test
    void closingEndsTheRun() {
        steps(1);
        lab.close();
        lab.playback().playPause();
        assertEquals(1, lab.playback().completedProperty().get());
    }

    @Test
    void numberOfSamplesThatFollowsFromTheTableCannotBeReverted() {
        lab.settings().data().samples().set(100);
        lab.runController().restart();
        steps(1);
        lab.controlledComparison().start();
        lab.settings().data().source().set("iris");
        assertEquals(2, lab.controlledComparison().differences().size());
        assertFalse(lab.controlledComparison().canRevertOthers("training.source"));
    }

    @Test
    void appliesScheduleDropoutAndPenaltyMidRunAsTheCoreDoes() {
        steps(3);
        lab.settings().learning().schedule().kind().set(new Schedule.StepDecay(2, 0.5, 0));
        lab.settings().network().dropout().set(0.25);
        lab.settings().learning().l2().set(0.01);
        assertEquals(List.of(), lab.runController().pendingChangesProperty().get());
        steps(3);
        assertEquals(
                List.of("training.schedule", "training.dropout", "training.l2"),
                lab.viewStateProperty().get().markers().stream()
                        .map(ChangeMarker::nameKey)
                        .toList());
        TrainingRun run =
                new TrainingRun(Experiment.DEFAULT, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null);
        while (run.epoch() < 3) {
            run.step();
        }
        run.change(lab.experiment());
        while (run.epoch() < 6) {
            run.step();
        }
        assertArrayEquals(numbers(run.report()), numbers(readout().atPlayhead()));
    }

    @Test
    void evaluatesHeldOutRowsOnceAfterTheRunEnds() {
        lab.settings().data().splitSettings().testFraction().set(0.2);
        lab.settings().learning().epochs().set(3);
        lab.settings().learning().patience().set(2);
        Experiment held = lab.experiment();
        assertEquals(100, lab.viewStateProperty().get().facts().testRows());
        lab.playback().stepForward();
        lab.playback().stepForward();
        assertNull(lab.runs().live().history().test());
        lab.playback().stepForward();
        TrainingRun run = new TrainingRun(held, DataSplitter.loadAndSplit(held.data(), held.seed(), null), null);
        run.train(report -> {}, () -> false);
        assertEquals(run.test(), lab.runs().live().history().test());
        lab.runController().restart();
        assertNull(lab.runs().live().history().test());
    }
}
