package hyperlab.lab.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.tuning.SearchMapChart;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.ExperimentOverrides;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSubject;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The maps of a search: those of its model, those of training runs, and the axes that they show. */
class TrialMapsTest extends TuningLabFixture {
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
        TrialRecord best = snapshot().best().orElseThrow();
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

    /** The maps of the new study are drawn before its trials replace those of the function. */
    @Test
    void trainedMapIgnoresTheTrialsOfTheStudyBefore() {
        lab.tune("branin");
        play();
        lab.setTrainedMapVisible(true);
        assertNull(trainedMap().request(), "a known function is not trained");
        List<Throwable> faults = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        lab.tune(small(), null);
        Thread.currentThread().setUncaughtExceptionHandler(null);
        assertEquals(List.of(), faults);
        assertEquals(
                List.of(),
                Objects.requireNonNull(trainedMap().request())
                        .document()
                        .display()
                        .trials());
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
    void aSearchBeyondTheNumbersOfAMapHasNone() {
        lab.tune(small(), null);
        assertTrue(lab.searchAsMap().isPresent());
        lab.settings().setAxis(0, new SearchDimension.LogDimension(1e-300, 1));
        assertTrue(lab.searchAsMap().isEmpty());
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
                        lab.study(), snapshot().search().rows())
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
        TrialRecord best = snapshot().best().orElseThrow();
        Experiment trained = ((Document.OfExperiment) lab.experiment(best).orElseThrow()).experiment();
        assertEquals(trained, ((MapSubject.OfExperiment) map.map().subject()).experiment());
        MapPoint pinned = Objects.requireNonNull(map.display().pinned());
        assertEquals(map.display().trials().get(best.trial()), pinned);
    }

    private static double share(HyperparameterImportance importance, List<String> keys, String key) {
        return importance.shares().get(keys.indexOf(key));
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
}
