package hyperlab.chart.map;

import hyperlab.chart.style.ChartTheme;

/**
 * The two color ramps of a map: one for runs that converged, from the best value to the boundary, and one for runs that
 * diverged, from the boundary to those that diverged at once. They were chosen so that color-blind viewers, too, can
 * tell the two apart at the boundary: blue against orange and red, and in each theme one of them much lighter there.
 */
final class MapRamps {
    /** Colors in each ramp. */
    static final int COLORS = 256;

    private static final int[] LIGHT_CONVERGED = {0x08306b, 0x0b4ea2, 0x3f7fd0, 0x9cc3ea, 0xeaf1f8};
    private static final int[] LIGHT_DIVERGED = {0xf6b26b, 0xe57352, 0xc83a5c, 0x94193f, 0x5f0d1c};
    private static final int[] DARK_CONVERGED = {0xb4d1fb, 0x6ea3ee, 0x3a6dbb, 0x1b3a68, 0x0e1f3a};
    private static final int[] DARK_DIVERGED = {0x6b2a14, 0xb5432f, 0xe84a6e, 0xf98a8f, 0xffd9b0};

    private static final int[][] RAMPS = {
        interpolate(LIGHT_CONVERGED), interpolate(LIGHT_DIVERGED),
        interpolate(DARK_CONVERGED), interpolate(DARK_DIVERGED)
    };

    private MapRamps() {}

    private static int[] interpolate(int[] stops) {
        int[] colors = new int[COLORS];
        for (int i = 0; i < COLORS; i++) {
            double position = (double) i / (COLORS - 1) * (stops.length - 1);
            int stop = Math.min(stops.length - 2, (int) position);
            colors[i] = ChartTheme.mix(stops[stop], stops[stop + 1], position - stop);
        }
        return colors;
    }

    /** The color of a run that converged, as RGB; share 0 is the best value, 1 the boundary. */
    static int converged(ChartTheme theme, double share) {
        return RAMPS[theme == ChartTheme.LIGHT ? 0 : 2][index(share)];
    }

    /** The color of a run that diverged, as RGB; share 0 is the boundary, 1 the earliest. */
    static int diverged(ChartTheme theme, double share) {
        return RAMPS[theme == ChartTheme.LIGHT ? 1 : 3][index(share)];
    }

    private static int index(double share) {
        return (int) Math.max(0, Math.min(COLORS - 1, Math.round(share * (COLORS - 1))));
    }
}
