package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MapComputationTest {
    private static final int SIZE = 100;
    private static final MapSpecification MAP = new MapSpecification(
            new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
            new MapAxis("layerRates.0", new SearchDimension.LinearDimension(1, SIZE), SIZE),
            new MapAxis("layerRates.1", new SearchDimension.LinearDimension(1, SIZE), SIZE),
            MapColor.TRAIN_LOSS);

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    /** Diverges outside a circle, and counts the runs. */
    private static final class CircleTrainer implements PixelTrainer {
        private final List<PixelValues> order = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Pixel train(PixelValues values, BooleanSupplier cancelled) {
            order.add(values);
            double x = Double.parseDouble(values.x());
            double y = Double.parseDouble(values.y());
            double radius = Math.hypot(x - 40, y - 55);
            return radius > 30.5
                    ? new Pixel(PixelOutcome.DIVERGED, 1 / radius, Double.NaN, 1)
                    : new Pixel(PixelOutcome.CONVERGED, 10, x + 1000 * y, 0);
        }
    }

    private MapSnapshot compute(PixelTrainer trainer, PixelStore store, int threads) {
        MapComputation computation = new MapComputation(MAP, trainer, store);
        assertTrue(computation.run(executor, threads, snapshot -> {}, () -> false));
        return computation.snapshot();
    }

    private static void assertSame(MapSnapshot expected, MapSnapshot actual) {
        for (int row = 0; row < expected.rows(); row++) {
            for (int column = 0; column < expected.columns(); column++) {
                assertEquals(expected.pixel(column, row), actual.pixel(column, row));
            }
        }
    }

    @Test
    void everyPixelIsTrainedOnceWithItsOwnValues() {
        CircleTrainer trainer = new CircleTrainer();
        MapSnapshot snapshot = compute(trainer, PixelStore.NONE, 1);

        assertEquals(SIZE * SIZE, trainer.order.size());
        assertEquals(SIZE * SIZE, trainer.order.stream().distinct().count());
        Pixel pixel = snapshot.pixel(39, 54);
        assertNotNull(pixel);
        assertEquals(40 + 55_000, pixel.value());
        assertTrue(snapshot.progress().isComplete());
        assertEquals(SIZE * SIZE, snapshot.progress().runs());
    }

    @Test
    void resultDoesNotDependOnThreads() {
        MapSnapshot one = compute(new CircleTrainer(), PixelStore.NONE, 1);
        for (int threads : new int[] {2, 5}) {
            assertSame(one, compute(new CircleTrainer(), PixelStore.NONE, threads));
        }
    }

    @Test
    void meanFieldPixelsDoNotDependOnThreadsOrNeighbors() {
        MapSpecification small = new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT.withSteps(60)),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 1e4), 12),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 1e3), 9),
                MapColor.TRAIN_LOSS);
        MeanFieldPixelTrainer trainer = new MeanFieldPixelTrainer(small).validate();
        MapComputation many = new MapComputation(small, trainer, PixelStore.NONE);
        assertTrue(many.run(executor, 3, snapshot -> {}, () -> false));
        MapSnapshot snapshot = many.snapshot();
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 12; column++) {
                PixelTrainer.PixelValues values = new PixelTrainer.PixelValues(
                        small.x().values().get(column), small.y().values().get(row));
                assertEquals(trainer.train(values, () -> false), snapshot.pixel(column, row));
            }
        }
    }

    @Test
    void firstPictureIsCoarseAndBoundaryFollows() {
        List<MapSnapshot> snapshots = new ArrayList<>();
        CircleTrainer trainer = new CircleTrainer();
        MapComputation computation = new MapComputation(MAP, trainer, PixelStore.NONE);
        AtomicInteger boundaryRuns = new AtomicInteger();
        // Cancelled when the boundary passes are over: pass 1, then 4 levels down to single pixels.
        boolean complete = computation.run(executor, 1, snapshots::add, () -> {
            if (computation.snapshot().progress().pass() > 5) {
                boundaryRuns.compareAndSet(0, trainer.order.size());
                return true;
            }
            return false;
        });

        assertFalse(complete);
        assertTrue(snapshots.get(0).progress().known() <= MapComputation.MAX_COARSE_PIXELS / 4 + 1);
        assertEquals(0, snapshots.get(0).representative(31, 31));
        assertTrue(snapshots.get(1).progress().known() <= MapComputation.MAX_COARSE_PIXELS);
        MapSnapshot snapshot = computation.snapshot();
        assertTrue(
                snapshot.progress().known() < SIZE * SIZE / 3,
                () -> "" + snapshot.progress().known());
        // Where two neighbors differ in the full map, both are known, except where a thin part was missed.
        MapSnapshot full = compute(new CircleTrainer(), PixelStore.NONE, 1);
        int boundary = 0;
        int known = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column + 1 < SIZE; column++) {
                int index = row * SIZE + column;
                if (full.outcome(index) != full.outcome(index + 1)) {
                    boundary++;
                    known += snapshot.isKnown(column, row) && snapshot.isKnown(column + 1, row) ? 1 : 0;
                }
            }
        }
        assertTrue(known > 0.99 * boundary, known + " of " + boundary);
    }

    @Test
    void unknownPixelsAreRepresentedByCoarserOnes() {
        MapComputation computation = new MapComputation(MAP, new CircleTrainer(), PixelStore.NONE);
        AtomicInteger left = new AtomicInteger(50);
        computation.run(executor, 1, snapshot -> {}, () -> left.decrementAndGet() < 0);
        MapSnapshot snapshot = computation.snapshot();

        assertNull(snapshot.pixel(1, 1));
        assertEquals(0, snapshot.representative(1, 1));
        assertEquals(16 * SIZE + 16, snapshot.representative(17, 31));
    }

    /** Trains the pixels of a column together. */
    private static final class ColumnTrainer implements PixelTrainer {
        private final List<List<PixelValues>> batches = new ArrayList<>();

        @Override
        public Pixel train(PixelValues values, BooleanSupplier cancelled) {
            return new Pixel(PixelOutcome.CONVERGED, 10, Double.parseDouble(values.x()), 0);
        }

        @Override
        public int preferredBatch() {
            return SIZE;
        }

        @Override
        public boolean groupsColumns() {
            return true;
        }

        @Override
        public void trainAll(List<PixelValues> pixels, PixelConsumer results, BooleanSupplier cancelled) {
            batches.add(pixels);
            PixelTrainer.super.trainAll(pixels, results, cancelled);
        }
    }

    @Test
    void pixelsOfColumnAreTrainedTogether() {
        ColumnTrainer trainer = new ColumnTrainer();
        MapSnapshot snapshot = compute(trainer, PixelStore.NONE, 1);

        // All outcomes are equal, so the pass before the last one leaves half of every other column.
        List<PixelTrainer.PixelValues> last = trainer.batches.get(trainer.batches.size() - 1);
        assertTrue(last.stream().map(PixelTrainer.PixelValues::x).distinct().count() <= 2, last::toString);
        Pixel pixel = snapshot.pixel(39, 54);
        assertNotNull(pixel);
        assertEquals(40, pixel.value());
        assertTrue(snapshot.progress().isComplete());
    }

    @Test
    void cancelledComputationGoesOn() {
        CircleTrainer trainer = new CircleTrainer();
        MapComputation computation = new MapComputation(MAP, trainer, PixelStore.NONE);
        AtomicInteger left = new AtomicInteger(1500);
        assertFalse(computation.run(executor, 2, snapshot -> {}, () -> left.decrementAndGet() < 0));
        int before = trainer.order.size();
        assertTrue(before < SIZE * SIZE);

        assertTrue(computation.run(executor, 2, snapshot -> {}, () -> false));

        assertEquals(SIZE * SIZE, trainer.order.size());
        assertSame(compute(new CircleTrainer(), PixelStore.NONE, 1), computation.snapshot());
    }

    @Test
    void cacheMakesMapThereAtOnce() {
        MapCache cache = new MapCache(10_000_000);
        MapSnapshot first = compute(new CircleTrainer(), cache.pixels(MAP), 2);
        CircleTrainer again = new CircleTrainer();

        MapSnapshot second = compute(again, cache.pixels(MAP), 2);

        assertEquals(0, again.order.size());
        assertSame(first, second);
        assertNull(cache.pixels(MAP.withSeeds(2)).find(0, 0));
    }

    @Test
    void cacheMemoryIsBounded() {
        MapCache cache = new MapCache(3 * MapCache.TILE_BYTES);
        for (int seeds = 1; seeds <= 4; seeds++) {
            compute(new CircleTrainer(), cache.pixels(MAP.withSeeds(seeds)), 1);
            assertTrue(cache.bytes() <= 3 * MapCache.TILE_BYTES);
        }
        assertNull(cache.pixels(MAP).find(0, 0));
        assertNotNull(cache.pixels(MAP.withSeeds(4)).find(SIZE - 1, SIZE - 1));
    }
}
