package hyperlab.chart;

import org.jspecify.annotations.Nullable;

/**
 * One run among those that a chart of trainings shows.
 *
 * @param name what it is called at the ends of its lines where there are several
 * @param look the series whose colour and marker it wears, from 0
 * @param curves its lines
 * @param raw drawn thin beneath them where they are smoothed; null where they are not
 * @param chosen whether it is the one that the play head and the marks belong to; drawn last and broader
 * @param diverged the epoch in which it diverged; null where it did not
 */
public record RunLine(
        String name,
        int look,
        RunCurves curves,
        @Nullable RunCurves raw,
        boolean chosen,
        @Nullable Integer diverged) {
    Ink ink() {
        return Ink.series(look);
    }

    Marker marker() {
        return new SeriesStyle(look).marker();
    }
}
