package hyperlab.chart.style;

import java.awt.Color;

/** A color that depends on the theme, for example {@code ChartTheme::muted}. */
@FunctionalInterface
public interface ThemeColor {
    Color resolve(ChartTheme theme);

    /** Returns the color of series {@code index}, from 0. */
    static ThemeColor series(int index) {
        return theme -> theme.series(index);
    }
}
