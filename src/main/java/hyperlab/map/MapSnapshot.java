package hyperlab.map;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a map at one moment. Immutable. Column 0 is at the left, row 0 at the bottom.
 *
 * <p>A map is computed from coarse to fine: at step s, the pixels whose column and row are multiples of s are known.
 */
public final class MapSnapshot {
    private final MapSpecification map;
    private final int columns;
    private final int rows;
    private final PixelArray pixels;
    private final int coarseStep;
    private final Progress progress;

    MapSnapshot(MapSpecification map, int columns, int rows, PixelArray pixels, int coarseStep, Progress progress) {
        this.map = map;
        this.columns = columns;
        this.rows = rows;
        this.pixels = pixels;
        this.coarseStep = coarseStep;
        this.progress = progress;
    }

    /** A map of which no pixel is known. */
    public static MapSnapshot empty(MapSpecification map) {
        int columns = map.x().values().size();
        int rows = map.y().values().size();
        return new MapSnapshot(
                map, columns, rows, new PixelArray(columns * rows), 1, new Progress(1, 1, 0, columns * rows, 0, 0));
    }

    /**
     * How far a computation is.
     *
     * @param pass the current pass, from 1
     * @param passes the number of passes
     * @param known number of pixels that are known
     * @param pixels number of all pixels
     * @param runs number of training runs that this computation has performed; pixels that were known before need none
     * @param seconds since the start of this computation
     */
    public record Progress(int pass, int passes, int known, int pixels, long runs, double seconds) {
        /** Whether all pixels are known. */
        public boolean isComplete() {
            return known == pixels;
        }

        /** Training runs per second; 0 before the first. */
        public double runsPerSecond() {
            return seconds > 0 ? runs / seconds : 0;
        }

        /** The estimated time until all pixels are known, from the speed so far; NaN before the first run. */
        public double secondsLeft(int seeds) {
            return runs == 0 ? Double.NaN : seconds / runs * ((double) pixels - known) * seeds;
        }
    }

    public MapSpecification map() {
        return map;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public Progress progress() {
        return progress;
    }

    /** Whether a pixel is known. */
    public boolean isKnown(int column, int row) {
        return pixels.has(index(column, row));
    }

    /** The pixel; null if it is not known yet. */
    public @Nullable Pixel pixel(int column, int row) {
        return pixels.get(index(column, row));
    }

    /**
     * The index, row × columns + column, of the known pixel that represents this one as long as it is not known: the
     * one at the finest step whose pixel to the left and below is known; −1 if there is none.
     */
    public int representative(int column, int row) {
        checkPlace(column, row);
        for (int step = 1; step <= coarseStep; step *= 2) {
            // A step is a power of 2, so that the mask −step rounds down to a multiple of it.
            int index = (row & -step) * columns + (column & -step);
            if (pixels.has(index)) {
                return index;
            }
        }
        return -1;
    }

    /** The outcomes of all known pixels. */
    public Set<PixelOutcome> outcomes() {
        return pixels.outcomes();
    }

    /** The outcome of the known pixel at {@code index}, row × columns + column. */
    public PixelOutcome outcome(int index) {
        return pixels.outcome(index);
    }

    /** The color value of the known pixel at {@code index}. */
    public double value(int index) {
        return pixels.value(index);
    }

    /** The fraction of the seeds of the known pixel at {@code index} that diverged, in [0, 1]. */
    public double divergedShare(int index) {
        return pixels.divergedShare(index);
    }

    /** The epochs of the known pixel at {@code index}. */
    public double epochs(int index) {
        return pixels.epochs(index);
    }

    private int index(int column, int row) {
        checkPlace(column, row);
        return row * columns + column;
    }

    private void checkPlace(int column, int row) {
        if (column < 0 || column >= columns || row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("pixel " + column + ", " + row + " of " + columns + " × " + rows);
        }
    }
}
