package hyperlab.chart;

import java.awt.Color;

/** Maps numbers to colors. */
public enum Tones {
    /** 0 is the background, and the bound is the text color. */
    INK,
    /** 0 is black and the bound is white, in both themes. */
    LIGHT,
    /**
     * 0 is the background; positive numbers have the color of series 1 and negative ones that of series 2, up to the
     * bound.
     */
    SIGNED;

    private static final double DARK_LETTERS_ON = 0.55;

    /**
     * Returns the color of a number.
     *
     * @param bound the absolute value with the strongest color
     */
    Color color(double number, double bound, ChartTheme theme) {
        double share = bound > 0 ? Math.max(-1, Math.min(1, number / bound)) : 0;
        return switch (this) {
            case INK -> ChartTheme.mix(theme.background(), theme.text(), Math.max(0, share));
            case LIGHT -> ChartTheme.mix(Color.BLACK, Color.WHITE, Math.max(0, share));
            case SIGNED -> theme.faint(theme.series(share < 0 ? 1 : 0), Math.abs(share));
        };
    }

    /** Returns the color for text on a background: dark or light, whichever is easier to read. */
    static Color letters(Color ground, ChartTheme theme) {
        double light = (0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue()) / 255;
        boolean isLight = light > DARK_LETTERS_ON;
        Color dark = ChartTheme.LIGHT.text();
        return isLight ? dark : theme == ChartTheme.LIGHT ? Color.WHITE : ChartTheme.DARK.series(5);
    }
}
