package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.training.RunLine;
import hyperlab.data.DataGenerator;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunsFormat;
import hyperlab.finding.Severity;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.RunNames;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.stage.CurveModels;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The runs that are drawn together: their names, their differences, and their values at the same epoch. */
class RunComparisonTest extends TrainingLabFixture {
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
                        .map(TrainingLabFixture::english)
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
        return previous().texts().stream().map(TrainingLabFixture::english).collect(Collectors.joining(" "));
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
    void reportsEarlierLowerLoss() {
        lab.settings().learning().optimizer().kind().set(new Sgd(0.9, false));
        lab.settings().learning().learningRate().set(1.5);
        lab.settings().learning().epochs().set(40);
        playToTheEnd();
        assertTrue(lab.observations().stream().anyMatch(seen -> seen.key().equals("training.see.leapt")));
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
    void figureListsTheOtherRunsItDraws() {
        assertEquals(List.of(), lab.summaries().others());
        steps(1);
        lab.settings().learning().learningRate().set(0.3);
        lab.settings().seed().set(7L);
        lab.runController().restart();
        assertEquals(
                List.of("η 0.03, seed 42 (Learning rate η 0.3 → 0.03, Random seed 7 → 42)"),
                lab.summaries().others().stream()
                        .map(TrainingLabFixture::english)
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
}
