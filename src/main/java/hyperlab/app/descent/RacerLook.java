package hyperlab.app.descent;

import hyperlab.chart.CurveLook;
import hyperlab.chart.RegimeStyle;

/** How racers look outside the charts: as inside them. */
final class RacerLook {
    private RacerLook() {}

    static CurveLook of(int index) {
        return CurveLook.series(index);
    }

    /** The colour of what it does at {@code step}, the dash and the marker of its place in the race. */
    static CurveLook of(RacerWalk walk, int step) {
        CurveLook series = of(walk.index());
        return walk.tint(step)
                .map(regime -> series.with(RegimeStyle.of(regime).ink()))
                .orElse(series);
    }
}
