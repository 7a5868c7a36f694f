package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.diagnosis.ConfusionMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BiFunction;

/** The cells of a confusion matrix, each one unit of the axes wide and tall, with its count if it fits. */
final class ConfusionCells extends ModelAnnotation<ConfusionMatrix> {
    private static final double STRONGEST = 0.5;
    private static final double FONT_SIZE = 14;
    /** No grid lines are drawn between cells smaller than this, because the lines would cover them. */
    private static final double MIN_LINED_CELL = 6;

    private BiFunction<Integer, Integer, String> cellText = (target, predicted) -> "";

    /** Sets what a cell shows, in words, from the indices of its class and of the predicted class. */
    void setCellText(BiFunction<Integer, Integer, String> text) {
        cellText = text;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, ConfusionMatrix matrix) {
        Object smooth = g2.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int target = 0; target < matrix.classes(); target++) {
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                g2.setColor(tint(matrix, target, predicted));
                g2.fill(cell(target, predicted, pixels));
                note(cell(target, predicted, pixels), cellText.apply(target, predicted));
            }
        }
        drawLines(g2, area, matrix.classes(), pixels);
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
        for (int target = 0; target < matrix.classes(); target++) {
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                drawCount(g2, matrix.count(target, predicted), cell(target, predicted, pixels), target == predicted);
            }
        }
    }

    /** Uses the square root of the share, so that even one error in a hundred is visible. */
    private Color tint(ConfusionMatrix matrix, int target, int predicted) {
        ChartTheme theme = style().theme();
        double share = Math.sqrt(matrix.share(target, predicted));
        return theme.blendWithBackground(theme.series(target == predicted ? 0 : 1), STRONGEST * share);
    }

    private static Rectangle2D cell(int target, int predicted, PixelTransform pixels) {
        double left = pixels.x(predicted - 0.5);
        double top = pixels.y(target - 0.5);
        return new Rectangle2D.Double(left, top, pixels.x(predicted + 0.5) - left, pixels.y(target + 0.5) - top);
    }

    private void drawLines(Graphics2D g2, Rectangle2D area, int classes, PixelTransform pixels) {
        if (area.getHeight() < MIN_LINED_CELL * classes) {
            return;
        }
        g2.setColor(style().theme().grid());
        g2.setStroke(new BasicStroke(1));
        for (int k = 0; k <= classes; k++) {
            double x = pixels.x(k - 0.5);
            double y = pixels.y(k - 0.5);
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }

    /** Writes the count in its cell, unless it is 0 or does not fit; errors are not bold. */
    private void drawCount(Graphics2D g2, int count, Rectangle2D cell, boolean correct) {
        String text = Integer.toString(count);
        double size = FONT_SIZE * style().scale();
        Font font = correct ? ChartFonts.bold(size) : ChartFonts.regular(size);
        double width = TextPainter.width(text, font);
        if (count > 0 && width + 2 < cell.getWidth() && size < cell.getHeight()) {
            TextPainter.draw(g2, text, font, style().theme().text(), cell.getCenterX() - width / 2, cell.getCenterY());
        }
    }
}
