package hyperlab.chart;

import java.awt.Color;

/** How numbers become colours. */
public enum Tones {
    /** 0 is paper, 1 ink. */
    INK,
    /** 0 is black, 1 white, in either theme. */
    LIGHT,
    /** Zero is the background; positive numbers take on series 1, negative ones series 2, up to a bound. */
    SIGNED;

    private static final double DARK_LETTERS_ON = 0.55;

    /** The colour of a number. */
    Color color(double number, double bound, ChartTheme theme) {
        double share = bound > 0 ? Math.max(-1, Math.min(1, number / bound)) : 0;
        return switch (this) {
            case INK -> ChartTheme.mix(theme.background(), theme.text(), Math.max(0, share));
            case LIGHT -> ChartTheme.mix(Color.BLACK, Color.WHITE, Math.max(0, share));
            case SIGNED -> theme.faint(theme.series(share < 0 ? 1 : 0), Math.abs(share));
        };
    }

    /** What letters on a colour are written in: whichever of two is easier to read. */
    static Color letters(Color ground, ChartTheme theme) {
        double light = (0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue()) / 255;
        boolean isLight = light > DARK_LETTERS_ON;
        Color dark = ChartTheme.LIGHT.text();
        return isLight ? dark : theme == ChartTheme.LIGHT ? Color.WHITE : ChartTheme.DARK.series(5);
    }
}
