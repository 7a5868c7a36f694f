package hyperlab.chart;

import org.jspecify.annotations.Nullable;

/**
 * One of the runs that a training chart shows.
 *
 * @param name label at the ends of its lines if there are several runs
 * @param look index of the series whose color and marker it has, from 0
 * @param curves its lines
 * @param raw the unsmoothed lines, drawn thin beneath; null if the lines are not smoothed
 * @param chosen whether the play head and the marks belong to it; such a run is drawn last and thicker
 * @param diverged the epoch in which it diverged; null if it did not
 */
public record RunLine(
        String name,
        int look,
        RunCurves curves,
        @Nullable RunCurves raw,
        boolean chosen,
        @Nullable Integer diverged) {
    /** Returns whether it continues past an epoch. */
    boolean isBeyond(int epoch) {
        Curve train = curves.train();
        return train.size() > 0 && train.x(train.size() - 1) > epoch;
    }

    /** Returns the run up to an epoch; smoothed lines end at their last point up to that epoch. */
    RunLine until(TrainingShot.Head at) {
        return raw == null
                ? new RunLine(name, look, curves.until(at), null, chosen, null)
                : new RunLine(name, look, curves.until(at.epoch()), raw.until(at), chosen, null);
    }

    Ink ink() {
        return Ink.series(look);
    }

    Marker marker() {
        return new SeriesStyle(look).marker();
    }
}
