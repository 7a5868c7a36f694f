package hyperlab.chart;

import java.awt.Color;

/** What colour a thing has, which depends on the theme: {@code ChartTheme::muted}. */
@FunctionalInterface
public interface Ink {
    Color in(ChartTheme theme);

    /** The colour of series {@code index}, from 0. */
    static Ink series(int index) {
        return theme -> theme.series(index);
    }
}
