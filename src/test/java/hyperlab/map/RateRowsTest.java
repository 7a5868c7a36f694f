package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The rows of maps whose pixels follow a formula. */
class RateRowsTest {
    private static final MapAxis RATE =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(1.0 / 1024, 1024), 21);

    private static MapAxis batches(String... sizes) {
        return new MapAxis("training.batchSize", new SearchDimension.CategoricalDimension(List.of(sizes)), 64);
    }

    /** Computes a map whose pixels follow from the rate and the batch size. */
    private static MapSnapshot compute(
            MapAxis x, MapAxis y, MapColor color, BiFunction<Double, Double, Pixel> pixels, int stopAfter) {
        MapSpecification map = new MapSpecification(new MapSubject.OfExperiment(Experiment.DEFAULT), x, y, color);
        int[] count = new int[1];
        PixelTrainer trainer = new PixelTrainer() {
            @Override
            public Pixel train(PixelValues values, BooleanSupplier cancelled) {
                count[0]++;
                return pixels.apply(Double.valueOf(values.x()), Double.valueOf(values.y()));
            }
        };
        MapComputation computation = new MapComputation(map, trainer, PixelStore.NONE);
        computation.run(Runnable::run, 1, snapshot -> {}, () -> count[0] >= stopAfter);
        return computation.snapshot();
    }

    private static Pixel converged(double value) {
        return new Pixel(PixelOutcome.CONVERGED, 30, value, 0);
    }

    private static Pixel diverged() {
        return new Pixel(PixelOutcome.DIVERGED, 1, Double.NaN, 1);
    }

    /** Diverges from 2√B on; best at B/16 up to B = 16, then at 1. */
    private static Pixel wedge(double rate, double batch) {
        double best = Math.min(1, batch / 16);
        return rate >= 2 * Math.sqrt(batch) ? diverged() : converged(1 + Math.abs(Math.log(rate / best)));
    }

    @Test
    void findsLimitAndBestRateOfEachRow() {
        MapSnapshot snapshot =
                compute(RATE, batches("1", "4", "16", "64"), MapColor.TRAIN_LOSS, RateRowsTest::wedge, 1000);
        RateRows rows = RateRows.of(snapshot).orElseThrow();

        assertEquals("training.batchSize", rows.otherKey());
        assertEquals(4, rows.rows().size());
        RateRows.RateRow first = rows.rows().get(0);
        assertEquals(1, first.other());
        assertEquals(1, first.limit());
        assertEquals(2, first.firstDiverged());
        assertEquals(1.0 / 16, first.best(), 1e-12);
        assertEquals(1, first.bestValue(), 1e-9);
        assertEquals(8, rows.rows().get(3).limit());
        assertEquals(1, rows.rows().get(3).best());
    }

    @Test
    void rowsWithoutADifferenceHaveNoBestRate() {
        BiFunction<Double, Double, Pixel> none =
                (rate, batch) -> rate > 1 ? diverged() : converged(batch == 4 && rate < 0.5 ? 0.25 : 0);
        List<RateRows.RateRow> rows = RateRows.of(compute(RATE, batches("1", "4"), MapColor.DEAD_UNITS, none, 1000))
                .orElseThrow()
                .rows();
        assertTrue(Double.isNaN(rows.get(0).best()));
        assertTrue(Double.isNaN(rows.get(0).bestValue()));
        assertEquals(0.5, rows.get(1).best());

        MapSnapshot gap =
                compute(RATE, batches("1"), MapColor.GENERALIZATION_GAP, (rate, batch) -> converged(rate), 1000);
        assertTrue(Double.isNaN(RateRows.of(gap).orElseThrow().rows().get(0).best()), "a small gap is no aim");
    }

    /** The median run of a pixel may converge although another seed diverged. */
    @Test
    void noSeedDivergesUpToTheLimit() {
        MapSnapshot snapshot = compute(
                RATE,
                batches("1", "4"),
                MapColor.TRAIN_LOSS,
                (rate, batch) ->
                        rate >= 2 ? diverged() : new Pixel(PixelOutcome.CONVERGED, 30, 1, rate >= 1 ? 0.25 : 0),
                1000);
        RateRows.RateRow row = RateRows.of(snapshot).orElseThrow().rows().get(0);
        assertEquals(0.5, row.limit());
        assertEquals(1, row.firstDiverged());
    }

    @Test
    void findsRatesProportionalToTheBatchSizeUpToWhereTheyBend() {
        MapSnapshot snapshot =
                compute(RATE, batches("1", "4", "16", "64"), MapColor.TRAIN_LOSS, RateRowsTest::wedge, 1000);
        RateRows.ConstantRatio ratio =
                RateRows.of(snapshot).orElseThrow().constantRatio().orElseThrow();

        assertEquals(1, ratio.fromBatch());
        assertEquals(16, ratio.toBatch());
        assertEquals(1.0 / 16, ratio.middle(), 1e-12);
    }

    @Test
    void ratesThatAreNotProportionalHaveNoRatio() {
        MapSnapshot same = compute(
                RATE,
                batches("1", "4", "16", "64"),
                MapColor.TRAIN_LOSS,
                (rate, batch) -> converged(Math.abs(Math.log(rate))),
                1000);
        assertTrue(RateRows.of(same).orElseThrow().constantRatio().isEmpty());
        MapSnapshot few = compute(RATE, batches("1", "16"), MapColor.TRAIN_LOSS, RateRowsTest::wedge, 1000);
        assertTrue(RateRows.of(few).orElseThrow().constantRatio().isEmpty(), "two rows are no line");
    }

    @Test
    void onlyCompleteRowsCount() {
        MapSnapshot snapshot =
                compute(RATE, batches("1", "4", "16", "64"), MapColor.TRAIN_LOSS, RateRowsTest::wedge, 30);
        RateRows rows = RateRows.of(snapshot).orElseThrow();
        assertTrue(rows.rows().size() < 4);
        for (RateRows.RateRow row : rows.rows()) {
            for (int column = 0; column < snapshot.columns(); column++) {
                assertTrue(snapshot.isKnown(column, row.index()));
            }
        }
    }

    @Test
    void largerAccuracyIsBetterAndRateMayBeOnEitherAxis() {
        MapSnapshot snapshot = compute(
                batches("1", "4", "16", "64"),
                RATE,
                MapColor.TRAIN_ACCURACY,
                (batch, rate) -> converged(1 / (1 + Math.abs(Math.log(rate / (batch / 16))))),
                1000);
        RateRows rows = RateRows.of(snapshot).orElseThrow();
        assertEquals(1.0 / 16, rows.rows().get(0).best(), 1e-12);
        assertEquals(4, rows.rows().get(3).best(), 1e-12);
        assertTrue(Double.isNaN(rows.rows().get(0).firstDiverged()));
        MapSnapshot other = compute(
                new MapAxis("training.penalty.l2", new SearchDimension.LogDimension(1e-5, 1), 4),
                batches("1", "4"),
                MapColor.TRAIN_LOSS,
                (l2, batch) -> converged(1),
                100);
        assertFalse(RateRows.of(other).isPresent());
    }

    @Test
    void tinyLastBatchIsFoundOnlyWhereBothNeighborsEndBetter() {
        MapAxis sizes = new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(60, 70), 64);
        // 200 = 3·66 + 2; the last batches of 65 and 64, 5 and 8, are tiny, too, but not those of 63 and 67.
        MapSnapshot striped = compute(
                RATE,
                sizes,
                MapColor.TRAIN_LOSS,
                (rate, batch) -> rate > 100 ? diverged() : converged(batch == 66 && rate == 1 ? 0.2 : 0.1),
                10_000);
        TinyLastBatch tiny = TinyLastBatch.find(striped, 200).orElseThrow();
        assertEquals(new TinyLastBatch(66, 2, 1, 0.2, 67, 0.1), tiny);
        MapSnapshot even = compute(RATE, sizes, MapColor.TRAIN_LOSS, (rate, batch) -> converged(0.1), 10_000);
        assertTrue(TinyLastBatch.find(even, 200).isEmpty());
        MapSnapshot slope =
                compute(RATE, sizes, MapColor.TRAIN_LOSS, (rate, batch) -> converged(Math.pow(2, batch)), 10_000);
        assertTrue(TinyLastBatch.find(slope, 200).isEmpty(), "a neighbor ends worse");
        assertTrue(TinyLastBatch.find(striped, 198).isEmpty(), "66 divides 198");
        MapSnapshot wide = compute(
                RATE,
                sizes,
                MapColor.TRAIN_LOSS,
                (rate, batch) -> converged(batch == 63 || batch == 66 ? 0.2 : 0.1),
                10_000);
        assertTrue(TinyLastBatch.find(wide, 200).isEmpty(), "63 ends as badly");
    }
}
