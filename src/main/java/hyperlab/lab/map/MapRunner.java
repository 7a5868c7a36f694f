package hyperlab.lab.map;

import hyperlab.data.DataSplit;
import hyperlab.file.MapTrainers;
import hyperlab.map.MapCache;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.NetworkPixelTrainer;
import hyperlab.map.OverlayCurves;
import hyperlab.map.Pixel;
import hyperlab.map.PixelStore;
import hyperlab.map.PixelTrainer;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes one map at a time on workers, and keeps the pixels of the latest maps, so that a map that comes back is there
 * at once. A new map cancels the previous one. FX thread only.
 */
final class MapRunner {
    private static final long CACHE_BYTES = 64L << 20;

    private final TaskExecutor workers;
    private final int threads;
    private MapCache cache = new MapCache(CACHE_BYTES);
    private @Nullable Path cacheFolder;
    private final AtomicLong current = new AtomicLong();
    private final Conflator<NumberedUpdate> updates;
    private final Object working = new Object();

    /**
     * The pixels so far.
     *
     * @param snapshot null before the first picture
     * @param analysis of the snapshot
     * @param sharpness λ at the initial weights; NaN while it is not known, or for a map without such a line
     * @param ended whether the computation has ended
     * @param error why the map is invalid; null otherwise
     */
    record MapUpdate(
            @Nullable MapSnapshot snapshot,
            @Nullable MapAnalysis analysis,
            double sharpness,
            boolean ended,
            @Nullable InvalidInputException error) {}

    private record NumberedUpdate(long number, MapUpdate update) {}

    /**
     * @param threads number of threads that compute a map
     * @param fxExecutor delivers the updates: the FX thread
     */
    MapRunner(TaskExecutor workers, int threads, Executor fxExecutor, Consumer<MapUpdate> listener) {
        this.workers = workers;
        this.threads = threads;
        updates = new Conflator<>(fxExecutor, numbered -> {
            if (numbered.number() == current.get()) {
                listener.accept(numbered.update());
            }
        });
    }

    /** Computes a map, starting from the pixels that are known. */
    void start(MapSpecification map, @Nullable Path folder) {
        long number = current.incrementAndGet();
        PixelStore store = pixels(map, folder);
        workers.run("map", () -> {
            synchronized (working) {
                work(map, folder, store, number);
            }
        });
    }

    /** The pixel of a map, perhaps one that was trained for another color; null if it is not known. */
    @Nullable
    Pixel find(MapSpecification map, @Nullable Path folder, MapCell cell) {
        return pixels(map, folder).find(cell.column(), cell.row());
    }

    private PixelStore pixels(MapSpecification map, @Nullable Path folder) {
        if (!Objects.equals(folder, cacheFolder)) {
            cache = new MapCache(CACHE_BYTES);
            cacheFolder = folder;
        }
        return cache.pixels(map);
    }

    /** Cancels the computation; its pixels are kept. */
    void stop() {
        current.incrementAndGet();
    }

    private boolean isCancelled(long number) {
        return current.get() != number;
    }

    private void work(MapSpecification map, @Nullable Path folder, PixelStore store, long number) {
        if (isCancelled(number)) {
            return;
        }
        try {
            PixelTrainer trainer = MapTrainers.of(map, folder);
            MapComputation computation = new MapComputation(map, trainer, store);
            DataSplit split = trainer instanceof NetworkPixelTrainer networks ? networks.partition() : null;
            computation.run(
                    task -> workers.run("map", task),
                    threads,
                    snapshot -> offer(number, snapshot, split, Double.NaN, false),
                    () -> isCancelled(number));
            MapSnapshot last = computation.snapshot();
            offer(number, last, split, Double.NaN, split == null);
            if (split != null) {
                offer(number, last, split, sharpness(map, split, number), true);
            }
        } catch (InvalidInputException error) {
            updates.offer(new NumberedUpdate(number, new MapUpdate(null, null, Double.NaN, true, error)));
        }
    }

    private void offer(long number, MapSnapshot snapshot, @Nullable DataSplit split, double sharpness, boolean ended) {
        updates.offer(new NumberedUpdate(
                number, new MapUpdate(snapshot, MapAnalysis.of(snapshot, split), sharpness, ended, null)));
    }

    private double sharpness(MapSpecification map, DataSplit split, long number) {
        Experiment experiment = ((MapSubject.OfExperiment) map.subject()).experiment();
        boolean hasLine = OverlayCurves.twoOverSharpness(map, 1).isPresent()
                && (map.x().key().equals("training.batchSize") || map.y().key().equals("training.batchSize"));
        return hasLine
                ? OverlayCurves.initialSharpness(experiment, split, () -> isCancelled(number))
                        .value()
                : Double.NaN;
    }
}
