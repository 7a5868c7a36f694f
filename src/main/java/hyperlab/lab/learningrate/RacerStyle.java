package hyperlab.lab.learningrate;

import hyperlab.chart.descent.RegimeStyle;
import hyperlab.chart.style.CurveStyle;
import hyperlab.lab.learningrate.race.RacerRun;

/** The styles of racers outside the charts, which match those inside. */
final class RacerStyle {
    private RacerStyle() {}

    static CurveStyle of(int index) {
        return CurveStyle.series(index);
    }

    /** The color of the racer's regime at {@code step}, with the dash and marker of its series. */
    static CurveStyle of(RacerRun run, int step) {
        CurveStyle series = of(run.index());
        return run.colorRegime(step)
                .map(regime -> series.with(RegimeStyle.of(regime).themeColor()))
                .orElse(series);
    }
}
