package hyperlab.chart.style;

import hyperlab.finding.Severity;
import java.awt.Color;

/** The colors of a chart. Colors that are also in the window's style sheet have the same values there. */
public enum ChartTheme {
    LIGHT,
    DARK;

    /** Series colors: light, dark. */
    private static final int[][] SERIES = {
        {0x0969da, 0x9dc1f9},
        {0xa85803, 0xea782a},
        {0x125943, 0x0ee19d},
        {0xbe3b7b, 0xf0479a},
        {0x440f77, 0x9079ff},
        {0x24292f, 0xe1e5ea}
    };

    /** Cards and plots: {@code -color-bg-default}. */
    public Color background() {
        return pick(0xffffff, 0x0d1117);
    }

    /** Text, play head, probe: {@code -color-fg-default}. */
    public Color text() {
        return pick(0x24292f, 0xc9d1d9);
    }

    /** Captions, ticks, axis titles: {@code -color-fg-muted}. */
    public Color muted() {
        return pick(0x57606a, 0x8b949e);
    }

    /** Grid lines. */
    public Color grid() {
        return pick(0xeaeef2, 0x21262d);
    }

    /** Axis lines, ticks, the curve under a descent path. */
    public Color axis() {
        return pick(0x8c959f, 0x6e7681);
    }

    /** Errors and problems: {@code -color-danger-fg}. */
    public Color danger() {
        return pick(0xcf222e, 0xf85149);
    }

    /** What a warning points at: {@code -color-warning-fg}. */
    public Color warning() {
        return pick(0x9a6700, 0xd29922);
    }

    /** The color of what a finding points at, which is that of its card. */
    public Color finding(Severity severity) {
        return switch (severity) {
            case NOTE -> pick(0x0969da, 0x58a6ff);
            case WARNING -> warning();
            case DANGER -> danger();
            case GOOD -> pick(0x1a7f37, 0x3fb950);
        };
    }

    /** Returns the color of series {@code index}, from 0; the colors repeat after six. */
    public Color series(int index) {
        int[] pair = SERIES[Math.floorMod(index, SERIES.length)];
        return pick(pair[0], pair[1]);
    }

    /** Blends {@code share} of {@code color} with the background; opaque. */
    public Color blendWithBackground(Color color, double share) {
        return mix(background(), color, share);
    }

    /** Interpolates from {@code from} (share 0) to {@code to} (share 1); opaque. */
    public static Color mix(Color from, Color to, double share) {
        return new Color(mix(from.getRGB(), to.getRGB(), share));
    }

    /** The same for RGB values, for code that computes every pixel. */
    public static int mix(int from, int to, double share) {
        return channel(from, to, share, 16) | channel(from, to, share, 8) | channel(from, to, share, 0);
    }

    private static int channel(int from, int to, double share, int shift) {
        int low = from >> shift & 0xff;
        int high = to >> shift & 0xff;
        return (int) Math.round(low + (high - low) * share) << shift;
    }

    private Color pick(int light, int dark) {
        return new Color(this == LIGHT ? light : dark);
    }
}
