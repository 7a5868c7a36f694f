package hyperlab.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The cells of a {@link PixelMapChart} as colors: strong if their value is already computed, pale if not, and hatched
 * if no kernel reads them.
 */
final class CellGround {
    static final int HATCH = 6;
    private static final double PALE = 0.22;
    /** Number of colors on either side of zero. */
    private static final int STEPS = 255;

    private final PixelMapChart.Picture shown;
    private final Rectangle2D cells;
    private final double cell;
    private final int hatch;
    private final int outside;
    private final int[] strong;
    private final int[] pale;

    /** @param cells bounds of the cells, including the margin */
    CellGround(PixelMapChart.Picture shown, Rectangle2D cells, Color leftOut, ChartTheme theme) {
        this.shown = shown;
        this.cells = cells;
        cell = cells.getWidth() / (shown.width() + 2 * shown.margin());
        hatch = leftOut.getRGB();
        outside = theme.grid().getRGB();
        strong = ramp(1, theme);
        pale = ramp(PALE, theme);
    }

    BufferedImage image(double sharpness) {
        double[] across = PixelImage.across(cells, sharpness);
        int[] columns = new int[across.length];
        int[] diagonals = new int[across.length];
        for (int i = 0; i < across.length; i++) {
            double x = across[i] * cells.getWidth();
            columns[i] = (int) Math.floor(x / cell);
            diagonals[i] = (int) Math.floor(x);
        }
        return PixelImage.lines(cells, sharpness, (up, colours) -> {
            double y = (1 - up) * cells.getHeight();
            fill((int) Math.floor(y / cell), (int) Math.floor(y), columns, diagonals, colours);
        });
    }

    private void fill(int row, int down, int[] columns, int[] right, int... colours) {
        int insideRow = row - shown.margin();
        boolean rowInside = insideRow >= 0 && insideRow < shown.height();
        boolean rowRead = isRead(row, shown.rows());
        for (int i = 0; i < colours.length; i++) {
            int column = columns[i] - shown.margin();
            if (!(rowRead && isRead(columns[i], shown.columns())) && Math.floorMod(right[i] + down, HATCH) == 0) {
                colours[i] = hatch;
            } else if (rowInside && column >= 0 && column < shown.width()) {
                int at = insideRow * shown.width() + column;
                colours[i] = (at < shown.reached() ? strong : pale)[step(shown.values()[at])];
            } else {
                colours[i] = outside;
            }
        }
    }

    /** Returns the index of a number's color in the ramp. */
    private int step(double number) {
        double share = shown.bound() > 0 ? number / shown.bound() : 0;
        return (int) (STEPS + Math.rint(STEPS * Math.max(-1, Math.min(1, share))));
    }

    /** Returns all colors from −bound to bound, so that no pixel has to mix its own. */
    private int[] ramp(double share, ChartTheme theme) {
        int[] colours = new int[2 * STEPS + 1];
        for (int k = 0; k < colours.length; k++) {
            Color color = shown.tones().color(k - STEPS, STEPS, theme);
            colours[k] = ChartTheme.mix(theme.grid(), color, share).getRGB();
        }
        return colours;
    }

    private static boolean isRead(int at, boolean... read) {
        return at < 0 || at >= read.length || read[at];
    }
}
