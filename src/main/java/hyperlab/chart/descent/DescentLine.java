package hyperlab.chart.descent;

import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.Regime;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One descent path as the charts of the Learning rate lab show it.
 *
 * @param series index of its dash and marker, from 0
 * @param regime whose color it has; null for the color of the series
 * @param label text next to its newest point, and short form of {@code endLabel}
 * @param endLabel text at the end of its line of values
 * @param lastStep its last step with finite numbers
 * @param diverged whether it ends at {@code last} because the next step is not finite
 * @param x position after k steps, for k in 0 … last
 * @param value the function value after k steps
 * @param firstZeroStep the first step at which the value is exactly 0 and stays 0; −1 for none
 */
public record DescentLine(
        int series,
        @Nullable Regime regime,
        String label,
        String endLabel,
        int lastStep,
        boolean diverged,
        IntToDoubleFunction x,
        IntToDoubleFunction value,
        int firstZeroStep) {
    /** Returns the color of the regime, or that of the series if there is no regime. */
    ThemeColor themeColor() {
        return regime == null
                ? ThemeColor.series(series)
                : RegimeStyle.of(regime).themeColor();
    }

    /** Returns the color of {@link #themeColor} with the dash and the marker of the series. */
    CurveStyle curveStyle() {
        return CurveStyle.series(series).with(themeColor());
    }

    MarkerShape marker() {
        return new SeriesStyle(series).marker();
    }
}
