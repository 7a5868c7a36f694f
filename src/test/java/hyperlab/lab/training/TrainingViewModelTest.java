package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.training.RunLine;
import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunsFormat;
import hyperlab.finding.Severity;
import hyperlab.lab.training.run.ChangeMarker;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.PlayheadReading;
import hyperlab.lab.training.run.ReferenceRun;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.RunNames;
import hyperlab.lab.training.settings.DataEdits;
import hyperlab.lab.training.settings.ExperimentSummary;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.stage.CurveModels;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {
    private static final int FULL_SPEED = 6;

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

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
    void preservesThePreviousRunAndNamesTheDifference() {
        steps(4);
        lab.playback().reset();
        assertEquals(List.of(), previous().differences());
        lab.settings().learning().learningRate().set(0.3);
        assertEquals(List.of("learning rate 0.03", "learning rate 0.3"), names());
        assertEquals(
                List.of("η 0.03", "η 0.3"),
                new CurveModels(false, false, false, false)
                        .loss(lab.viewStateProperty().get(), Texts.in(Language.ENGLISH)).runs().stream()
                                .map(RunLine::shortName)
                                .toList());
        assertEquals(4, lab.runs().reference().history().lastEpoch());
        assertEquals(LocalizedText.of("training.differs.same"), previous().sharedSettingsText());
        lab.settings().seed().set(7L);
        assertEquals(LocalizedText.of("training.differs.several"), previous().sharedSettingsText());
        assertEquals(2, previous().differences().size());
        assertEquals(List.of("η 0.03, seed 42", "η 0.3, seed 7"), names());
        assertEquals(0, lab.playback().completedProperty().get());
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

    private static String english(LocalizedText text) {
        return text.format(Texts.in(Language.ENGLISH));
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
    void aRateChangedDuringTrainingIsADifference() {
        steps(3);
        lab.runController().restart();
        steps(1);
        assertEquals(LocalizedText.of("training.differs.none"), previous().sharedSettingsText());
        lab.settings().learning().learningRate().set(0.82);
        steps(3);
        assertEquals(List.of(), previous().differences());
        assertEquals(1, previous().differenceCount());
        assertEquals(Severity.NOTE, previous().severity());
        assertEquals(
                "Changed while this run trained: Learning rate η 0.03 → 0.82 at step 13. "
                        + "Same data, same initial weights, same order of the samples.",
                comparison());
        assertEquals(
                "Learning rate η 0.03 → 0.82 at epoch 1, step 13; takes effect at the next step.",
                english(lab.observations().get(lab.observations().size() - 1)));
        assertEquals(List.of("learning rate 0.03", "learning rate 0.03 → 0.82"), names());
        assertEquals(
                List.of("learning rate 0.03 (same settings at the start)"),
                lab.summaries().others().stream()
                        .map(TrainingViewModelTest::english)
                        .toList());

        lab.runController().restart();
        assertEquals(Severity.NOTE, previous().severity());
        assertEquals(List.of("learning rate 0.03 → 0.82", "learning rate 0.82"), names());
        assertEquals(
                "Learning rate η 0.03 → 0.82. "
                        + "Changed while the other run trained: Learning rate η 0.03 → 0.82 at step 13. "
                        + "Same data, same initial weights, same order of the samples.",
                comparison());
        lab.settings().learning().l2().set(0.1);
        assertEquals(Severity.WARNING, previous().severity());
        assertEquals(2, previous().differenceCount());
    }

    @Test
    void aRateThatWasChangedAndSetBackDoesNotGiveTheSameCurves() {
        steps(3);
        lab.runController().restart();
        steps(1);
        lab.settings().learning().learningRate().set(0.82);
        lab.stepOnce();
        lab.settings().learning().learningRate().set(0.03);
        steps(1);
        assertEquals(List.of(), lab.viewStateProperty().get().markers());
        assertEquals(0, previous().differenceCount());
        assertEquals(LocalizedText.of("training.differs.none.apart"), previous().sharedSettingsText());
    }

    private String comparison() {
        return previous().texts().stream().map(TrainingViewModelTest::english).collect(Collectors.joining(" "));
    }

    private List<String> names() {
        return lab.viewStateProperty().get().runs().stream()
                .map(run -> english(run.name()))
                .toList();
    }

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
    void runsAreNamedByWhatIsUnusualAboutThem() {
        lab.settings().learning().l2().set(0.0);
        steps(1);
        lab.settings().learning().batchSize().set(new BatchSize(4));
        lab.runController().restart();
        steps(1);
        lab.settings().learning().batchSize().set(new BatchSize(32));
        lab.settings().learning().l2().set(0.03);
        lab.runController().restart();
        RunNames names = new RunNames(lab.settings(), lab.runs().runsProperty().get());
        assertEquals(
                List.of("L2 0", "batch size 4", "L2 0.03"),
                lab.runs().runsProperty().get().stream()
                        .map(run -> english(names.name(run)))
                        .toList());
    }

    private List<String> listNames() {
        RunNames names = RunNames.ofList(lab.settings(), lab.runs());
        return lab.runs().runsProperty().get().stream()
                .map(run -> english(names.fullName(run)))
                .toList();
    }

    @Test
    void namesOnChartsTellWhatDiffersAmongDrawnRuns() {
        lab.points().startFrom(DataGenerator.CIRCLE);
        for (int point = 0; point < 3; point++) {
            lab.points().add(point, 0);
            steps(1);
            lab.runController().restart();
        }
        int drawnPoints = lab.runs().reference().id();
        lab.settings().data().source().set("moons");
        steps(1);
        lab.settings().learning().batchSize().set(new BatchSize(4));
        lab.runController().restart();
        assertEquals(List.of("batch size 32", "batch size 4"), names());
        assertEquals(List.of("Points 101", "Points 102", "Points 103", "batch size 32", "batch size 4"), listNames());
        lab.runs().setVisible(drawnPoints, true);
        assertEquals(List.of("Drawn points", "batch size 32", "batch size 4"), names());
        assertEquals(names(), listNames().subList(2, 5));
        lab.runs().setVisible(drawnPoints, false);
        lab.runs().setVisible(lab.runs().reference().id(), false);
        assertEquals("Two moons, B 4", listNames().get(4), "the only drawn run has a name in the list as well");
    }

    @Test
    void ofManyDifferencesTheFirstNamesARunIfItIsEnough() {
        steps(1);
        lab.settings().learning().batchSize().set(new BatchSize(4));
        lab.runController().restart();
        steps(1);
        lab.runs().pin(lab.runs().runsProperty().get().get(0).id(), true);
        lab.runs().pin(lab.runs().live().id(), true);
        lab.open(
                ExperimentOverrides.with(
                        Experiment.DEFAULT,
                        List.of(
                                "data.source=circle",
                                "data.noise=0.3",
                                "network.hidden=[16]",
                                "training.learningRate=0.01",
                                "seed=1")),
                null);
        assertEquals(List.of("Two moons", "batch size 4", "Circle"), names());
        lab.runs().pin(lab.runs().live().id(), true);
        lab.runController().restart();
        lab.settings().seed().set(7L);
        assertEquals("Circle, noise 0.3, +3", names().get(2), "the source does not tell it from the last run");
    }

    /** A run that is repeated is drawn over the run before: the charts use the names of the list. */
    @Test
    void namesRunsWithTheSameSettingsAsInTheList() {
        steps(1);
        lab.settings().data().noise().set(0.4);
        steps(1);
        lab.runController().restart();
        steps(1);
        assertEquals(List.of("noise 0.1", "noise 0.4", "noise 0.4 (2)"), listNames());
        assertEquals(List.of("noise 0.4", "noise 0.4 (2)"), names());
    }

    @Test
    void doesNotClaimRunsShareWhatDiffers() {
        steps(1);
        lab.runController().restart();
        assertEquals(LocalizedText.of("training.differs.none"), previous().sharedSettingsText());
        lab.settings().seed().set(7L);
        assertEquals(LocalizedText.of("training.differs.seed"), previous().sharedSettingsText());
        lab.undo().undo();
        lab.settings().data().noise().set(0.3);
        assertEquals(LocalizedText.of("training.differs.data"), previous().sharedSettingsText());
        lab.undo().undo();
        lab.settings().network().hidden().set(List.of(2));
        assertEquals(LocalizedText.of("training.differs.network"), previous().sharedSettingsText());
        lab.undo().undo();
        lab.settings().ensemble().set(2);
        assertEquals(LocalizedText.of("training.differs.ensemble"), previous().sharedSettingsText());
        lab.undo().undo();
        lab.settings().learning().l1().set(0.1);
        assertEquals(LocalizedText.of("training.differs.same"), previous().sharedSettingsText());
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
    void reportsEarlierLowerLoss() {
        lab.settings().learning().optimizer().kind().set(new Sgd(0.9, false));
        lab.settings().learning().learningRate().set(1.5);
        lab.settings().learning().epochs().set(40);
        playToTheEnd();
        assertTrue(lab.observations().stream().anyMatch(seen -> seen.key().equals("training.see.leapt")));
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

    @Test
    void closingEndsTheRun() {
        steps(1);
        lab.close();
        lab.playback().playPause();
        assertEquals(1, lab.playback().completedProperty().get());
    }

    private void steps(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            lab.playback().stepForward();
        }
    }

    private void playToTheEnd() {
        lab.playback().speedProperty().set(FULL_SPEED);
        lab.playback().playPause();
    }

    private PlayheadReading readout() {
        PlayheadReading readout = lab.viewStateProperty().get().reading();
        assertNotNull(readout);
        return readout;
    }

    private RunFacts facts() {
        RunFacts facts = lab.viewStateProperty().get().facts();
        assertNotNull(facts);
        return facts;
    }

    private ReferenceRun previous() {
        ReferenceRun previous = lab.viewStateProperty().get().reference();
        assertNotNull(previous);
        return previous;
    }

    private static double[] numbers(EpochReport row) {
        return new double[] {
            row.epoch(),
            row.step(),
            row.trainLoss(),
            row.validationLoss(),
            row.trainAccuracy(),
            row.validationAccuracy()
        };
    }

    @Test
    void drawsAndReadsPinnedRunsAtTheSameEpoch() {
        steps(4);
        lab.runs().pin(lab.runs().live().id(), true);
        lab.settings().learning().learningRate().set(0.3);
        lab.runController().restart();
        steps(2);
        lab.settings().learning().learningRate().set(0.003);
        lab.runController().restart();
        steps(6);
        List<DisplayedRun> shown = lab.viewStateProperty().get().runs();
        assertEquals(3, shown.size());
        assertNull(shown.get(0).atPlayhead());
        lab.playback().seek(2);
        for (DisplayedRun run : lab.viewStateProperty().get().runs()) {
            assertEquals(2, run.atPlayhead().epoch());
        }
        lab.setCursor(3);
        assertEquals(
                List.of(true, false, true),
                lab.viewStateProperty().get().runs().stream()
                        .map(run -> run.atPointer() != null)
                        .toList());
        lab.setCursor(null);
        assertNull(lab.viewStateProperty().get().cursor());
        lab.runs().setVisible(shown.get(0).run().id(), false);
        assertEquals(2, lab.viewStateProperty().get().runs().size());
        assertEquals(100, lab.viewStateProperty().get().lastEpoch());
    }

    @Test
    void changeOneThingFixesDataAndStartAndWarnsOfASecond() {
        steps(2);
        lab.controlledComparison().start();
        assertTrue(lab.runs().live().pinned());
        assertEquals(List.of(), lab.controlledComparison().differences());
        lab.settings().network().hidden().set(List.of(3));
        assertEquals(1, lab.controlledComparison().differences().size());
        lab.settings().learning().learningRate().set(0.1);
        assertEquals(2, lab.controlledComparison().differences().size());
        assertTrue(lab.controlledComparison().canRevertOthers("training.learningRate"));
        lab.controlledComparison().revertOthers("training.learningRate");
        assertEquals(List.of(8, 8), lab.settings().network().hidden().get());
        assertEquals(0.1, lab.settings().learning().learningRate().get());
        lab.undo().undo();
        assertEquals(List.of(3), lab.settings().network().hidden().get());
        lab.runController().restart();
        assertEquals(2, lab.controlledComparison().differences().size());
        lab.controlledComparison().stop();
        assertEquals(List.of(), lab.controlledComparison().differences());
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
    void restoresRunsWithAllTheirChangesInAnotherSession() {
        steps(4);
        int first = lab.runs().live().id();
        lab.runs().pin(first, true);
        lab.runs().rename(first, "slow");
        lab.runs().setStyle(first, 3);
        lab.settings().learning().learningRate().set(0.3);
        lab.runController().restart();
        steps(2);
        lab.open(new hyperlab.playground.PlaygroundExperiment(
                hyperlab.playground.PlaygroundLink.parse("#seed=0.4", () -> 0), 5));
        String kept = RunsFormat.write(lab.runStore().all().get());
        TrainingViewModel later = new TrainingViewModel((name, work) -> work.run(), Runnable::run);
        assertTrue(later.runStore().all().get().isEmpty());
        later.open(lab.experiment(), null);
        later.runStore().restore(kept);
        List<ComparedRun> runs = later.runs().runsProperty().get();
        assertEquals(4, runs.size());
        assertEquals("slow", runs.get(0).name());
        assertEquals(3, runs.get(0).style());
        assertTrue(runs.get(0).pinned());
        assertEquals(0.3, runs.get(1).experiment().training().learningRate());
        assertTrue(runs.get(2).isPlayground());
        assertEquals(
                lab.runs().runsProperty().get().get(0).history().atOrBefore(3).validationLoss(),
                runs.get(0).history().atOrBefore(3).validationLoss());
        assertEquals(later.runs().live(), runs.get(3));
        assertEquals(4, runs.stream().map(ComparedRun::style).distinct().count());
        assertEquals(kept, RunsFormat.write(later.runStore().all().get()));
        later.runStore().restore(kept);
        assertEquals(4, later.runs().runsProperty().get().size());
        assertThrows(InvalidInputException.class, () -> later.runStore().restore("{}"));
        later.runStore().restore("");
        assertEquals(List.of(later.runs().live()), later.runs().runsProperty().get());
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
    void figureListsTheOtherRunsItDraws() {
        assertEquals(List.of(), lab.summaries().others());
        steps(1);
        lab.settings().learning().learningRate().set(0.3);
        lab.settings().seed().set(7L);
        lab.runController().restart();
        assertEquals(
                List.of("η 0.03, seed 42 (Learning rate η 0.3 → 0.03, Random seed 7 → 42)"),
                lab.summaries().others().stream()
                        .map(TrainingViewModelTest::english)
                        .toList());
    }

    @Test
    void readsAllCurvesAtThePointerOrThePlayHead() {
        Texts english = Texts.in(Language.ENGLISH);
        steps(3);
        lab.playback().seek(2);
        CurveModels quiet = new CurveModels(false, false, false, false);
        CurveModels reading = new CurveModels(false, false, true, false);
        assertNull(quiet.loss(lab.viewStateProperty().get(), english).marks().crosshair());
        EpochReport at = readout().atPlayhead();
        assertEquals(
                at.validationLoss(),
                reading.loss(lab.viewStateProperty().get(), english)
                        .marks()
                        .crosshair()
                        .rows()
                        .get(0)
                        .validation());
        lab.setCursor(1);
        assertEquals(
                1,
                quiet.accuracy(lab.viewStateProperty().get(), english)
                        .marks()
                        .crosshair()
                        .epoch());
        assertEquals(
                1,
                reading.loss(lab.viewStateProperty().get(), english)
                        .marks()
                        .crosshair()
                        .epoch());
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
