package hyperlab.chart;

import hyperlab.chart.MistakesChart.Picture;
import hyperlab.chart.MistakesChart.Row;
import hyperlab.image.ImageShape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws the rows of a table, or a grid of images, as many as fit. */
final class MistakesDrawing extends PictureAnnotation<Picture> {
    private static final double LINE = 1.7;
    private static final double GAP = 14;
    private static final double SIDE = 64;

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
        ImageShape image = shown.image();
        if (shown.rows().isEmpty()) {
            Font font = style().labelFont();
            double width = Lettering.width(shown.none(), font);
            Lettering.write(
                    g2, shown.none(), font, style().theme().text(), area.getCenterX() - width / 2, area.getCenterY());
        } else if (image == null) {
            drawTable(g2, area, shown);
        } else {
            drawImages(g2, area, shown, image);
        }
    }

    private void drawTable(Graphics2D g2, Rectangle2D area, Picture shown) {
        Font font = style().axisFont();
        double line = LINE * font.getSize2D();
        int rows = (int) Math.min(shown.rows().size(), Math.max(0, (area.getHeight() - line) / line));
        double gap = GAP * style().scale();
        double left = area.getMinX() + gap;
        for (int column = 0; column < shown.head().size(); column++) {
            double width = Lettering.width(shown.head().get(column), style().labelFont());
            for (Row row : shown.rows().subList(0, rows)) {
                width = Math.max(width, Lettering.width(row.words().get(column), font));
            }
            if (left + width > area.getMaxX()) {
                break;
            }
            drawColumn(g2, shown, column, left, width, rows, area.getMinY(), line);
            left += width + gap;
        }
        g2.setColor(style().theme().axis());
        g2.setStroke(new BasicStroke(1));
        g2.draw(new Line2D.Double(area.getMinX(), area.getMinY() + line, area.getMaxX(), area.getMinY() + line));
    }

    private void drawColumn(
            Graphics2D g2, Picture shown, int column, double left, double width, int rows, double top, double line) {
        ChartTheme theme = style().theme();
        String head = shown.head().get(column);
        double headWidth = Lettering.width(head, style().labelFont());
        Lettering.write(g2, head, style().labelFont(), theme.muted(), left + width - headWidth, top + line / 2);
        for (int k = 0; k < rows; k++) {
            String word = shown.rows().get(k).words().get(column);
            double wordWidth = Lettering.width(word, style().axisFont());
            Lettering.write(
                    g2, word, style().axisFont(), theme.text(), left + width - wordWidth, top + line * (k + 1.5));
        }
    }

    private void drawImages(Graphics2D g2, Rectangle2D area, Picture shown, ImageShape shape) {
        Font font = style().axisFont();
        double spacing = 1.3 * font.getSize2D();
        double side = SIDE * style().scale();
        double gap = GAP * style().scale();
        double width = side;
        for (Row row : shown.rows()) {
            for (String word : row.words()) {
                width = Math.max(width, Lettering.width(word, font));
            }
        }
        double height = side + spacing * shown.rows().get(0).words().size() + gap;
        int across = (int) Math.max(1, (area.getWidth() + gap) / (width + gap));
        int down = (int) Math.max(1, area.getHeight() / height);
        for (int k = 0; k < Math.min(shown.rows().size(), across * down); k++) {
            Row row = shown.rows().get(k);
            double x = area.getMinX() + k % across * (width + gap);
            int line = k / across;
            double y = area.getMinY() + line * height;
            double middle = x + width / 2;
            g2.drawImage(image(row, shape), (int) (middle - side / 2), (int) y, (int) side, (int) side, null);
            g2.setColor(style().theme().grid());
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Rectangle2D.Double((int) (middle - side / 2), (int) y, (int) side, (int) side));
            writeBelow(g2, row.words(), middle, y + side, spacing);
        }
    }

    private void writeBelow(Graphics2D g2, List<String> words, double middle, double top, double line) {
        for (int k = 0; k < words.size(); k++) {
            double width = Lettering.width(words.get(k), style().axisFont());
            Color color = k == 0 ? style().theme().text() : style().theme().muted();
            Lettering.write(g2, words.get(k), style().axisFont(), color, middle - width / 2, top + line * (k + 0.6));
        }
    }

    private static BufferedImage image(Row row, ImageShape shape) {
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        int size = shape.width() * shape.height();
        for (int k = 0; k < size; k++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                int from = channel % shape.channels() * size;
                rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, row.pixels()[from + k])));
            }
            image.setRGB(k % shape.width(), k / shape.width(), rgb);
        }
        return image;
    }
}
