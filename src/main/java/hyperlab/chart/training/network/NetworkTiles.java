package hyperlab.chart.training.network;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.network.NetworkDiagram.Inset;
import hyperlab.chart.training.network.NetworkDiagram.KernelTile;
import hyperlab.chart.training.network.NetworkDiagram.UnitState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws the values inside a network as pictures: the tiles of units, and the inset of the chosen unit. */
final class NetworkTiles {
    private static final double INSET = 0.42;
    private static final double MAX_INSET = 150;

    private final Graphics2D g2;
    private final ChartStyle style;

    NetworkTiles(Graphics2D g2, ChartStyle style) {
        this.g2 = g2;
        this.style = style;
    }

    /** A tile; gray with a cross for a dead unit. */
    void drawTile(KernelTile tile, UnitState state, double x, double y, double half) {
        ChartTheme theme = style.theme();
        if (state == UnitState.DEAD || state == UnitState.DROPPED) {
            g2.setColor(state == UnitState.DEAD ? theme.grid() : theme.background());
            g2.fill(new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half));
            g2.setColor(theme.axis());
            g2.fill(MarkerShape.CROSS.shapeAt(x, y, 0.55 * half));
        } else if (tile.isFine()) {
            drawImage(tile, x, y, half);
        } else {
            drawCells(tile, x, y, half);
        }
        drawFrame(x, y, half, state == UnitState.SATURATED ? theme.danger() : theme.axis());
    }

    /** Draws a tile with many values as a smooth image. */
    private void drawImage(KernelTile tile, double x, double y, double half) {
        double largest = tile.largest();
        int rows = tile.values().length;
        int columns = tile.values()[0].length;
        int[] pixels = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                pixels[row * columns + column] =
                        tint(tile.values()[row][column], largest).getRGB();
            }
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, columns, rows, pixels, 0, columns);
        Object interpolation = g2.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getTranslateInstance(x - half, y - half);
        place.scale(2 * half / columns, 2 * half / rows);
        g2.drawImage(image, place, null);
        if (interpolation != null) {
            g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        }
    }

    private void drawCells(KernelTile tile, double x, double y, double half) {
        double largest = tile.largest();
        int rows = tile.values().length;
        for (int row = 0; row < rows; row++) {
            int columns = tile.values()[row].length;
            for (int column = 0; column < columns; column++) {
                double left = x - half + 2 * half * column / columns;
                double top = y - half + 2 * half * row / rows;
                g2.setColor(tint(tile.values()[row][column], largest));
                g2.fill(new Rectangle2D.Double(left, top, 2 * half / columns + 0.5, 2 * half / rows + 0.5));
            }
        }
    }

    void drawFrame(double x, double y, double half, Color color) {
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (1.5 * style.scale())));
        g2.draw(new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half));
    }

    /** Returns the color of a value: series 1 for positive and series 2 for negative values, paler for smaller ones. */
    private Color tint(double value, double largest) {
        ChartTheme theme = style.theme();
        double share = largest > 0 && Double.isFinite(value) ? Math.abs(value) / largest : 0;
        return theme.blendWithBackground(theme.series(value < 0 ? 1 : 0), share);
    }

    /** The side of an inset that has all the room it wants. */
    static double insetSide(Rectangle2D area, ChartStyle style) {
        return Math.min(MAX_INSET * style.scale(), INSET * Math.min(area.getWidth(), area.getHeight()));
    }

    /**
     * Draws an inset at the top of a strip, and its title above.
     *
     * @param strip as high as the plot
     */
    void drawInset(Rectangle2D area, Rectangle2D strip, Inset inset) {
        ChartTheme theme = style.theme();
        double side = Math.min(insetSide(area, style), strip.getWidth());
        double line = style.labelFont().getSize2D() * 1.5;
        double x = strip.getCenterX() - side / 2;
        double y = strip.getMinY() + line + 2;
        double largest = 0;
        for (double value : inset.values()) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        BufferedImage image = new BufferedImage(inset.columns(), inset.rows(), BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < inset.values().length; k++) {
            double value = inset.values()[k];
            int row = inset.rows() - 1 - k / inset.columns();
            image.setRGB(k % inset.columns(), row, tint(value, largest).getRGB());
        }
        String title = TextPainter.ellipsize(inset.title(), style.labelFont(), strip.getWidth());
        double left = strip.getCenterX() - TextPainter.width(title, style.labelFont()) / 2;
        TextPainter.drawWithHalo(g2, title, style.labelFont(), theme.text(), left, y - line / 2, style);
        g2.drawImage(image, (int) x, (int) y, (int) side, (int) side, null);
        g2.setColor(theme.axis());
        g2.setStroke(new BasicStroke(1));
        g2.draw(new Rectangle2D.Double((int) x, (int) y, (int) side, (int) side));
    }
}
