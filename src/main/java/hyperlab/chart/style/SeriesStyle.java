package hyperlab.chart.style;

import java.awt.Color;
import java.util.List;

/**
 * The color, dash, and marker of a series, so that no series is identified by color alone. Colors repeat after six
 * series, each time with the next dash and marker.
 *
 * @param index from 0
 */
public record SeriesStyle(int index) {
    /** The number of colors before they repeat. */
    public static final int COLORS = 6;

    public Color color(ChartTheme theme) {
        return theme.series(index);
    }

    public ThemeColor themeColor() {
        return ThemeColor.series(index);
    }

    public Dash dash() {
        return nth(Dash.OF_SERIES);
    }

    public MarkerShape marker() {
        return nth(MarkerShape.OF_SERIES);
    }

    private <T> T nth(List<T> choice) {
        return choice.get(Math.floorMod(index + Math.floorDiv(index, COLORS), choice.size()));
    }
}
