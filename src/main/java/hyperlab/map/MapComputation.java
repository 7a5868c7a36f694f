package hyperlab.map;

import hyperlab.train.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Computes a map from coarse to fine. The first pass trains a coarse grid of at most {@value #MAX_COARSE_PIXELS}
 * pixels, beginning with every other one in both directions, so that there is a picture at once. Then the step is
 * halved until it is one pixel, twice: first only where the corners of a coarse cell have different outcomes, so that
 * the boundary appears early, then everywhere. In the end every pixel was trained; the result depends neither on the
 * number of threads nor on the order. Pixels that the store knows are not trained again.
 */
public final class MapComputation {
    /** The maximum number of pixels of the first pass. */
    static final int MAX_COARSE_PIXELS = 64;

    private static final long MIN_INTERVAL_NANOS = 60_000_000L;
    /** A coarse picture that takes longer is shown while it is incomplete. */
    private static final long COARSE_INTERVAL_NANOS = 250_000_000L;
    /** Copying the pixels for a snapshot takes at most this fraction of the time. */
    private static final int MAX_COPY_SHARE = 20;

    private final MapSpecification map;
    private final PixelTrainer trainer;
    private final PixelStore store;
    private final List<String> xValues;
    private final List<String> yValues;
    private final int columns;
    private final int rows;
    private final int coarseStep;
    private final int passes;
    private final PixelArray pixels;
    private int known;
    private int pass = 1;
    private long runs;
    private long startNanos;
    private long latestNanos;
    private long intervalNanos = MIN_INTERVAL_NANOS;

    public MapComputation(MapSpecification map, PixelTrainer trainer, PixelStore store) {
        this.map = map;
        this.trainer = trainer;
        this.store = store;
        xValues = map.x().values();
        yValues = map.y().values();
        columns = xValues.size();
        rows = yValues.size();
        coarseStep = coarseStep(columns, rows);
        passes = 1 + 2 * Integer.numberOfTrailingZeros(coarseStep);
        pixels = new PixelArray(columns * rows);
    }

    /** The smallest power of 2 at which the grid has at most {@value #MAX_COARSE_PIXELS} pixels. */
    private static int coarseStep(int columns, int rows) {
        int step = 1;
        while ((long) points(columns, step) * points(rows, step) > MAX_COARSE_PIXELS) {
            step *= 2;
        }
        return step;
    }

    /** The number of multiples of {@code step} below {@code length}. */
    private static int points(int length, int step) {
        return (length + step - 1) / step;
    }

    /**
     * Trains all pixels that are not known, on the calling thread and on up to {@code threads} − 1 threads of
     * {@code executor}. After a cancellation it can be called again and goes on.
     *
     * @param cancelled checked often; true stops the running training runs, too
     * @return whether all pixels are known
     */
    public boolean run(Executor executor, int threads, MapListener listener, BooleanSupplier cancelled) {
        start();
        pass = 1;
        train(missingOfFirstPicture(), executor, threads, listener, cancelled);
        listener.mapChanged(snapshot());
        for (; pass <= passes; pass++) {
            train(missingOf(pass), executor, threads, listener, cancelled);
            if (cancelled.getAsBoolean()) {
                listener.mapChanged(snapshot());
                return snapshot().progress().isComplete();
            }
            if (pass == 1) {
                listener.mapChanged(snapshot());
            }
        }
        pass = passes;
        listener.mapChanged(snapshot());
        return true;
    }

    private void train(int[] missing, Executor executor, int threads, MapListener listener, BooleanSupplier cancelled) {
        int batch = Math.max(1, Math.min(trainer.preferredBatch(), (missing.length + threads - 1) / threads));
        Parallel.runAll(
                (missing.length + batch - 1) / batch,
                threads,
                executor,
                k -> train(missing, k * batch, batch, listener, cancelled),
                cancelled);
    }

    private synchronized void start() {
        startNanos = System.nanoTime();
        latestNanos = startNanos;
        runs = 0;
        int stored = store.isEmpty() ? 0 : columns * rows;
        for (int index = 0; index < stored; index++) {
            Pixel pixel = pixels.has(index) ? null : store.find(index % columns, index / columns);
            if (pixel != null) {
                pixels.set(index, pixel);
                known++;
            }
        }
    }

    private synchronized int[] missingOfFirstPicture() {
        return missing(2 * coarseStep, index -> true);
    }

    /** The pixels of a pass that are not known, row by row or column by column. */
    private synchronized int[] missingOf(int number) {
        int levels = (passes - 1) / 2;
        if (number == 1) {
            return missing(coarseStep, index -> true);
        }
        boolean boundaryOnly = number <= 1 + levels;
        int step = coarseStep >> (boundaryOnly ? number - 1 : number - 1 - levels);
        return missing(step, index -> !boundaryOnly || touchesBoundary(index, 2 * step));
    }

    private int[] missing(int step, IntPredicate wanted) {
        int[] found = new int[points(columns, step) * points(rows, step)];
        boolean byColumn = trainer.groupsColumns();
        int outerLength = byColumn ? columns : rows;
        int innerLength = byColumn ? rows : columns;
        int count = 0;
        for (int outer = 0; outer < outerLength; outer += step) {
            for (int inner = 0; inner < innerLength; inner += step) {
                int index = byColumn ? inner * columns + outer : outer * columns + inner;
                if (!pixels.has(index) && wanted.test(index)) {
                    found[count] = index;
                    count++;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Whether the corners of a coarse cell that contains this pixel, or has it on its border, or the corners of the
     * cells around it, have different outcomes. The cells around it count because the boundary may pass between two
     * corners and back. Corners outside the map do not count; a corner that is not known, because the boundary was not
     * near, is represented by the next known one.
     */
    private boolean touchesBoundary(int index, int coarse) {
        int column = index % columns;
        int row = index / columns;
        int firstColumn = Math.max(0, column - column % coarse - coarse);
        int lastColumn = Math.min(columns - 1, up(column, coarse) + coarse);
        int firstRow = Math.max(0, row - row % coarse - coarse);
        int lastRow = Math.min(rows - 1, up(row, coarse) + coarse);
        PixelOutcome first = pixels.outcome(representative(firstColumn, firstRow, coarse));
        for (int cornerRow = firstRow; cornerRow <= lastRow; cornerRow += coarse) {
            for (int cornerColumn = firstColumn; cornerColumn <= lastColumn; cornerColumn += coarse) {
                if (pixels.outcome(representative(cornerColumn, cornerRow, coarse)) != first) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int up(int position, int step) {
        return position % step == 0 ? position : position - position % step + step;
    }

    private int representative(int column, int row, int step) {
        int at = step;
        while (!pixels.has((row - row % at) * columns + column - column % at)) {
            at *= 2;
        }
        return (row - row % at) * columns + column - column % at;
    }

    private void train(int[] missing, int from, int batch, MapListener listener, BooleanSupplier cancelled) {
        List<PixelTrainer.PixelValues> values = new ArrayList<>();
        for (int i = from; i < Math.min(from + batch, missing.length); i++) {
            values.add(
                    new PixelTrainer.PixelValues(xValues.get(missing[i] % columns), yValues.get(missing[i] / columns)));
        }
        trainer.trainAll(
                values,
                (index, pixel, colors) -> {
                    MapSnapshot due = add(missing[from + index], pixel, colors);
                    if (due != null) {
                        listener.mapChanged(due);
                    }
                },
                cancelled);
    }

    private synchronized @Nullable MapSnapshot add(int index, Pixel pixel, Map<MapColor, Pixel> colors) {
        store.add(index % columns, index / columns, pixel, colors);
        pixels.set(index, pixel);
        known++;
        runs += map.seeds();
        long now = System.nanoTime();
        if (now - latestNanos < (pass == 1 ? COARSE_INTERVAL_NANOS : intervalNanos)) {
            return null;
        }
        MapSnapshot snapshot = snapshot();
        latestNanos = System.nanoTime();
        intervalNanos = Math.max(MIN_INTERVAL_NANOS, MAX_COPY_SHARE * (latestNanos - now));
        return snapshot;
    }

    /** The pixels so far. */
    public synchronized MapSnapshot snapshot() {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        MapSnapshot.Progress progress =
                new MapSnapshot.Progress(Math.min(pass, passes), passes, known, columns * rows, runs, seconds);
        return new MapSnapshot(map, columns, rows, pixels.copy(), 2 * coarseStep, progress);
    }
}
