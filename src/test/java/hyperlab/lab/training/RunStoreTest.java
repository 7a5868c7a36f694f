package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.export.report.RunReport;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.ChangedSetting;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.PlayheadReading;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.nn.Activation;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private final TrainingViewModel lab = lab();

    private static TrainingViewModel lab() {
        return new TrainingViewModel((name, work) -> work.run(), Runnable::run);
    }

    /** Drops a figure of {@code lab} on another window. */
    private TrainingViewModel dropped() {
        TrainingViewModel other = lab();
        other.open(lab.viewStateProperty().get().experiment(), null);
        SavedRuns drawn = lab.runStore().visibleRuns();
        other.runStore().restore(drawn.isEmpty() ? "" : RunsFormat.write(drawn));
        return other;
    }

    private void twoRuns() {
        lab.settings().learning().epochs().set(4);
        lab.playback().stepForward();
        lab.settings().learning().learningRate().set(0.0001);
        lab.runController().restart();
        lab.playback().stepForward();
    }

    private static List<List<Double>> points(Curve curve) {
        return IntStream.range(0, curve.size())
                .mapToObj(k -> List.of(curve.x(k), curve.y(k)))
                .toList();
    }

    private static List<String> names(TrainingViewModel lab) {
        return lab.viewStateProperty().get().runs().stream()
                .map(run -> run.name().format(Texts.in(Language.ENGLISH)))
                .toList();
    }

    @Test
    void describesASingleRunByItsExperiment() {
        lab.playback().stepForward();
        assertTrue(lab.runStore().visibleRuns().isEmpty());
    }

    @Test
    void figureRestoresBothRunsAndTheirSeedResults() {
        twoRuns();
        lab.seeds().countProperty().set(3);
        lab.trainSeeds();
        List<LocalizedText> said = lab.summaries().seeds();
        assertTrue(said.size() > 1);

        TrainingViewModel other = dropped();

        assertEquals(said, other.summaries().seeds());
        assertEquals(List.of("learning rate 0.03", "learning rate 0.0001"), names(other));
        assertEquals(other.runs().live(), other.runs().runsProperty().get().get(1));
        assertEquals(1, other.playback().positionProperty().get());
        for (int k = 0; k < 2; k++) {
            DisplayedRun before = lab.viewStateProperty().get().runs().get(k);
            DisplayedRun after = other.viewStateProperty().get().runs().get(k);
            assertEquals(
                    points(before.run().history().loss().validation()),
                    points(after.run().history().loss().validation()));
            assertEquals(before.seeds().resulting(), after.seeds().resulting());
            assertEquals(
                    points(before.seeds().loss().upper()),
                    points(after.seeds().loss().upper()));
        }
        lab.playback().stepForward();
        other.playback().stepForward();
        assertEquals(2, other.viewStateProperty().get().reading().atPlayhead().epoch());
        assertEquals(
                lab.runs().live().history().newest().validationLoss(),
                other.runs().live().history().newest().validationLoss(),
                "it goes on from the weights where it ended");
    }

    @Test
    void undoOfOpeningAFigureRemovesItsPinnedRuns() {
        twoRuns();
        lab.runs().pin(lab.runs().runsProperty().get().get(0).id(), true);
        lab.runs().pin(lab.runs().live().id(), true);
        String figure = RunsFormat.write(lab.runStore().visibleRuns());
        TrainingViewModel other = lab();
        Experiment before = other.viewStateProperty().get().experiment();
        Experiment after = lab.viewStateProperty().get().experiment();
        Consumer<Boolean> show = opened -> {
            other.open(opened ? after : before, null);
            other.runStore().restoreExtras(opened ? figure : "");
        };
        other.undo().applyAndKeep(() -> show.accept(true));
        other.undo().record("shell.open", this, false, true, show);
        List<String> names = names(other);
        assertEquals(2, other.runs().runsProperty().get().size());
        other.undo().undo();
        assertEquals(List.of(other.runs().live()), other.runs().runsProperty().get());
        assertFalse(other.runs().live().pinned());
        assertEquals(0, other.runs().live().history().lastEpoch());
        other.undo().redo();
        assertEquals(names, names(other));
    }

    @Test
    void restoredRunShowsItsNumbersWhileItIsTrainedAgain() {
        twoRuns();
        lab.playback().speedProperty().set(lab.playback().speedCount() - 1);
        lab.playback().playPause();
        List<Runnable> waiting = new ArrayList<>();
        TrainingViewModel other = new TrainingViewModel((name, work) -> waiting.add(work), Runnable::run);
        other.open(lab.experiment(), null);
        other.runStore().restore(RunsFormat.write(lab.runStore().visibleRuns()));

        other.playback().seek(3);
        PlayheadReading shown = other.viewStateProperty().get().reading();
        assertEquals(lab.runs().live().history().atOrBefore(3), shown.atPlayhead());
        assertEquals(4, other.playback().completedProperty().get());
        assertFalse(other.runController().canBranch());
        while (!waiting.isEmpty()) {
            waiting.remove(0).run();
        }
        assertEquals(3, other.playback().positionProperty().get());
        assertEquals(shown, other.viewStateProperty().get().reading());
        assertTrue(other.runController().canBranch(), "the weights of earlier epochs are known again");
        assertEquals(
                lab.viewStateProperty().get().outcome(),
                other.viewStateProperty().get().outcome());
    }

    @Test
    void playingWhileARestoredRunIsTrainedAgainGoesOnAfterwards() {
        twoRuns();
        List<Runnable> waiting = new ArrayList<>();
        TrainingViewModel other = new TrainingViewModel((name, work) -> waiting.add(work), Runnable::run);
        other.open(lab.experiment(), null);
        other.runStore().restore(RunsFormat.write(lab.runStore().visibleRuns()));
        other.playback().stepForward();
        while (!waiting.isEmpty()) {
            waiting.remove(0).run();
        }
        lab.playback().stepForward();
        assertEquals(2, other.playback().positionProperty().get());
        assertEquals(
                points(lab.runs().live().history().loss().train()),
                points(other.runs().live().history().loss().train()));
    }

    /** Restores all runs of {@code lab} in another window. */
    private TrainingViewModel restored() {
        TrainingViewModel other = lab();
        other.open(lab.experiment(), null);
        other.runStore().restore(RunsFormat.write(lab.runStore().all().get()));
        return other;
    }

    @Test
    void runThatHadNotBegunHasNotBegunWhenRestored() {
        twoRuns();
        lab.runController().restart();
        lab.settings().learning().learningRate().set(0.3);
        assertEquals(0, lab.playback().completedProperty().get());
        TrainingViewModel other = restored();
        assertEquals(0, other.playback().completedProperty().get());
        assertEquals(0.3, other.runs().live().experiment().training().learningRate());
        assertEquals(3, other.runs().runsProperty().get().size());
        assertEquals(names(lab), names(other));
        assertEquals(
                lab.viewStateProperty().get().reference().texts(),
                other.viewStateProperty().get().reference().texts());
    }

    @Test
    void restoredRunIsComparedWithTheSameRunAsBefore() {
        twoRuns();
        lab.settings().network().activation().set(new Activation.Tanh());
        lab.playback().stepForward();
        List<ComparedRun> all = lab.runs().runsProperty().get();
        assertEquals(3, all.size());
        for (ComparedRun reference : all.subList(0, 2)) {
            lab.runs().compareWith(reference.id());
            TrainingViewModel other = restored();
            assertEquals(
                    lab.viewStateProperty().get().reference().differences(),
                    other.viewStateProperty().get().reference().differences());
        }
    }

    @Test
    void hiddenRunsAreNeitherDrawnNorSaved() {
        twoRuns();
        lab.runs().setVisible(lab.runs().reference().id(), false);
        assertTrue(lab.runStore().visibleRuns().isEmpty());
        assertEquals(2, lab.runStore().all().get().runs().size());
    }

    @Test
    void reportsVisibleRunsByTheirNamesInTheList() {
        twoRuns();
        assertEquals(List.of("learning rate 0.03", "learning rate 0.0001"), reportedNames());
        assertEquals(0, lab.runStore().hiddenCount());
        lab.runs().setVisible(lab.runs().reference().id(), false);
        assertEquals(List.of("learning rate 0.0001"), reportedNames());
        assertEquals(1, lab.runStore().hiddenCount());
    }

    private List<String> reportedNames() {
        return lab.runStore().reported(lab.settings(), Texts.in(Language.ENGLISH), List.of()).stream()
                .map(RunReport.ReportedRun::name)
                .toList();
    }

    @Test
    void savesChangesMadeDuringTheRun() {
        lab.playback().stepForward();
        lab.settings().learning().learningRate().set(0.3);
        lab.playback().stepForward();
        List<SavedRun> carried = lab.runStore().visibleRuns().runs();
        assertEquals(1, carried.size());
        assertEquals(
                ChangedSetting.LEARNING_RATE,
                carried.get(0).history().changes().get(0).setting());
        TrainingViewModel other = dropped();
        assertEquals(
                lab.runs().live().history().markers(),
                other.runs().runsProperty().get().get(0).history().markers());
    }

    /** The figure of {@code lab} shows exactly its runs, and the live one goes on from where it was. */
    private void assertReopensWithTheSameRuns() {
        TrainingViewModel other = dropped();
        assertEquals(names(lab), names(other));
        List<ComparedRun> before = lab.runs().runsProperty().get();
        List<ComparedRun> after = other.runs().runsProperty().get();
        assertEquals(before.size(), after.size());
        assertEquals(
                before.indexOf(lab.runs().live()), after.indexOf(other.runs().live()));
        assertEquals(
                lab.runs().live().history().markers(),
                other.runs().live().history().markers());
        assertEquals(
                lab.viewStateProperty().get().experiment(),
                other.viewStateProperty().get().experiment());
        for (TrainingViewModel each : List.of(lab, other)) {
            each.settings().learning().learningRate().set(0.05);
            each.playback().stepForward();
            each.playback().stepForward();
        }
        assertEquals(
                lab.runs().live().history().newest().validationLoss(),
                other.runs().live().history().newest().validationLoss());
        assertEquals(
                lab.runs().live().history().markers(),
                other.runs().live().history().markers());
    }

    @Test
    void figureOfAChangedRunReopensWithThatRunAlone() {
        lab.playback().stepForward();
        lab.settings().learning().learningRate().set(0.3);
        lab.playback().stepForward();
        lab.playback().stepForward();
        assertReopensWithTheSameRuns();
    }

    @Test
    void figureOfABranchReopensWithTheBranchAndItsOrigin() {
        lab.playback().stepForward();
        lab.settings().learning().learningRate().set(0.2);
        lab.playback().stepForward();
        lab.playback().stepForward();
        lab.playback().stepForward();
        lab.playback().seek(3);
        lab.settings().learning().learningRate().set(0.001);
        lab.runController().branch();
        lab.playback().stepForward();
        assertEquals(2, lab.runs().runsProperty().get().size());
        assertReopensWithTheSameRuns();
    }

    @Test
    void runThatCannotBeTrainedAgainShowsItsCurvesAndStartsAnew() {
        lab.settings().learning().epochs().set(100);
        lab.playback().stepForward();
        for (double rate : new double[] {0.3, 0.5, 0.01}) {
            lab.stepOnce();
            lab.settings().learning().learningRate().set(rate);
        }
        lab.playback().stepForward();
        assertEquals(
                1,
                lab.runs().live().history().markers().size(),
                "changes within one epoch are one mark, so the rates in between are not known");
        TrainingViewModel other = dropped();
        assertEquals(1, other.runs().runsProperty().get().size());
        assertEquals(
                points(lab.runs().live().history().loss().train()),
                points(other.runs().live().history().loss().train()));
        String said = other.observations().get(0).format(Texts.in(Language.ENGLISH));
        assertTrue(said.startsWith("This run comes from a file."), said);
        other.playback().stepForward();
        assertEquals(2, other.viewStateProperty().get().reading().atPlayhead().epoch(), "it cannot go on");
        other.playback().playPause();
        other.playback().playPause();
        assertEquals(
                2, other.runs().runsProperty().get().size(), "playing starts a new run and keeps the one of the file");
    }

    @Test
    void experimentFileCarriesItsRuns(@TempDir Path folder) throws IOException {
        twoRuns();
        Document.OfExperiment document = new Document.OfExperiment(lab.experiment());
        Path file = folder.resolve("two.hyperlab.json");
        Files.writeString(file, Documents.write(document, lab.runStore().all().get()));
        assertEquals(document, Documents.read(file), "the runs do not change the experiment");
        TrainingViewModel other = new TrainingViewModel((name, work) -> work.run(), Runnable::run);
        other.open(document, folder);
        other.runStore().restore(Documents.readRuns(file));
        assertEquals(
                lab.runs().runsProperty().get().size(),
                other.runs().runsProperty().get().size());
        Files.writeString(file, Documents.write(document));
        assertEquals("", Documents.readRuns(file));
        Files.writeString(file, Documents.write(document).replaceFirst("\\{", "{\"runs\": {\"format\": \"no\"},"));
        assertThrows(InvalidInputException.class, () -> Documents.readRuns(file));
    }
}
