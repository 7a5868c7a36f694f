package hyperlab.lab.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.series.Curve;
import hyperlab.chart.tuning.SearchMapChart;
import hyperlab.chart.tuning.TrialChart;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSubject;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.PairedComparison;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningViewModelTest {
    private final List<String> refused = new ArrayList<>();
    private final TuningViewModel lab =
            new TuningViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));

    @TempDir
    private Path folder;

    @BeforeEach
    void asFastAsItGoes() {
        lab.playback().speedProperty().set(lab.playback().speedCount() - 1);
    }

    private SearchSnapshot moment() {
        return lab.viewStateProperty().get();
    }

    private void play() {
        lab.playback().playPause();
    }

    private static Experiment small() {
        return Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(3));
    }

    @Test
    void showsTheTrialsOfAnotherProgramAsTheyEnded() {
        lab.open(
                OptunaStudy.read(Path.of("src/test/resources/hyperlab/file/optuna/other.journal"), null, null)
                        .document(),
                folder);

        assertEquals(List.of(), refused);
        assertEquals(SearchState.SearchStatus.DONE, moment().search().status());
        assertEquals(15, moment().rows().size());
        assertEquals(14, moment().finishedTrials().size());
        assertEquals(TrialRecord.TrialStatus.RUNNING, moment().rows().get(14).state());
        assertEquals(7, moment().best().orElseThrow().trial());
        assertEquals(
                "a cross where a trial was stopped",
                new TuningText(Texts.in(Language.ENGLISH)).curvesCaption(lab.study()));
        lab.settings().methodProperty().set("random");
        assertEquals(15, moment().rows().size(), "nothing here can run them");
        lab.tune("bowl");
        assertEquals(0, moment().rows().size());
        lab.undo().undo();
        assertEquals(15, moment().rows().size());
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
        assertEquals(24, moment().rows().size());
        lab.settings().methodProperty().set("random");
        assertEquals(0, moment().rows().size());
        lab.playback().stepForward();
        assertEquals(List.of(), refused);
        assertEquals(1, moment().rows().size());
        lab.undo().undo();
        assertEquals(24, moment().rows().size());
    }

    @Test
    void searchesFunctionToTheEndAndSupportsScrubbing() {
        lab.tune("branin");
        assertEquals(40, lab.playback().lengthProperty().get());
        play();
        assertEquals(SearchState.SearchStatus.DONE, moment().search().status());
        assertFalse(lab.playback().playingProperty().get());
        assertEquals(40, lab.playback().positionProperty().get());
        assertTrue(moment().best().orElseThrow().value() < 0.5);
        lab.playback().seek(12);
        assertEquals(12, moment().rows().size());
        SurrogateSnapshot outlook = moment().model().orElseThrow();
        assertEquals(12, outlook.trials());
        assertEquals(12, outlook.proposals().get(0).trial());
        assertEquals(
                moment().search().rows().get(12).values(),
                outlook.values(outlook.proposals().get(0)));
        lab.playback().seek(5);
        assertTrue(moment().model().isEmpty(), "trials are drawn at random yet");
    }

    @Test
    void oneStepIsOneTrialAndPlayingContinuesFromThere() {
        lab.tune("bowl");
        for (int i = 1; i <= 10; i++) {
            lab.playback().stepForward();
            assertEquals(i, moment().position());
            assertEquals(SearchState.SearchStatus.READY, moment().search().status());
        }
        List<TrialRecord> ten = moment().rows();
        play();
        assertEquals(ten, moment().rows().subList(0, 10));
        assertEquals(40, moment().rows().size());
        play();
        assertEquals(40, moment().rows().size(), "its budget is spent");
        lab.settings().trialsProperty().set(44);
        assertEquals(40, moment().rows().size(), "those that are known stay");
        play();
        assertEquals(44, moment().rows().size());
    }

    @Test
    void searchesExperimentAndTrainsItsTrials() {
        lab.tune(small(), null);
        lab.settings().trialsProperty().set(9);
        lab.settings().methodProperty().set("random");
        play();
        assertEquals(9, moment().finishedTrials().size());
        TrialRecord best = moment().best().orElseThrow();
        Document.OfExperiment opened =
                (Document.OfExperiment) lab.experiment(best).orElseThrow();
        TrainingRun run = new RunLoader(null).open(opened.experiment());
        run.train(report -> {}, () -> false);
        assertEquals(best.value(), run.report().validationLoss());
        assertEquals(4, moment().search().curves().get(best.trial()).size());
        assertTrue(moment().search().seconds() > 0);

        Document.OfStudy ended = (Document.OfStudy) lab.document();
        // The lab remembers the study itself, but not this one.
        Document.OfStudy saved = new Document.OfStudy(
                ended.study().withSeed(99), ended.results(), ended.seconds(), null, ended.curves());
        Curve curve = moment().search().curves().get(best.trial());
        assertEquals(best.value(), curve.y(3));
        lab.open(Documents.parse(Documents.write(saved), "study"), folder);
        assertEquals(9, moment().search().curves().size(), "a reopened study has its curves");
        Curve reopened = moment().search().curves().get(best.trial());
        for (int i = 0; i < 4; i++) {
            assertEquals(curve.x(i), reopened.x(i));
            assertEquals(curve.y(i), reopened.y(i));
        }
        assertEquals(saved, lab.document());
    }

    private TrainedMap.MapState trainedMap() {
        return lab.trainedMap().stateProperty().get();
    }

    @Test
    void trainedMapHasARunForEachPixelAroundTheBestTrial() {
        lab.tune(small(), null);
        lab.settings().trialsProperty().set(9);
        lab.settings().methodProperty().set("random");
        assertNull(trainedMap().request(), "nothing is computed while the map is not visible");
        play();
        assertNull(trainedMap().request());

        lab.setTrainedMapVisible(true);

        TrainedMap.MapRequest request = Objects.requireNonNull(trainedMap().request());
        MapSnapshot snapshot = Objects.requireNonNull(trainedMap().snapshot());
        assertTrue(snapshot.progress().isComplete());
        assertTrue(snapshot.progress().runs() <= 256, "the number of runs is small");
        assertFalse(trainedMap().running());
        TrialRecord best = moment().best().orElseThrow();
        assertEquals(Optional.of(best.trial()), request.trial());
        assertEquals(9, request.document().display().trials().size());
        assertEquals(
                lab.searchAsMap().orElseThrow().map().subject(),
                request.map().subject(),
                "it is the map that opens in its own lab");
        MapAxis x = request.map().x();
        MapAxis y = request.map().y();
        Experiment around = ((MapSubject.OfExperiment) request.map().subject()).experiment();
        Experiment pixel = ExperimentOverrides.with(
                around, Map.of(x.key(), x.values().get(3), y.key(), y.values().get(2)));
        TrainingRun run = new TrainingRun(pixel, DataSplitter.loadAndSplit(pixel.data(), pixel.seed(), null), null);
        run.train(report -> {}, () -> false);
        assertEquals(
                run.report().validationLoss(),
                Objects.requireNonNull(snapshot.pixel(3, 2)).value());
    }

    @Test
    void trainedMapHasTheChosenAxesAndKnowsItsPixelsAgain() {
        lab.tune(small(), null);
        lab.settings().trialsProperty().set(9);
        lab.settings().methodProperty().set("random");
        play();
        lab.setTrainedMapVisible(true);
        List<String> keys = lab.study().space().keys();
        lab.axisXProperty().set(2);
        MapSnapshot chosen = Objects.requireNonNull(trainedMap().snapshot());
        assertEquals(keys.get(2), chosen.map().x().key());
        assertEquals(keys.get(1), chosen.map().y().key());
        lab.setTrainedMapVisible(false);
        lab.setTrainedMapVisible(true);
        assertSame(chosen, trainedMap().snapshot(), "it stays while it is not visible");
        lab.axisXProperty().set(0);
        MapSnapshot other = Objects.requireNonNull(trainedMap().snapshot());
        assertEquals(keys.get(0), other.map().x().key());
        assertTrue(other.progress().isComplete());
        lab.axisXProperty().set(2);
        MapSnapshot again = Objects.requireNonNull(trainedMap().snapshot());
        assertEquals(0, again.progress().runs(), "its pixels are known");
        assertEquals(chosen.pixel(1, 1), again.pixel(1, 1));
    }

    @Test
    void trainedMapWaitsForOtherRunsAndNeedsAnExperiment() {
        AtomicInteger computed = new AtomicInteger();
        TrainedMap map = new TrainedMap((name, work) -> computed.incrementAndGet(), Runnable::run);
        lab.tune(small(), null);
        TrainedMap.MapRequest request =
                new TrainedMap.MapRequest(lab.searchAsMap().orElseThrow(), Optional.empty(), null);
        map.update(true, true, () -> Optional.of(request));
        assertTrue(map.stateProperty().get().waiting());
        assertEquals(0, computed.get());
        map.update(true, false, () -> Optional.of(request));
        assertEquals(1, computed.get());
        assertTrue(map.stateProperty().get().running());
        map.update(true, false, () -> Optional.of(request));
        assertEquals(1, computed.get(), "the same map goes on");
        map.update(true, true, () -> Optional.of(request));
        assertFalse(map.stateProperty().get().running());
        assertTrue(map.stateProperty().get().waiting());
        map.update(true, false, () -> Optional.of(request));
        assertEquals(2, computed.get());
        map.update(false, false, () -> {
            throw new AssertionError("asked although it is not visible");
        });
        assertFalse(map.stateProperty().get().running());
        map.update(true, false, Optional::empty);
        assertNull(map.stateProperty().get().request());
        assertEquals(2, computed.get());
    }

    @Test
    void searchOpensAsAMapOfItsMostImportantAxesWithTheTrials() {
        lab.tune("branin");
        assertTrue(lab.searchAsMap().isEmpty(), "nothing is trained");
        lab.tune(small(), null);
        lab.settings().trialsProperty().set(9);
        lab.settings().methodProperty().set("random");
        List<String> keys = lab.study().space().keys();
        assertTrue(keys.size() > 2);
        Document.OfMap before = lab.searchAsMap().orElseThrow();
        assertEquals(keys.get(0), before.map().x().key());
        assertEquals(keys.get(1), before.map().y().key());
        assertEquals(List.of(), before.display().trials());
        play();
        Document.OfMap map = lab.searchAsMap().orElseThrow();
        HyperparameterImportance importance = HyperparameterImportance.of(
                        lab.study(), moment().search().rows())
                .orElseThrow();
        double least = Math.min(
                share(importance, keys, map.map().x().key()),
                share(importance, keys, map.map().y().key()));
        for (String key : keys) {
            if (!key.equals(map.map().x().key()) && !key.equals(map.map().y().key())) {
                assertTrue(share(importance, keys, key) <= least, key);
            }
        }
        assertEquals(9, map.display().trials().size());
        assertEquals(MapColor.VALIDATION_LOSS, map.map().color());
        TrialRecord best = moment().best().orElseThrow();
        Experiment trained = ((Document.OfExperiment) lab.experiment(best).orElseThrow()).experiment();
        assertEquals(trained, ((MapSubject.OfExperiment) map.map().subject()).experiment());
        MapPoint pinned = Objects.requireNonNull(map.display().pinned());
        assertEquals(map.display().trials().get(best.trial()), pinned);
    }

    private static double share(HyperparameterImportance importance, List<String> keys, String key) {
        return importance.shares().get(keys.indexOf(key));
    }

    @Test
    void halvingEndsTheCurvesOfEliminatedTrials() {
        lab.tune(Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(9)), null);
        lab.settings().methodProperty().set("halving");
        lab.settings().trialsProperty().set(9);
        play();
        List<TrialRecord> stopped = moment().rows().stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.PRUNED)
                .toList();
        assertEquals(8, stopped.size());
        assertEquals(2, moment().search().curves().get(stopped.get(0).trial()).size());
    }

    @Test
    void undoRestoresTheSpaceAndItsResults() {
        lab.tune("branin");
        lab.settings().methodProperty().set("random");
        play();
        List<TrialRecord> results = moment().rows();
        lab.settings().setAxis(0, new SearchDimension.LinearDimension(0, 1));
        assertEquals(0, moment().rows().size());
        lab.undo().undo();
        assertEquals(
                new SearchDimension.LinearDimension(-5, 10),
                lab.study().space().parameters().get(0).dimension());
        assertEquals(results, moment().rows());
        assertEquals(SearchState.SearchStatus.DONE, moment().search().status());
        lab.settings().seedProperty().set(9);
        assertEquals(0, moment().rows().size(), "another seed draws other trials");
        lab.undo().undo();
        assertEquals(results, moment().rows());
        lab.playback().reset();
        assertEquals(0, moment().rows().size());
        lab.settings().seedProperty().set(5);
        lab.undo().undo();
        assertEquals(0, moment().rows().size(), "what was reset stays so");
    }

    @Test
    void undoOfASmallerBudgetRestoresAllTrialsAndWhatWasFoundAboutThem() {
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(12);
        play();
        lab.repeatBest();
        lab.toggleComparison();
        List<TrialRecord> rows = moment().rows();
        List<TrialReplication.ReplicatedTrial> repeated =
                lab.replicationStatusProperty().get().results();
        DefaultComparison compared = Objects.requireNonNull(((Document.OfStudy) lab.document()).comparison());
        lab.undo().settle();
        lab.settings().trialsProperty().set(8);
        assertEquals(8, moment().rows().size());
        assertEquals(
                StudyRunner.StudyState.NONE,
                lab.replicationStatusProperty().get().state());
        lab.undo().undo();
        assertEquals(rows, moment().rows());
        assertEquals(SearchState.SearchStatus.DONE, moment().search().status());
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
        List<TrialRecord> rows = moment().rows();
        assertTrue(lab.scaleRatioProperty().get() > 30, "proline and the hue");
        lab.tune("branin");
        assertEquals(before, lab.subject().dataStudy());
        assertTrue(Double.isNaN(lab.scaleRatioProperty().get()));
        lab.subject().tuneOnData("wine");
        assertEquals(before, lab.study());
        assertEquals(rows, moment().rows());
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
    void axesOfTheMapsAreNeverTheSame() {
        lab.axisXProperty().set(1);
        assertEquals(
                List.of(1, 0),
                List.of(lab.axisXProperty().get(), lab.axisYProperty().get()));
        lab.axisYProperty().set(2);
        lab.axisYProperty().set(1);
        assertEquals(
                List.of(2, 1),
                List.of(lab.axisXProperty().get(), lab.axisYProperty().get()));
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
    void comparesTheBestTrialWithTheDefaultAndKeepsTheAnswer() {
        assertEquals(
                ComparisonStatus.ComparisonPhase.NO_TRIAL,
                lab.comparisonProperty().get().phase());
        lab.tune("bowl");
        assertEquals(
                ComparisonStatus.ComparisonPhase.FUNCTION,
                lab.comparisonProperty().get().phase());
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(6);
        play();
        assertEquals(
                ComparisonStatus.ComparisonPhase.READY,
                lab.comparisonProperty().get().phase());
        lab.toggleComparison();
        ComparisonStatus done = lab.comparisonProperty().get();
        assertEquals(ComparisonStatus.ComparisonPhase.DONE, done.phase());
        assertEquals(10, done.pairs());
        int best = moment().best().orElseThrow().trial();
        assertEquals(best, Objects.requireNonNull(done.comparison()).trial());
        TuningViewModel other =
                new TuningViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));
        other.open(Documents.parse(Documents.write(lab.document()), "x"), null);
        assertEquals(done, other.comparisonProperty().get());
        lab.playback().seek(2);
        assertEquals(done, lab.comparisonProperty().get(), "the playback position does not matter");
        lab.settings().seedProperty().set(99);
        play();
        assertEquals(
                ComparisonStatus.ComparisonPhase.READY,
                lab.comparisonProperty().get().phase());
    }

    @Test
    void aDefaultThatIsBestIsNotCompared() {
        lab.tune(small(), null);
        lab.settings()
                .settingsState()
                .set(lab.study()
                        .withSpace(new SearchSpace(List.of(new SearchSpace.Hyperparameter(
                                "training.learningRate",
                                new SearchDimension.CategoricalDimension(List.of(
                                        Double.toString(small().training().learningRate()), "1e-9")))))));
        lab.settings().methodProperty().set("grid");
        play();
        assertEquals(
                ComparisonStatus.ComparisonPhase.SAME,
                lab.comparisonProperty().get().phase());
        lab.toggleComparison();
        assertEquals(
                ComparisonStatus.ComparisonPhase.SAME,
                lab.comparisonProperty().get().phase());
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
    void manuallyPickedPointsRemainNextToTheMethods() {
        lab.tune("himmelblau");
        lab.pick(lab.valuesAt(0.8, 0.7));
        lab.pick(lab.valuesAt(0.2, 0.3));
        assertEquals("manual", lab.study().method().name());
        assertEquals(2, moment().rows().size());
        List<TrialRecord> own = moment().rows();
        lab.undo().undo();
        assertEquals(own.subList(0, 1), moment().rows());
        lab.undo().redo();
        lab.settings().methodProperty().set("random");
        assertEquals(own, lab.manualTrials());
        lab.settings().setAxis(0, new SearchDimension.LinearDimension(0, 1));
        assertEquals(List.of(), lab.manualTrials(), "in another space they mean nothing");
    }

    @Test
    void showsTheModelOverTwoAxes() {
        lab.tune("branin");
        SearchMaps first = lab.mapsProperty().get();
        assertNotNull(first);
        assertNotNull(first.truth());
        assertNull(first.mean());
        play();
        SearchMaps maps = lab.mapsProperty().get();
        assertNotNull(maps);
        assertNotNull(maps.mean());
        assertNotNull(maps.improvement());
        assertTrue(maps.importance().isPresent());
        assertEquals(40, maps.order().rows().size());
    }

    /** A function has no noise, so the model that chooses is drawn; that of an experiment would show noise as stripes. */
    @Test
    void drawsAModelThatExpectsNoiseAndLeavesTheChoiceToTheSearch() {
        lab.tune("branin");
        lab.settings().trialsProperty().set(10);
        play();
        lab.playback().seek(9);
        SearchMaps exact = maps();
        assertFalse(exact.isDrawnApart());
        assertSame(exact.order().searchModel().orElseThrow(), exact.model().orElseThrow());
        lab.tune(small(), null);
        lab.settings().trialsProperty().set(10);
        play();
        lab.playback().seek(9);
        SearchMaps noisy = maps();
        assertTrue(noisy.isDrawnApart());
        SurrogateSnapshot chooser = noisy.order().searchModel().orElseThrow();
        SurrogateSnapshot drawn =
                SurrogateSnapshot.of(lab.study(), noisy.order().rows()).orElseThrow();
        int last = SearchMapChart.SAMPLES - 1;
        for (int corner = 0; corner <= last; corner += last) {
            double[] point = lab.study().space().point(lab.valuesAt((double) corner / last, 0));
            assertEquals(drawn.predict(point).mean(), noisy.mean().samples().value(corner, 0), 1e-12);
            assertEquals(
                    chooser.expectedImprovement(point),
                    noisy.improvement().samples().value(corner, 0),
                    1e-12);
            assertNotEquals(drawn.predict(point).mean(), chooser.predict(point).mean(), 1e-9);
        }
        lab.playback().seek(5);
        assertFalse(maps().isDrawnApart(), "no model chooses yet");
    }

    private SearchMaps maps() {
        return lab.mapsProperty().get();
    }

    @Test
    void savesStudyWithItsTrialsAndReopensIt() throws IOException {
        lab.tune("branin");
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(12);
        lab.secondsProperty().set(600);
        play();
        String json = Documents.write(lab.document());
        List<TrialRecord> rows = moment().rows();
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
        assertEquals(moment().rows(), other.viewStateProperty().get().rows());
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
        assertEquals(SearchState.SearchStatus.READY, moment().search().status());
    }

    @Test
    void raceShowsABandAndCountsWins() {
        lab.tune("branin");
        lab.settings().trialsProperty().set(20);
        lab.race().seedsProperty().set(3);
        lab.startRace();
        List<MethodRaceViewModel.MethodStanding> standings = lab.race().standings();
        assertEquals(2, standings.size());
        assertEquals(3, standings.get(0).seeds());
        assertEquals(3, standings.get(0).ahead() + standings.get(1).ahead());
        MethodRaceViewModel.MethodStanding bayesian = standings.get(1);
        assertTrue(bayesian.median()[19] < standings.get(0).median()[19]);
        assertTrue(bayesian.low()[19] <= bayesian.median()[19] && bayesian.median()[19] <= bayesian.high()[19]);
        lab.race().chosen("random").set(false);
        lab.startRace();
        assertEquals(List.of("methods must be two to five that race, got 1"), refused);
        lab.settings().trialsProperty().set(21);
        assertEquals(0, lab.race().statusProperty().get().results().size(), "another budget is another race");
    }

    @Test
    void raceComparesEachSearchWithTheFirstUnderTheSameSeeds() {
        lab.tune("branin");
        lab.settings().trialsProperty().set(20);
        lab.race().seedsProperty().set(6);
        lab.startRace();
        List<MethodRaceViewModel.MethodStanding> standings = lab.race().standings();
        assertNull(standings.get(0).againstFirst());
        PairedComparison comparison = Objects.requireNonNull(standings.get(1).againstFirst());
        List<MethodRaceViewModel.FinishedSearch> searches =
                lab.race().statusProperty().get().results();
        double[] differences = new double[6];
        searches.forEach(search -> differences[search.seed()] +=
                (search.method() == 1 ? 1 : -1) * search.course().best()[19]);
        PairedDifference expected = PairedDifference.of(new double[6], differences);
        assertEquals(
                expected.mean(), Objects.requireNonNull(comparison.difference()).mean(), 1e-12);
        assertEquals(expected.to(), comparison.difference().to(), 1e-12);
        String said = new RaceText(Texts.in(Language.ENGLISH)).describeStandings(standings, false);
        assertTrue(said.contains("Against random search under the same seeds"), said);
        assertTrue(said.contains("n = 6"), said);
        String running = new RaceText(Texts.in(Language.ENGLISH)).describeStandings(standings, true);
        assertFalse(running.contains("Against"), "no verdict before the end");
    }

    @Test
    void aSavedStudyRacesAgainstTheCurrentOne() throws IOException {
        lab.tune("branin");
        lab.settings().trialsProperty().set(10);
        TuningStudy narrow = lab.study()
                .withSpace(new SearchSpace(List.of(
                        new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(3, 3.3)),
                        new SearchSpace.Hyperparameter("y", new SearchDimension.LinearDimension(2, 2.6)))))
                .withMethod(new SearchMethod.RandomSearch());
        Path file = Files.writeString(
                folder.resolve("narrow.hyperlab-study.json"), Documents.write(new Document.OfStudy(narrow, List.of())));
        lab.race(file);
        lab.race().chosen("bayesian").set(false);
        lab.race().seedsProperty().set(12);
        lab.startRace();
        List<MethodRaceViewModel.MethodStanding> standings = lab.race().standings();
        assertEquals("narrow", standings.get(1).racer().savedName());
        // Around the minimum at (π, 2.275), every trial is better than most of the whole space.
        assertEquals(
                PairedComparison.Verdict.BETTER,
                Objects.requireNonNull(standings.get(1).againstFirst()).verdict());
        lab.tune("bowl");
        assertNull(lab.race().rivalProperty().get(), "another function");
        InvalidInputException other = assertThrows(InvalidInputException.class, () -> lab.race(file));
        assertEquals(Rule.COMPARABLE_STUDY, other.rule());
    }

    @Test
    void repeatsBestTrialsUnderOtherSeeds() {
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(6);
        play();
        lab.repeatBest();
        assertEquals(5, lab.replicationStatusProperty().get().results().size());
        assertEquals(10, lab.replicationStatusProperty().get().results().get(0).values().length);
        assertEquals(
                moment().best().orElseThrow(),
                lab.replicationStatusProperty().get().results().get(0).row());
        double[] repeated =
                lab.replicationStatusProperty().get().results().get(0).values();
        Experiment trial = ((Document.OfExperiment)
                        lab.experiment(moment().best().orElseThrow()).orElseThrow())
                .experiment();
        // Seed 1 and 6 trials: the seeds are 7 … 16, and Training has the same runs from seed 7 on.
        SeededExperiments training = new SeededExperiments(trial.withSeed(7), 10);
        for (int run = 0; run < 10; run++) {
            TrainingRun alone = new RunLoader(null).open(training.experimentOf(run));
            alone.train(report -> {}, () -> false);
            assertEquals(alone.report().validationLoss(), repeated[run]);
        }
        String said = new RepeatsText(Texts.in(Language.ENGLISH))
                .describe(lab.study(), lab.replicationStatusProperty().get().results(), false, 1);
        assertTrue(said.contains("The seeds are 7 to 16"), said);
        assertTrue(Arrays.stream(lab.replicationStatusProperty()
                                .get()
                                .results()
                                .get(0)
                                .values())
                        .distinct()
                        .count()
                > 1);
    }

    @Test
    void repeatsDecideWhichTrialIsBest() {
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(8);
        lab.settings().seedProperty().set(5);
        play();
        TrialRecord lucky = moment().best().orElseThrow();
        lab.toggleComparison();
        assertEquals(
                lucky.trial(),
                Objects.requireNonNull(lab.comparisonProperty().get().comparison())
                        .trial());
        lab.repeatBest();
        TrialRecord best = moment().best().orElseThrow();
        TrialReplication.ReplicatedTrial lowest = lab.replicationStatusProperty().get().results().stream()
                .min(Comparator.comparingDouble(
                        repeat -> Quantiles.of(repeat.values()).median()))
                .orElseThrow();
        assertNotEquals(lucky, best);
        assertEquals(lowest.row(), best);
        Texts texts = Texts.in(Language.ENGLISH);
        String said = new RepeatedOrderText(texts)
                .describe(
                        lab.study(),
                        moment().rows(),
                        lab.replicationStatusProperty().get().results());
        assertTrue(said.startsWith("**Trial " + best.trial() + " now ranks first**"), said);
        assertTrue(said.contains("trial " + lucky.trial() + ", which led with one seed"), said);

        assertEquals(
                ComparisonStatus.ComparisonPhase.READY,
                lab.comparisonProperty().get().phase(),
                "the comparison was about another trial");
        lab.toggleComparison();
        DefaultComparison compared =
                Objects.requireNonNull(lab.comparisonProperty().get().comparison());
        assertEquals(best.trial(), compared.trial());
        // The study used the seeds 5 … 12 and the repeats 13 … 22.
        assertEquals(23, compared.firstSeed(), "under the seeds of the repeats, the trial was chosen for its luck");

        lab.playback().seek(1);
        assertEquals(lab.study().ranked(moment().rows()), moment().ranking().trials());
    }

    @Test
    void searchPausesAtItsTimeLimit() {
        lab.tune("bowl");
        lab.settings().methodProperty().set("random");
        lab.secondsProperty().set(1e-9);
        play();
        assertFalse(lab.playback().playingProperty().get());
        assertTrue(moment().finishedTrials().size() < 40);
        assertEquals(SearchState.SearchStatus.READY, moment().search().status());
        lab.secondsProperty().set(0);
        play();
        assertEquals(40, moment().finishedTrials().size());
    }

    @Test
    void mapsUseTwoDifferentAxesAgainAfterOneDimensionalSpace() {
        TuningStudy wide = lab.study();
        SearchSpace one = new SearchSpace(wide.space().parameters().subList(0, 1));
        lab.settings().settingsState().set(wide.withSpace(one));
        assertEquals(
                List.of(0, 0),
                List.of(lab.axisXProperty().get(), lab.axisYProperty().get()));
        lab.settings().settingsState().set(wide);
        assertEquals(
                List.of(0, 1),
                List.of(lab.axisXProperty().get(), lab.axisYProperty().get()));
    }

    @Test
    void ranksManualSearchNextToTheMethods() {
        lab.tune("himmelblau");
        lab.settings().trialsProperty().set(6);
        lab.pick(lab.valuesAt(0.8, 0.7));
        lab.startRace();
        RaceText text = new RaceText(Texts.in(Language.ENGLISH));
        String said = text.describeUserRank(lab.race().standings(), lab.race().userBest(lab.manualTrials()), 1, false);
        double own = lab.manualTrials().get(0).value();
        long ahead = lab.race().standings().stream()
                .filter(one -> one.median()[0] < own)
                .count();
        assertEquals(
                "**You**: " + hyperlab.text.NumberFormats.format(own, 3) + " after 1 trials, place " + (ahead + 1)
                        + " of 3 at that budget.",
                said);
        assertEquals(
                "", text.describeUserRank(lab.race().standings(), lab.race().userBest(List.of()), 0, false));
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
