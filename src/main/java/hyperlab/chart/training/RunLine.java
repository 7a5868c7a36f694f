package hyperlab.chart.training;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import org.jspecify.annotations.Nullable;

/**
 * One of the runs that a training chart shows.
 *
 * @param name label at the ends of its lines if there are several runs
 * @param shortName replaces the name where there is no room for it
 * @param series index of the series whose color and marker it has, from 0
 * @param curves its lines
 * @param unsmoothed the unsmoothed lines, drawn thin beneath; null if the lines are not smoothed
 * @param chosen whether the play head and the marks belong to it; such a run is drawn last and thicker
 * @param faint whether it is drawn faint, as the run before
 * @param divergedEpoch the epoch in which it diverged; null if it did not
 */
public record RunLine(
        String name,
        String shortName,
        int series,
        RunCurves curves,
        @Nullable RunCurves unsmoothed,
        boolean chosen,
        boolean faint,
        @Nullable Integer divergedEpoch) {
    /** A run that is not faint, without a short name. */
    public RunLine(
            String name,
            int series,
            RunCurves curves,
            @Nullable RunCurves unsmoothed,
            boolean chosen,
            @Nullable Integer divergedEpoch) {
        this(name, name, series, curves, unsmoothed, chosen, false, divergedEpoch);
    }

    /** Returns the run as the chosen one. */
    RunLine asChosen() {
        return new RunLine(name, shortName, series, curves, unsmoothed, true, faint, divergedEpoch);
    }

    /** Returns the run marked as diverged in {@code epoch}. */
    RunLine withDivergence(int epoch) {
        return new RunLine(name, shortName, series, curves, unsmoothed, chosen, faint, epoch);
    }

    /** Returns whether it continues past an epoch. */
    boolean continuesAfter(int epoch) {
        Curve train = curves.train();
        return train.size() > 0 && train.x(train.size() - 1) > epoch;
    }

    /** Returns the run up to an epoch; smoothed lines end at their last point up to that epoch. */
    RunLine until(TrainingCurvesModel.PlayHeadValues head) {
        return new RunLine(
                name,
                shortName,
                series,
                unsmoothed == null ? curves.until(head) : curves.until(head.epoch()),
                unsmoothed == null ? null : unsmoothed.until(head),
                chosen,
                faint,
                null);
    }

    ThemeColor themeColor() {
        return ThemeColor.series(series);
    }

    MarkerShape marker() {
        return new SeriesStyle(series).marker();
    }
}
