package hyperlab.chart;

import java.awt.Color;

/** The colours of a chart. Those that the window's style sheet has too carry the same values. */
public enum ChartTheme {
    LIGHT,
    DARK;

    /** Series colours: light, dark. */
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

    /** The stage behind the cards: {@code -color-bg-inset}. */
    public Color inset() {
        return pick(0xf6f8fa, 0x010409);
    }

    /** Quiet fills: {@code -color-bg-subtle}. */
    public Color subtle() {
        return pick(0xf6f8fa, 0x161b22);
    }

    /** Text, play head, probe: {@code -color-fg-default}. */
    public Color text() {
        return pick(0x24292f, 0xc9d1d9);
    }

    /** Captions, ticks, axis titles: {@code -color-fg-muted}. */
    public Color muted() {
        return pick(0x57606a, 0x8b949e);
    }

    /** {@code -color-accent-fg}. */
    public Color accent() {
        return pick(0x0969da, 0x58a6ff);
    }

    /** {@code -color-accent-emphasis}. */
    public Color accentEmphasis() {
        return pick(0x0969da, 0x1f6feb);
    }

    /** {@code -color-accent-subtle}, on the background. */
    public Color accentSubtle() {
        return this == LIGHT ? new Color(0xddf4ff) : over(0x388bfd, 0.15);
    }

    /** {@code -color-border-default}. */
    public Color border() {
        return pick(0xd0d7de, 0x30363d);
    }

    /** Grid lines. */
    public Color grid() {
        return pick(0xeaeef2, 0x21262d);
    }

    /** Axis lines, ticks, the curve under a walk. */
    public Color axis() {
        return pick(0x8c959f, 0x6e7681);
    }

    /** {@code -color-warning-fg}: edges of the doctor's evidence. */
    public Color warning() {
        return pick(0x9a6700, 0xd29922);
    }

    /** {@code -color-warning-subtle}, on the background: bands of the doctor's evidence. */
    public Color warningSubtle() {
        return this == LIGHT ? new Color(0xfff8c5) : over(0xbb8009, 0.15);
    }

    /** {@code -color-danger-fg}. */
    public Color danger() {
        return pick(0xcf222e, 0xf85149);
    }

    /** {@code -color-danger-subtle}, on the background. */
    public Color dangerSubtle() {
        return this == LIGHT ? new Color(0xffebe9) : over(0xf85149, 0.15);
    }

    /** {@code -color-success-fg}. */
    public Color success() {
        return pick(0x1a7f37, 0x3fb950);
    }

    /** {@code -color-success-subtle}, on the background. */
    public Color successSubtle() {
        return this == LIGHT ? new Color(0xdafbe1) : over(0x2ea043, 0.15);
    }

    /** The colour of series {@code index}, from 0; past six they begin anew. */
    public Color series(int index) {
        int[] pair = SERIES[Math.floorMod(index, SERIES.length)];
        return pick(pair[0], pair[1]);
    }

    /** {@code share} of {@code color} laid on the background, opaque. */
    public Color faint(Color color, double share) {
        return mix(background(), color, share);
    }

    /** From {@code from} (share 0) to {@code to} (share 1), opaque. */
    public static Color mix(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private Color over(int rgb, double share) {
        return faint(new Color(rgb), share);
    }

    private Color pick(int light, int dark) {
        return new Color(this == LIGHT ? light : dark);
    }
}
