package hyperlab.app.descent;

import hyperlab.chart.CurveLook;
import hyperlab.chart.RegimeStyle;

/** The styles of racers outside the charts, which match those inside. */
final class RacerStyle {
    private RacerStyle() {}

    static CurveLook of(int index) {
        return CurveLook.series(index);
    }

    /** The color of the racer's regime at {@code step}, with the dash and marker of its series. */
    static CurveLook of(RacerRun walk, int step) {
        CurveLook series = of(walk.index());
        return walk.colorRegime(step)
                .map(regime -> series.with(RegimeStyle.of(regime).ink()))
                .orElse(series);
    }
}
