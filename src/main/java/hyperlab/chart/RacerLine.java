package hyperlab.chart;

import hyperlab.descent.Regime;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One descent path as the charts of the Learning rate lab show it.
 *
 * @param series index of its dash and marker, from 0
 * @param regime whose color it has; null for the color of the series
 * @param label text next to its newest point
 * @param endLabel text at the end of its line of values
 * @param last its last step with finite numbers
 * @param diverged whether it ends at {@code last} because the next step is not finite
 * @param x position after k steps, for k in 0 … last
 * @param value the function value after k steps
 * @param zeroAt the first step at which the value is exactly 0 and stays 0; −1 for none
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
    /** Returns the color of the regime, or that of the series if there is no regime. */
    Ink ink() {
        return regime == null ? Ink.series(series) : RegimeStyle.of(regime).ink();
    }

    /** Returns the color of {@link #ink} with the dash and the marker of the series. */
    CurveLook look() {
        return CurveLook.series(series).with(ink());
    }

    Marker marker() {
        return new SeriesStyle(series).marker();
    }
}
