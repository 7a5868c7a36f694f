package hyperlab.chart;

import java.awt.Color;

/** A color that depends on the theme, for example {@code ChartTheme::muted}. */
@FunctionalInterface
public interface Ink {
    Color in(ChartTheme theme);

    /** Returns the color of series {@code index}, from 0. */
    static Ink series(int index) {
        return theme -> theme.series(index);
    }
}
