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
    /** Whether it goes on behind an epoch. */
    boolean isBeyond(int epoch) {
        Curve train = curves.train();
        return train.size() > 0 && train.x(train.size() - 1) > epoch;
    }

    /** As it was there; what is smoothed ends where it does. */
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
