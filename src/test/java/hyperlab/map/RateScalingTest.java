package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.learn.LinkedDocuments;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.Conclusion;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes and intervals agree with NumPy and SciPy ({@code rate_scaling.py}). */
class RateScalingTest {
    private static final MapAxis RATE =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(1.0 / 1024, 1024), 81);
    private static final MapAxis BATCH =
            new MapAxis("training.batchSize", new SearchDimension.CategoricalDimension(List.of("4", "16", "64")), 64);

    @Test
    void slopesAndIntervalAgreeWithSciPy() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/test/resources/hyperlab/map/rate_scaling.json")));
        RateScaling scaling = RateScaling.ofRates(RecordedBestRates.digits());
        assertEquals(10, scaling.seeds().size());
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(
                    expected.get("slopes").get(seed).doubleValue(),
                    scaling.seeds().get(seed).slope(),
                    1e-12);
        }
        assertEquals(expected.get("mean").doubleValue(), scaling.slope(), 1e-12);
        assertEquals(expected.get("from").doubleValue(), scaling.from(), 1e-9);
        assertEquals(expected.get("to").doubleValue(), scaling.to(), 1e-9);
        assertEquals(Conclusion.LESS, scaling.conclusion());
    }

    /** The geometric means and ratios with their intervals, and both lines, agree with NumPy and SciPy. */
    @Test
    void ratesOfBatchSizesAndTheirGrowthAgreeWithSciPy() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/test/resources/hyperlab/map/rate_scaling.json")));
        RateScaling scaling = RateScaling.ofRates(RecordedBestRates.digits());
        List<RateScaling.BatchRate> rates = scaling.batchRates();
        assertEquals(expected.get("means").size(), rates.size());
        for (RateScaling.BatchRate rate : rates) {
            String batch = Integer.toString(rate.batchSize());
            assertInterval(expected.get("means").get(batch), rate.mean(), rate.from(), rate.to());
            assertEquals(expected.get("fitted").get(batch).doubleValue(), scaling.fitted(rate.batchSize()), 1e-12);
            assertEquals(rates.get(0).mean() * rate.batchSize() / 4, scaling.proportional(rate.batchSize()), 1e-12);
        }
        RateScaling.Growth all = scaling.growth();
        assertEquals(List.of(4, 512), List.of(all.fromBatch(), all.toBatch()));
        assertEquals(128, all.batchFactor());
        assertInterval(expected.get("growth").get("512"), all.rateFactor(), all.from(), all.to());
        RateScaling.Growth beginning = scaling.proportionalGrowth().orElseThrow();
        assertEquals(List.of(4, 8), List.of(beginning.fromBatch(), beginning.toBatch()));
        assertInterval(
                expected.get("growth").get("8"), beginning.rateFactor(), beginning.from(), beginning.to());
        assertTrue(beginning.from() < 2 && beginning.to() > 2, "doubling is possible");
        assertTrue(expected.get("growth").get("16").get(2).doubleValue() < 4, "at 16 it is not");
    }

    private static void assertInterval(JsonNode expected, double mean, double from, double to) {
        assertEquals(expected.get(0).doubleValue(), mean, 1e-9);
        assertEquals(expected.get(1).doubleValue(), from, 1e-9);
        assertEquals(expected.get(2).doubleValue(), to, 1e-9);
    }

    @Test
    void proportionalGrowthEndsAtTheFirstBatchSizeOutsideTheInterval() {
        RateScaling all = RateScaling.ofRates(List.of(rates(1, 1, 2.1, 4.2), rates(2, 1, 1.9, 3.8)));
        assertEquals(16, all.proportionalGrowth().orElseThrow().toBatch());
        RateScaling none = RateScaling.ofRates(List.of(rates(1, 1, 1.1, 4.2), rates(2, 1, 1.1, 3.8)));
        assertTrue(none.proportionalGrowth().isEmpty(), "8 lies outside, so that 16 does not count");
    }

    private static SeedRates rates(long seed, double... rates) {
        return new SeedRates(
                seed,
                IntStream.range(0, rates.length)
                        .mapToObj(k -> new BestRate(4 << k, rates[k], 0))
                        .toList());
    }

    /** One row of the record is computed again. */
    @Test
    void recordedRatesAreThoseOfTheMap() throws IOException {
        MapSpecification map = ((Document.OfMap) LinkedDocuments.load("rate-scaling")).map();
        MapSpecification row = map.withAxes(
                map.x(),
                new MapAxis("training.batchSize", new SearchDimension.CategoricalDimension(List.of("512")), 2));
        MapComputation computation = new MapComputation(row, MapTrainers.of(row, null), PixelStore.NONE);
        computation.run(Runnable::run, 1, snapshot -> {}, () -> false);
        RateRows.RateRow found =
                RateRows.of(computation.snapshot()).orElseThrow().rows().get(0);
        assertEquals(
                RecordedBestRates.digits().get(0).rates().get(7), new BestRate(512, found.best(), found.bestValue()));
    }

    /** A map whose loss is lowest at a rate that depends on the batch size. */
    private static MapSnapshot map(long seed, DoubleUnaryOperator best) {
        return map(seed, (rate, batch) -> Math.abs(Math.log(rate / best.applyAsDouble(batch))), MapColor.TRAIN_LOSS);
    }

    private static MapSnapshot map(long seed, DoubleBinaryOperator value, MapColor color) {
        MapSpecification map = new MapSpecification(
                new MapSubject.OfExperiment(Experiment.DEFAULT.withSeed(seed)), RATE, BATCH, color);
        MapComputation computation = new MapComputation(
                map,
                (values, cancelled) -> new Pixel(
                        PixelOutcome.CONVERGED,
                        1,
                        value.applyAsDouble(Double.parseDouble(values.x()), Double.parseDouble(values.y())),
                        0),
                PixelStore.NONE);
        computation.run(Runnable::run, 1, snapshot -> {}, () -> false);
        return computation.snapshot();
    }

    /** The axis has four values for each factor of 2, so that the best rates are on it. */
    @ParameterizedTest
    @CsvSource({"0.5, LESS", "1.25, MORE", "-0.5, FALLS"})
    void findsTheExponent(double exponent, Conclusion conclusion) {
        RateScaling scaling = RateScaling.of(List.of(
                        map(7, batch -> Math.pow(batch, exponent)), map(8, batch -> 2 * Math.pow(batch, exponent))))
                .orElseThrow();
        assertEquals(exponent, scaling.slope(), 1e-9);
        assertEquals(
                List.of(7L, 8L), scaling.seeds().stream().map(SeedRates::seed).toList());
        assertEquals(conclusion, scaling.conclusion());
    }

    @ParameterizedTest
    @CsvSource({
        "-0.3, -0.1, FALLS",
        "-0.1, 0.9, NO_GROWTH_SHOWN",
        "0.1, 0.9, LESS",
        "0.1, 1.1, COMPATIBLE",
        "1.1, 1.4, MORE",
        "-0.2, 1.2, OPEN"
    })
    void concludesNoMoreThanTheIntervalSays(double from, double to, Conclusion conclusion) {
        assertEquals(conclusion, new RateScaling(List.of(), (from + to) / 2, from, to).conclusion());
    }

    @Test
    void saysNothingWithoutEnoughBestRates() {
        MapSnapshot one = map(1, batch -> 1);
        assertTrue(RateScaling.of(List.of(one)).isEmpty(), "one seed has no interval");
        assertTrue(RateScaling.of(List.of(one, map(2, batch -> 2))).isPresent());
        assertTrue(RateScaling.of(List.of(one, map(2, batch -> 1e6))).isEmpty(), "best at the end of the axis");
        assertTrue(
                RateScaling.of(List.of(one, map(2, (rate, batch) -> Double.NaN, MapColor.TRAIN_LOSS)))
                        .isEmpty(),
                "no best rate");
        assertFalse(RateScaling.applies(one.map().withColor(MapColor.OUTCOME)));
        assertFalse(RateScaling.applies(one.map().withAxes(RATE, new MapAxis("seed", BATCH.dimension(), 3))));
    }

    @Test
    void eachSeedHasAMapOfItsOwn() {
        MapSpecification map = map(5, batch -> 1).map().withSeeds(3);
        List<MapSpecification> maps = map.eachSeed();
        assertEquals(3, maps.size());
        IntStream.range(0, 3).forEach(run -> {
            assertEquals(1, maps.get(run).seeds());
            assertEquals(
                    5 + run,
                    ((MapSubject.OfExperiment) maps.get(run).subject())
                            .experiment()
                            .seed());
        });
    }

    @Test
    void threeBatchSizesOnALineHaveItsSlope() {
        SeedRates rates =
                new SeedRates(1, List.of(new BestRate(1, 0.1, 0), new BestRate(8, 0.2, 0), new BestRate(64, 0.4, 0)));
        assertEquals(1 / 3.0, rates.slope(), 1e-12);
    }
}
