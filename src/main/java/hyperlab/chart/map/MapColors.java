package hyperlab.chart.map;

import hyperlab.chart.style.ChartTheme;
import hyperlab.map.MapColor;
import hyperlab.map.MapSnapshot;
import hyperlab.map.PixelOutcome;
import org.jspecify.annotations.Nullable;

/** The colors of the pixels of a snapshot. */
final class MapColors {
    /** The ranges are computed from about this many pixels. */
    private static final int SAMPLES = 8192;
    /** Positions on the ramps for outcomes without a value. */
    static final double CONVERGED = 0.25;

    static final double OSCILLATING = 0.75;
    static final double DIVERGED = 0.5;
    /** The position for runs that did not reach the target. */
    static final double UNREACHED = 1;

    private final MapSnapshot snapshot;
    private final MapColor color;
    private final ColorRanges ranges;

    /** @param fixed what the ramps cover; null for the values of this snapshot */
    MapColors(MapSnapshot snapshot, @Nullable ColorRanges fixed) {
        this.snapshot = snapshot;
        this.color = snapshot.map().color();
        ranges = fixed == null ? rangesOfSnapshot() : fixed;
    }

    private ColorRanges rangesOfSnapshot() {
        int pixels = snapshot.columns() * snapshot.rows();
        int stride = Math.max(1, pixels / SAMPLES);
        double[] values = new double[pixels / stride + 1];
        double[] times = new double[pixels / stride + 1];
        int valueCount = 0;
        int timeCount = 0;
        for (int index = 0; index < pixels; index += stride) {
            int known = snapshot.representative(index % snapshot.columns(), index / snapshot.columns());
            if (known < 0 || snapshot.outcome(known) == PixelOutcome.INVALID) {
                continue;
            }
            if (snapshot.outcome(known) == PixelOutcome.DIVERGED) {
                times[timeCount] = divergedValue(known);
                timeCount++;
            } else if (Double.isFinite(snapshot.value(known))) {
                values[valueCount] = snapshot.value(known);
                valueCount++;
            }
        }
        return new ColorRanges(
                ValueRange.of(values, valueCount, allowsLog(color)), ValueRange.of(times, timeCount, true));
    }

    static boolean allowsLog(MapColor color) {
        return switch (color) {
            case TRAIN_LOSS, VALIDATION_LOSS, EPOCHS_TO_TARGET -> true;
            case GENERALIZATION_GAP, TRAIN_ACCURACY, VALIDATION_ACCURACY, DEAD_UNITS, OUTCOME, SPECTRAL_RADIUS -> false;
        };
    }

    /** The number that the color of a diverged pixel shows: how soon it diverged, or how fast. */
    private double divergedValue(int index) {
        return color == MapColor.SPECTRAL_RADIUS ? snapshot.value(index) : snapshot.epochs(index);
    }

    ColorRanges ranges() {
        return ranges;
    }

    /** Whether the best value, which has the strongest color, is the largest. */
    boolean isReversed() {
        return color.isLargerBetter();
    }

    /** Whether larger values of diverged pixels are farther from the boundary. */
    boolean isDivergedReversed() {
        return color == MapColor.SPECTRAL_RADIUS;
    }

    /** The color of each cell as RGB, row by row from the bottom; where nothing is known, the background. */
    int[] cells(ChartTheme theme) {
        int columns = snapshot.columns();
        int[] cells = new int[columns * snapshot.rows()];
        int background = theme.background().getRGB();
        for (int index = 0; index < cells.length; index++) {
            int known = snapshot.representative(index % columns, index / columns);
            if (known == index) {
                cells[index] = rgb(known, theme);
            } else {
                // A pixel is represented by one to the left and below, whose color is already there.
                cells[index] = known < 0 ? background : cells[known];
            }
        }
        return cells;
    }

    private int rgb(int index, ChartTheme theme) {
        return switch (snapshot.outcome(index)) {
            case CONVERGED -> MapRamps.converged(theme, share(index, CONVERGED));
            case OSCILLATING -> MapRamps.converged(theme, share(index, OSCILLATING));
            case DIVERGED -> MapRamps.diverged(theme, divergedShare(index));
            case INVALID -> theme.grid().getRGB();
        };
    }

    private double share(int index, double withoutValue) {
        double value = snapshot.value(index);
        if (!color.hasValue()) {
            return withoutValue;
        }
        if (Double.isNaN(value)) {
            return UNREACHED;
        }
        double share = ranges.converged().share(value);
        return isReversed() ? 1 - share : share;
    }

    private double divergedShare(int index) {
        if (color == MapColor.OUTCOME) {
            return DIVERGED;
        }
        double share = ranges.diverged().share(divergedValue(index));
        return isDivergedReversed() ? share : 1 - share;
    }
}
