package hyperlab.chart;

import hyperlab.descent.Regime;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One walk as the charts of the Learning rate lab show it.
 *
 * @param series which dash and marker it has, from 0
 * @param regime whose colour it wears; null for the series' own
 * @param label what stands beside its newest point
 * @param endLabel what stands at the end of its values
 * @param last its last step that is a finite number
 * @param diverged whether it ends at {@code last} because the next step is not finite
 * @param x where it is after k steps, 0 … last
 * @param value the value there
 * @param zeroAt the first step at which the value is exactly 0 and stays so; −1 for none
 */
public record RacerLine(
        int series,
        @Nullable Regime regime,
        String label,
        String endLabel,
        int last,
        boolean diverged,
        IntToDoubleFunction x,
        IntToDoubleFunction value,
        int zeroAt) {
    /** The regime's colour, or the series' own. */
    Ink ink() {
        return regime == null ? Ink.series(series) : RegimeStyle.of(regime).ink();
    }

    /** The regime's colour with the dash and the marker of the series. */
    CurveLook look() {
        return CurveLook.series(series).with(ink());
    }

    Marker marker() {
        return new SeriesStyle(series).marker();
    }
}
