package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.BackpropagationChart.Column;
import hyperlab.chart.training.BackpropagationChart.Links;
import hyperlab.chart.training.BackpropagationChart.Model;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Draws the units, the lines and the numbers of {@link BackpropagationChart}. */
final class BackpropagationDrawing extends ModelAnnotation<Model> {
    private static final double LEFT = 0.13;
    private static final double RIGHT = 0.23;
    private static final double FOOT = 20;
    private static final double RADIUS = 24;
    private static final double LINE_HEIGHT = 15;
    /** Where the numbers of a weight are on its line: nearer to its start, where the lines are apart. */
    private static final double LABEL_POSITION = 0.34;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        if (area.getWidth() >= 1 && area.getHeight() >= 1) {
            new Drawing(g2, area, model).draw();
        }
    }

    /** One drawing into a rectangle. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final Model model;
        private final double scale = style().scale();
        private final ChartTheme theme = style().theme();
        private final Color backward = BackpropagationChart.BACKWARD.resolve(theme);
        private final Font font = style().labelFont();

        Drawing(Graphics2D g2, Rectangle2D area, Model model) {
            this.g2 = g2;
            this.area = area;
            this.model = model;
        }

        void draw() {
            for (int gap = 0; gap < model.links().size(); gap++) {
                drawLines(gap);
            }
            for (int gap = 0; gap < model.links().size(); gap++) {
                drawWeights(gap);
            }
            for (int column = 0; column < model.columns().size(); column++) {
                drawColumn(column);
            }
            double x = area.getMaxX() - TextPainter.width(model.loss(), font) - 4 * scale;
            TextPainter.draw(g2, model.loss(), font, theme.text(), x, footY());
        }

        private double x(int column) {
            double share = LEFT + (1 - LEFT - RIGHT) * column / (model.columns().size() - 1.0);
            return area.getX() + share * area.getWidth();
        }

        private double y(int column, int unit) {
            int units = model.columns().get(column).outputs().length;
            return area.getY() + (area.getHeight() - FOOT * scale) * (unit + 0.42) / units;
        }

        private double footY() {
            return area.getMaxY() - FOOT * scale / 2;
        }

        private void drawLines(int gap) {
            g2.setColor(theme.axis());
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            double[][] weights = model.links().get(gap).weights();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    g2.draw(new Line2D.Double(x(gap), y(gap, from), x(gap + 1), y(gap + 1, to)));
                }
            }
        }

        private void drawWeights(int gap) {
            Links links = model.links().get(gap);
            for (int to = 0; to < links.weights().length; to++) {
                for (int from = 0; from < links.weights()[to].length; from++) {
                    double centerX = between(x(gap), x(gap + 1));
                    double centerY = between(y(gap, from), y(gap + 1, to));
                    drawCentered(
                            NumberFormats.formatFixed(links.weights()[to][from], 2),
                            theme.text(),
                            centerX,
                            centerY - LINE_HEIGHT / 2 * scale);
                    drawCentered(
                            NumberFormats.formatFixed(links.derivatives()[to][from], 2),
                            backward,
                            centerX,
                            centerY + LINE_HEIGHT / 2 * scale);
                }
            }
        }

        private static double between(double start, double end) {
            return start + LABEL_POSITION * (end - start);
        }

        private void drawCentered(String text, Color color, double centerX, double y) {
            TextPainter.drawCenteredWithHalo(g2, text, font, color, centerX, y, style());
        }

        private void drawColumn(int index) {
            Column column = model.columns().get(index);
            double x = x(index);
            double radius = RADIUS * scale;
            Font bold = ChartFonts.bold(font.getSize2D());
            for (int unit = 0; unit < column.outputs().length; unit++) {
                double y = y(index, unit);
                Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
                g2.setColor(theme.background());
                g2.fill(circle);
                g2.setColor(theme.text());
                g2.setStroke(new BasicStroke((float) (1.5 * scale)));
                g2.draw(circle);
                String output = NumberFormats.formatFixed(column.outputs()[unit], 2);
                TextPainter.drawCentered(g2, output, bold, theme.text(), x, y);
                if (column.biases().length > 0) {
                    String bias = "b " + NumberFormats.formatFixed(column.biases()[unit], 2);
                    drawCentered(bias, theme.text(), x, y - radius - LINE_HEIGHT * 0.75 * scale);
                }
                if (column.deltas().length > 0) {
                    String delta = "δ " + NumberFormats.formatFixed(column.deltas()[unit], 2);
                    drawCentered(delta, backward, x, y + radius + LINE_HEIGHT * 0.75 * scale);
                }
                if (!column.unitNames().isEmpty()) {
                    drawName(column.unitNames().get(unit), index, y);
                }
            }
            String name = column.name();
            double left = Math.max(area.getX(), x - TextPainter.width(name, font) / 2);
            TextPainter.draw(g2, name, font, theme.muted(), left, footY());
        }

        /** Draws a name left of the first column, and right of the others. */
        private void drawName(String name, int column, double y) {
            double gap = (RADIUS + 8) * scale;
            double left = column == 0 ? x(column) - gap - TextPainter.width(name, font) : x(column) + gap;
            TextPainter.draw(g2, name, font, theme.muted(), left, y);
        }
    }
}
