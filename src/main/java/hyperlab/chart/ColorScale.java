package hyperlab.chart;

import hyperlab.chart.style.ChartTheme;
import java.awt.Color;

/** Maps numbers to colors. */
public enum ColorScale {
    /** 0 is the background, and the bound is the text color. */
    MONOCHROME,
    /** 0 is black and the bound is white, in both themes. */
    GRAYSCALE,
    /**
     * 0 is the background; positive numbers have the color of series 1 and negative ones that of series 2, up to the
     * bound.
     */
    DIVERGING;

    private static final double DARK_TEXT_THRESHOLD = 0.55;

    /**
     * Returns the color of a number.
     *
     * @param bound the absolute value with the strongest color
     */
    public Color color(double number, double bound, ChartTheme theme) {
        double share = bound > 0 ? Math.max(-1, Math.min(1, number / bound)) : 0;
        return switch (this) {
            case MONOCHROME -> ChartTheme.mix(theme.background(), theme.text(), Math.max(0, share));
            case GRAYSCALE -> ChartTheme.mix(Color.BLACK, Color.WHITE, Math.max(0, share));
            case DIVERGING -> theme.blendWithBackground(theme.series(share < 0 ? 1 : 0), Math.abs(share));
        };
    }

    /** Returns the color for text on a background: dark or light, whichever is easier to read. */
    public static Color textColor(Color background, ChartTheme theme) {
        double light =
                (0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue()) / 255;
        boolean isLight = light > DARK_TEXT_THRESHOLD;
        Color dark = ChartTheme.LIGHT.text();
        return isLight ? dark : theme == ChartTheme.LIGHT ? Color.WHITE : ChartTheme.DARK.series(5);
    }
}
