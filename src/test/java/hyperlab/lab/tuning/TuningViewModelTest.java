package hyperlab.lab.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.series.Curve;
import hyperlab.chart.tuning.TrialChart;
import hyperlab.data.DataSettings;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Studies: their space, their budget, their trials, and their files. */
class TuningViewModelTest extends TuningLabFixture {
    @Test
    void showsTheTrialsOfAnotherProgramAsTheyEnded() {
        lab.open(
                OptunaStudy.read(Path.of("src/test/resources/hyperlab/file/optuna/other.journal"), null, null)
                        .document(),
                folder);

        assertEquals(List.of(), refused);
        assertEquals(SearchState.SearchStatus.DONE, snapshot().search().status());
        assertEquals(15, snapshot().rows().size());
        assertEquals(14, snapshot().finishedTrials().size());
        assertEquals(TrialRecord.TrialStatus.RUNNING, snapshot().rows().get(14).state());
        assertEquals(7, snapshot().best().orElseThrow().trial());
        assertEquals(
                "a cross where a trial was stopped",
                new TuningText(Texts.in(Language.ENGLISH)).curvesCaption(lab.study()));
        lab.settings().methodProperty().set("random");
        assertEquals(15, snapshot().rows().size(), "nothing here can run them");
        lab.tune("bowl");
        assertEquals(0, snapshot().rows().size());
        lab.undo().undo();
        assertEquals(15, snapshot().rows().size());
    }

    @Test
    void saysWhyThereAreNoCurvesAndHowManyAreThinned() {
        TuningText text = new TuningText(Texts.in(Language.ENGLISH));
        TuningStudy table = OptunaStudy.read(Path.of("src/test/resources/hyperlab/file/optuna/other.csv"), null, null)
                .document()
                .study();
        assertTrue(text.missingCurves(table).startsWith("This study has no values from while its trials ran"));
        assertEquals(
                "The curves of the trials that run now appear here.", text.missingCurves(DefaultStudies.firstStudy()));
        TrialCurve whole = new TrialCurve(List.of(0, 1, 2, 3), List.of(4.0, 3.0, 2.0, 1.0), 4);
        SearchMethod.Recorded method = new SearchMethod.Recorded(
                "",
                List.of(
                        new SearchMethod.Recorded.RecordedTrial(0, Map.of(), whole),
                        new SearchMethod.Recorded.RecordedTrial(1, Map.of(), whole.thinned(3, false))));
        assertEquals(
                "a cross where a trial was stopped; curves with fewer points than the file has: 1",
                text.curvesCaption(table.withMethod(method)));
    }

    @Test
    void searchesTheSpaceOfAnExportedStudyHere() {
        lab.open(
                OptunaStudy.read(Path.of("src/test/resources/hyperlab/file/optuna/workers.journal"), null, null)
                        .document(),
                folder);
        assertEquals(24, snapshot().rows().size());
        lab.settings().methodProperty().set("random");
        assertEquals(0, snapshot().rows().size());
        lab.playback().stepForward();
        assertEquals(List.of(), refused);
        assertEquals(1, snapshot().rows().size());
        lab.undo().undo();
        assertEquals(24, snapshot().rows().size());
    }

    @Test
    void searchesFunctionToTheEndAndSupportsScrubbing() {
        lab.tune("branin");
        assertEquals(40, lab.playback().lengthProperty().get());
        play();
        assertEquals(SearchState.SearchStatus.DONE, snapshot().search().status());
        assertFalse(lab.playback().playingProperty().get());
        assertEquals(40, lab.playback().positionProperty().get());
        assertTrue(snapshot().best().orElseThrow().value() < 0.5);
        lab.playback().seek(12);
        assertEquals(12, snapshot().rows().size());
        SurrogateSnapshot outlook = snapshot().model().orElseThrow();
        assertEquals(12, outlook.trials());
        assertEquals(12, outlook.proposals().get(0).trial());
        assertEquals(
                snapshot().search().rows().get(12).values(),
                outlook.values(outlook.proposals().get(0)));
        lab.playback().seek(5);
        assertTrue(snapshot().model().isEmpty(), "trials are drawn at random yet");
    }

    @Test
    void oneStepIsOneTrialAndPlayingContinuesFromThere() {
        lab.tune("bowl");
        for (int i = 1; i <= 10; i++) {
            lab.playback().stepForward();
            assertEquals(i, snapshot().position());
            assertEquals(SearchState.SearchStatus.READY, snapshot().search().status());
        }
        List<TrialRecord> ten = snapshot().rows();
        play();
        assertEquals(ten, snapshot().rows().subList(0, 10));
        assertEquals(40, snapshot().rows().size());
        play();
        assertEquals(40, snapshot().rows().size(), "its budget is spent");
        lab.settings().trialsProperty().set(44);
        assertEquals(40, snapshot().rows().size(), "those that are known stay");
        play();
        assertEquals(44, snapshot().rows().size());
    }

    @Test
    void searchesExperimentAndTrainsItsTrials() {
        lab.tune(small(), null);
        lab.settings().trialsProperty().set(9);
        lab.settings().methodProperty().set("random");
        play();
        assertEquals(9, snapshot().finishedTrials().size());
        TrialRecord best = snapshot().best().orElseThrow();
        Document.OfExperiment opened =
                (Document.OfExperiment) lab.experiment(best).orElseThrow();
        TrainingRun run = new RunLoader(null).open(opened.experiment());
        run.train(report -> {}, () -> false);
        assertEquals(best.value(), run.report().validationLoss());
        assertEquals(4, snapshot().search().curves().get(best.trial()).size());
        assertTrue(snapshot().search().seconds() > 0);

        Document.OfStudy ended = (Document.OfStudy) lab.document();
        // The lab remembers the study itself, but not this one.
        Document.OfStudy saved = new Document.OfStudy(
                ended.study().withSeed(99), ended.results(), ended.seconds(), null, ended.curves());
        Curve curve = snapshot().search().curves().get(best.trial());
        assertEquals(best.value(), curve.y(3));
        lab.open(Documents.parse(Documents.write(saved), "study"), folder);
        assertEquals(9, snapshot().search().curves().size(), "a reopened study has its curves");
        Curve reopened = snapshot().search().curves().get(best.trial());
        for (int i = 0; i < 4; i++) {
            assertEquals(curve.x(i), reopened.x(i));
            assertEquals(curve.y(i), reopened.y(i));
        }
        assertEquals(saved, lab.document());
    }

    @Test
    void halvingEndsTheCurvesOfEliminatedTrials() {
        lab.tune(Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(9)), null);
        lab.settings().methodProperty().set("halving");
        lab.settings().trialsProperty().set(9);
        play();
        List<TrialRecord> stopped = snapshot().rows().stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.PRUNED)
                .toList();
        assertEquals(8, stopped.size());
        assertEquals(2, snapshot().search().curves().get(stopped.get(0).trial()).size());
    }

    @Test
    void undoRestoresTheSpaceAndItsResults() {
        lab.tune("branin");
        lab.settings().methodProperty().set("random");
        play();
        List<TrialRecord> results = snapshot().rows();
        lab.settings().setAxis(0, new SearchDimension.LinearDimension(0, 1));
        assertEquals(0, snapshot().rows().size());
        lab.undo().undo();
        assertEquals(
                new SearchDimension.LinearDimension(-5, 10),
                lab.study().space().parameters().get(0).dimension());
        assertEquals(results, snapshot().rows());
        assertEquals(SearchState.SearchStatus.DONE, snapshot().search().status());
        lab.settings().seedProperty().set(9);
        assertEquals(0, snapshot().rows().size(), "another seed draws other trials");
        lab.undo().undo();
        assertEquals(results, snapshot().rows());
        lab.playback().reset();
        assertEquals(0, snapshot().rows().size());
        lab.settings().seedProperty().set(5);
        lab.undo().undo();
        assertEquals(0, snapshot().rows().size(), "what was reset stays so");
    }

    @Test
    void undoOfASmallerBudgetRestoresAllTrialsAndWhatWasFoundAboutThem() {
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(12);
        play();
        lab.repeatBest();
        lab.toggleComparison();
        List<TrialRecord> rows = snapshot().rows();
        List<TrialReplication.ReplicatedTrial> repeated =
                lab.replicationStatusProperty().get().results();
        DefaultComparison compared = Objects.requireNonNull(((Document.OfStudy) lab.document()).comparison());
        lab.undo().settle();
        lab.settings().trialsProperty().set(8);
        assertEquals(8, snapshot().rows().size());
        assertEquals(
                StudyRunner.StudyState.NONE,
                lab.replicationStatusProperty().get().state());
        lab.undo().undo();
        assertEquals(rows, snapshot().rows());
        assertEquals(SearchState.SearchStatus.DONE, snapshot().search().status());
        assertEquals(repeated, lab.replicationStatusProperty().get().results());
        assertEquals(compared, ((Document.OfStudy) lab.document()).comparison());
        lab.playback().reset();
        assertEquals(
                StudyRunner.StudyState.NONE,
                lab.replicationStatusProperty().get().state());
        assertNull(((Document.OfStudy) lab.document()).comparison());
    }

    @Test
    void choosesDataAndFindsThemAgainAfterAFunction() throws IOException {
        lab.tune(small(), null);
        lab.settings().objectiveProperty().set(TuningObjective.VALIDATION_ACCURACY);
        lab.subject().tuneOnData("wine");
        DataSettings wine = Objects.requireNonNull(lab.study().experiment()).data();
        assertEquals("wine", wine.source());
        assertEquals(0.25, wine.splitSettings().testFraction());
        assertEquals(1L, wine.splitSettings().splitSeed());
        lab.settings().trialsProperty().set(6);
        lab.settings().methodProperty().set("random");
        play();
        TuningStudy before = lab.study();
        List<TrialRecord> rows = snapshot().rows();
        assertTrue(lab.scaleRatioProperty().get() > 30, "proline and the hue");
        lab.tune("branin");
        assertEquals(before, lab.subject().dataStudy());
        assertTrue(Double.isNaN(lab.scaleRatioProperty().get()));
        lab.subject().tuneOnData("wine");
        assertEquals(before, lab.study());
        assertEquals(rows, snapshot().rows());
        lab.subject().tuneOnData("diabetes");
        assertEquals(TuningObjective.VALIDATION_LOSS, lab.study().objective(), "numbers have no accuracy");
        lab.subject().tuneOnData("digits");
        lab.settings()
                .settingsState()
                .set(lab.study()
                        .withExperiment(ExperimentOverrides.with(
                                Objects.requireNonNull(lab.study().experiment()),
                                Map.of("network.convolutions", "[{}]"))));
        lab.subject().tuneOnData("moons");
        assertEquals(
                List.of(),
                Objects.requireNonNull(lab.study().experiment()).network().convolutions());
        assertEquals(List.of(), refused);
    }

    @Test
    void tunesOnTheUsersTable() throws IOException {
        StringBuilder text = new StringBuilder("width,height,kind\n");
        for (int i = 0; i < 40; i++) {
            text.append(1.5 * (i * 7 % 40))
                    .append(',')
                    .append(1000 - i * i + 0.5)
                    .append(',')
                    .append(i % 2 == 0 ? "a" : "b")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("own.csv"), text);
        lab.tune(small(), folder);
        lab.subject().tuneOnTable(file);
        DataSettings data = Objects.requireNonNull(lab.study().experiment()).data();
        assertEquals("own.csv", Objects.requireNonNull(data.csv()).file());
        assertEquals("kind", data.csv().target());
        assertEquals(0.25, data.splitSettings().testFraction());
        assertTrue(data.standardize(), "the columns have different scales");
        List<String> columns = new ArrayList<>();
        lab.subject().readColumns(columns::addAll);
        assertEquals(List.of("width", "height", "kind"), columns);
        lab.subject().predict("height");
        assertEquals(List.of(), refused);
        assertEquals(
                "height",
                Objects.requireNonNull(Objects.requireNonNull(lab.study().experiment())
                                .data()
                                .csv())
                        .target());
        lab.tune("bowl");
        lab.subject().tuneOnData("csv");
        assertEquals(
                "own.csv",
                Objects.requireNonNull(Objects.requireNonNull(lab.study().experiment())
                                .data()
                                .csv())
                        .file());
        lab.subject().tuneOnTable(folder.resolve("missing.csv"));
        assertEquals(1, refused.size());
    }

    @Test
    void theTrialUnderThePointerIsMarkedBeforeTheSelectedOne() {
        lab.tune("bowl");
        lab.selection().selectedProperty().set(3);
        assertEquals(3, lab.selection().markedProperty().get());
        lab.selection().pointedProperty().set(0);
        assertEquals(0, lab.selection().markedProperty().get());
        lab.selection().pointedProperty().set(TrialChart.NONE);
        assertEquals(3, lab.selection().markedProperty().get());
        lab.settings().seedProperty().set(9);
        assertEquals(TrialChart.NONE, lab.selection().markedProperty().get(), "another study has other trials");
    }

    @Test
    void axesCanBeAddedChangedAndRemoved() {
        assertEquals(3, lab.study().space().dimensions());
        lab.settings().addParameter();
        assertEquals("network.hidden", lab.study().space().keys().get(3));
        lab.settings().setKey(3, "network.dropout");
        assertEquals(
                new SearchDimension.LinearDimension(0, 0.5),
                lab.study().space().parameters().get(3).dimension());
        lab.settings().removeParameter(0);
        assertEquals(
                List.of("training.penalty.l2", "training.batchSize", "network.dropout"),
                lab.study().space().keys());
        for (int i = 0; i < 5; i++) {
            lab.settings().removeParameter(0);
        }
        assertEquals(1, lab.study().space().dimensions(), "the last one stays");
        assertEquals(0, lab.axisXProperty().get());
        assertNull(
                lab.mapsProperty().get() == null
                        ? null
                        : lab.mapsProperty().get().mean());
        assertFalse(DefaultStudies.unusedKeys(lab.study()).contains("network.dropout"));
        assertEquals(List.of(), refused);
    }

    @Test
    void savesStudyWithItsTrialsAndReopensIt() throws IOException {
        lab.tune("branin");
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(12);
        lab.secondsProperty().set(600);
        play();
        String json = Documents.write(lab.document());
        List<TrialRecord> rows = snapshot().rows();
        Path table = folder.resolve("trials.csv");
        lab.export(table);
        assertEquals(13, Files.readAllLines(table).size());

        TuningViewModel other =
                new TuningViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));
        other.open(Documents.parse(json, "x"), null);
        assertEquals(rows, other.viewStateProperty().get().rows());
        assertEquals(
                SearchState.SearchStatus.DONE,
                other.viewStateProperty().get().search().status());
        assertEquals(lab.document(), other.document());
        assertEquals(600, other.secondsProperty().get());
        assertFalse(other.undo().canUndoProperty().get());
    }

    @Test
    void openingAnInterruptedStudyResumesItsSearch() {
        lab.tune("branin");
        for (int i = 0; i < 11; i++) {
            lab.playback().stepForward();
        }
        Document document = Documents.parse(Documents.write(lab.document()), "x");
        TuningViewModel other =
                new TuningViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));
        other.open(document, null);
        assertEquals(11, other.viewStateProperty().get().rows().size());
        assertEquals(
                SearchState.SearchStatus.READY,
                other.viewStateProperty().get().search().status());
        other.playback().speedProperty().set(other.playback().speedCount() - 1);
        other.playback().playPause();
        play();
        assertEquals(snapshot().rows(), other.viewStateProperty().get().rows());
    }

    @Test
    void rejectsInvalidStudyInOneLine() {
        TuningStudy study = DefaultStudies.studyOf(small());
        lab.open(
                new Document.OfStudy(
                        study.withSpace(new SearchSpace(List.of(new SearchSpace.Hyperparameter(
                                "training.learnRate", new SearchDimension.LinearDimension(0, 1))))),
                        List.of()),
                null);
        play();
        assertEquals(List.of("space.training.learnRate is not a known key (nearest: learningRate)"), refused);
        assertFalse(lab.playback().playingProperty().get());
        assertEquals(SearchState.SearchStatus.READY, snapshot().search().status());
    }

    @Test
    void searchPausesAtItsTimeLimit() {
        lab.tune("bowl");
        lab.settings().methodProperty().set("random");
        lab.secondsProperty().set(1e-9);
        play();
        assertFalse(lab.playback().playingProperty().get());
        assertTrue(snapshot().finishedTrials().size() < 40);
        assertEquals(SearchState.SearchStatus.READY, snapshot().search().status());
        lab.secondsProperty().set(0);
        play();
        assertEquals(40, snapshot().finishedTrials().size());
    }

    @Test
    void methodsHaveTheirOwnSettings() {
        lab.settings().initialProperty().set(12);
        assertEquals(new SearchMethod.Bayesian(12), lab.study().method());
        lab.settings().methodProperty().set("hyperband");
        lab.settings().reductionProperty().set(4);
        assertEquals(new SearchMethod.Hyperband(4, 1), lab.study().method());
        lab.settings().minimumEpochsProperty().set(2);
        assertEquals(new SearchMethod.Hyperband(4, 2), lab.study().method());
        lab.undo().undo();
        lab.undo().undo();
        lab.undo().undo();
        assertEquals(new SearchMethod.Bayesian(12), lab.study().method());
        assertEquals(Map.of(), lab.brushesProperty().get());
    }
}
