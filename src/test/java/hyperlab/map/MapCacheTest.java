package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.DescentSetup;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.MapTrainers;
import hyperlab.optim.Sgd;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapCacheTest {
    private static final Experiment EXPERIMENT = ExperimentOverrides.with(
            Experiment.DEFAULT,
            List.of(
                    "seed=3",
                    "data.samples=40",
                    "network.hidden=[5,3]",
                    "network.activation=relu",
                    "training.optimizer=sgd",
                    "training.epochs=8"));
    /** With dropout 1, the settings are invalid. */
    private static final MapSpecification NETWORK = new MapSpecification(
            new MapSubject.OfExperiment(EXPERIMENT),
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.03, 300), 9),
            new MapAxis("network.dropout", new SearchDimension.LinearDimension(0, 1), 4),
            MapColor.TRAIN_LOSS);

    private static MapSnapshot compute(MapSpecification map, PixelStore store) {
        MapComputation computation = new MapComputation(map, MapTrainers.of(map, null), store);
        assertTrue(computation.run(Runnable::run, 1, snapshot -> {}, () -> false));
        return computation.snapshot();
    }

    /** Computes all colors of the same runs with one cache, and each of them alone. */
    private static Set<PixelOutcome> assertSharesRuns(MapSpecification first, Set<MapColor> colors) {
        MapCache cache = new MapCache(10_000_000);
        MapSnapshot shown = compute(first, cache.pixels(first));
        for (MapColor color : colors) {
            MapSpecification map = first.withColor(color);
            MapSnapshot changed = compute(map, cache.pixels(map));
            assertEquals(0, changed.progress().runs(), () -> color + " trains again");
            MapSnapshot fresh = compute(map, PixelStore.NONE);
            assertNotEquals(0, fresh.progress().runs());
            List<MapSnapshot> bySeed = map.eachSeed().stream()
                    .map(each -> compute(each, PixelStore.NONE))
                    .toList();
            for (int row = 0; row < fresh.rows(); row++) {
                for (int column = 0; column < fresh.columns(); column++) {
                    Pixel pixel = Objects.requireNonNull(fresh.pixel(column, row));
                    assertEquals(pixel, changed.pixel(column, row), color::toString);
                    if (pixel.outcome() != PixelOutcome.INVALID) {
                        assertEquals(median(bySeed, column, row, color), pixel, color::toString);
                    }
                }
            }
        }
        return shown.outcomes();
    }

    private static Pixel median(List<MapSnapshot> bySeed, int column, int row, MapColor color) {
        return SeedMedian.of(
                bySeed.stream()
                        .map(each -> Objects.requireNonNull(each.pixel(column, row)))
                        .toList(),
                color);
    }

    @Test
    void anotherColorOfANetworkNeedsNoRun() {
        Set<MapColor> colors = EnumSet.complementOf(EnumSet.of(MapColor.EPOCHS_TO_TARGET, MapColor.SPECTRAL_RADIUS));
        for (int seeds : new int[] {1, 4}) {
            Set<PixelOutcome> outcomes = assertSharesRuns(NETWORK.withSeeds(seeds), colors);
            assertTrue(
                    outcomes.containsAll(Set.of(PixelOutcome.CONVERGED, PixelOutcome.DIVERGED, PixelOutcome.INVALID)),
                    outcomes::toString);
            colors.add(MapColor.EPOCHS_TO_TARGET);
            assertSharesRuns(
                    NETWORK.withSeeds(seeds)
                            .withColor(MapColor.EPOCHS_TO_TARGET)
                            .withTarget(0.6),
                    colors);
            colors.remove(MapColor.EPOCHS_TO_TARGET);
        }
    }

    @Test
    void epochsToATargetNeedRunsThatWatchIt() {
        MapCache cache = new MapCache(10_000_000);
        compute(NETWORK, cache.pixels(NETWORK));
        MapSpecification watched = NETWORK.withColor(MapColor.EPOCHS_TO_TARGET).withTarget(0.6);
        assertEquals(36, compute(watched, cache.pixels(watched)).progress().runs());
        MapSpecification other = watched.withTarget(0.5);
        assertEquals(36, compute(other, cache.pixels(other)).progress().runs());
        assertEquals(0, compute(watched, cache.pixels(watched)).progress().runs());
    }

    @Test
    void anotherColorOfADescentNeedsNoRun() {
        MapSpecification descents = new MapSpecification(
                new MapSubject.OfDescent(new DescentSetup(
                        "parabola",
                        Map.of("curvature", 1.0),
                        List.of(1.0),
                        30,
                        List.of(new DescentSetup.Racer(0.3, new Sgd(0.8, false), true)))),
                new MapAxis("learningRate", new SearchDimension.LinearDimension(0.1, 4), 8),
                new MapAxis("optimizer.momentum", new SearchDimension.LinearDimension(0, 0.9), 5),
                MapColor.TRAIN_LOSS);
        assertSharesRuns(descents, EnumSet.of(MapColor.TRAIN_LOSS, MapColor.EPOCHS_TO_TARGET, MapColor.OUTCOME));
        MapCache cache = new MapCache(10_000_000);
        compute(descents, cache.pixels(descents));
        MapSpecification closedForm = descents.withColor(MapColor.SPECTRAL_RADIUS);
        assertEquals(
                40, compute(closedForm, cache.pixels(closedForm)).progress().runs(), "the closed form is not a run");
    }

    @Test
    void anotherColorOfTheFractalNeedsNoRun() {
        MapSpecification fractal = new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT.withSteps(40)),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 1e4), 6),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 1e3), 5),
                MapColor.TRAIN_LOSS);
        for (int seeds : new int[] {1, 3}) {
            assertSharesRuns(fractal.withSeeds(seeds), EnumSet.of(MapColor.TRAIN_LOSS, MapColor.OUTCOME));
        }
    }

    @Test
    void memoryOfAllColorsIsBounded() {
        long limit = 4 * MapCache.TILE_BYTES;
        MapCache cache = new MapCache(limit);
        for (int seeds = 1; seeds <= 3; seeds++) {
            MapSpecification map = NETWORK.withSeeds(seeds);
            compute(map, cache.pixels(map));
            assertTrue(cache.bytes() <= limit, () -> cache.bytes() + " bytes");
        }
        compute(NETWORK, cache.pixels(NETWORK));
        assertTrue(cache.bytes() > MapCache.TILE_BYTES, "one seed keeps all colors in less than four tiles");
    }
}
