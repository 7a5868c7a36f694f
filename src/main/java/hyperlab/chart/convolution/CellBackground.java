package hyperlab.chart.convolution;

import hyperlab.chart.PixelImage;
import hyperlab.chart.style.ChartTheme;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The cells of a {@link PixelMapChart} as colors: strong if their value is already computed, pale if not, and hatched
 * if no kernel reads them.
 */
final class CellBackground {
    static final int HATCH = 6;
    private static final double PALE = 0.22;
    /** Number of colors on either side of zero. */
    private static final int STEPS = 255;

    private final PixelMapChart.Model shown;
    private final Rectangle2D cells;
    private final double cell;
    private final int hatchColor;
    private final int outsideColor;
    private final int[] computedColors;
    private final int[] pendingColors;

    /** @param cells bounds of the cells, including the margin */
    CellBackground(PixelMapChart.Model model, Rectangle2D cells, Color leftOut, ChartTheme theme) {
        this.shown = model;
        this.cells = cells;
        cell = cells.getWidth() / (model.width() + 2 * model.margin());
        hatchColor = leftOut.getRGB();
        outsideColor = theme.grid().getRGB();
        computedColors = ramp(1, theme);
        pendingColors = ramp(PALE, theme);
    }

    BufferedImage image(double deviceScale) {
        double[] across = PixelImage.pixelPositions(cells, deviceScale);
        int[] columns = new int[across.length];
        int[] diagonals = new int[across.length];
        for (int i = 0; i < across.length; i++) {
            double x = across[i] * cells.getWidth();
            columns[i] = (int) Math.floor(x / cell);
            diagonals[i] = (int) Math.floor(x);
        }
        return PixelImage.ofRows(cells, deviceScale, (up, colors) -> {
            double y = (1 - up) * cells.getHeight();
            fill((int) Math.floor(y / cell), (int) Math.floor(y), columns, diagonals, colors);
        });
    }

    private void fill(int row, int down, int[] columns, int[] right, int... colors) {
        int insideRow = row - shown.margin();
        boolean rowInside = insideRow >= 0 && insideRow < shown.height();
        boolean rowRead = isRead(row, shown.coveredRows());
        for (int i = 0; i < colors.length; i++) {
            int column = columns[i] - shown.margin();
            boolean inside = rowInside && column >= 0 && column < shown.width();
            if (inside
                    && !(rowRead && isRead(columns[i], shown.coveredColumns()))
                    && Math.floorMod(right[i] + down, HATCH) == 0) {
                colors[i] = hatchColor;
            } else if (inside) {
                int index = insideRow * shown.width() + column;
                colors[i] = (index < shown.computedCount() ? computedColors : pendingColors)
                        [colorIndex(shown.values()[index])];
            } else {
                colors[i] = outsideColor;
            }
        }
    }

    /** Returns the index of a number's color in the ramp. */
    private int colorIndex(double number) {
        double share = shown.bound() > 0 ? number / shown.bound() : 0;
        return (int) (STEPS + Math.rint(STEPS * Math.max(-1, Math.min(1, share))));
    }

    /** Returns all colors from −bound to bound, so that no pixel has to mix its own. */
    private int[] ramp(double share, ChartTheme theme) {
        int[] colors = new int[2 * STEPS + 1];
        for (int k = 0; k < colors.length; k++) {
            Color color = shown.tones().color(k - STEPS, STEPS, theme);
            colors[k] = ChartTheme.mix(theme.grid(), color, share).getRGB();
        }
        return colors;
    }

    private static boolean isRead(int index, boolean... read) {
        return index < 0 || index >= read.length || read[index];
    }
}
