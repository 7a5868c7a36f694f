package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.WorstPredictionsChart.Model;
import hyperlab.chart.training.WorstPredictionsChart.Row;
import hyperlab.image.ImageShape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Draws the rows of a table, or a grid of images, as many as fit. The pointer reads a row with all of its columns. */
final class WorstPredictionsDrawing extends ModelAnnotation<Model> {
    private static final double LINE = 1.7;
    private static final double GAP = 14;
    private static final double SIDE = 64;
    /** The pointer reads at most this many columns. */
    private static final int MAX_READ = 16;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        ImageShape image = model.imageShape();
        if (model.rows().isEmpty()) {
            Font font = style().labelFont();
            double width = TextPainter.width(model.emptyText(), font);
            TextPainter.draw(
                    g2,
                    model.emptyText(),
                    font,
                    style().theme().text(),
                    area.getCenterX() - width / 2,
                    area.getCenterY());
        } else if (image == null) {
            drawTable(g2, area, model);
        } else {
            drawImages(g2, area, model, image);
        }
    }

    private void drawTable(Graphics2D g2, Rectangle2D area, Model model) {
        Font font = style().axisFont();
        double line = LINE * font.getSize2D();
        int rows = (int) Math.min(model.rows().size(), Math.max(0, (area.getHeight() - line) / line));
        double gap = GAP * style().scale();
        double left = area.getMinX() + gap;
        for (int column = 0; column < model.columnTitles().size(); column++) {
            double width = TextPainter.width(model.columnTitles().get(column), style().labelFont());
            for (Row row : model.rows().subList(0, rows)) {
                width = Math.max(width, TextPainter.width(row.texts().get(column), font));
            }
            if (left + width > area.getMaxX()) {
                break;
            }
            drawColumn(g2, model, column, left, width, rows, area.getMinY(), line);
            left += width + gap;
        }
        for (int k = 0; k < rows; k++) {
            double top = area.getMinY() + line * (k + 1);
            note(
                    new Rectangle2D.Double(area.getMinX(), top, area.getWidth(), line),
                    wholeRow(model, model.rows().get(k)));
        }
        g2.setColor(style().theme().axis());
        g2.setStroke(new BasicStroke(1));
        g2.draw(new Line2D.Double(area.getMinX(), area.getMinY() + line, area.getMaxX(), area.getMinY() + line));
    }

    /** A row of the table in lines, with the columns for which the table has no room. */
    private static String wholeRow(Model model, Row row) {
        List<String> lines = new ArrayList<>();
        for (int column = 0; column < Math.min(MAX_READ, row.texts().size()); column++) {
            lines.add(model.columnTitles().get(column) + ": " + row.texts().get(column));
        }
        if (row.texts().size() > MAX_READ) {
            lines.add("…");
        }
        return String.join("\n", lines);
    }

    private void drawColumn(
            Graphics2D g2, Model model, int column, double left, double width, int rows, double top, double line) {
        ChartTheme theme = style().theme();
        String head = model.columnTitles().get(column);
        double headWidth = TextPainter.width(head, style().labelFont());
        TextPainter.draw(g2, head, style().labelFont(), theme.muted(), left + width - headWidth, top + line / 2);
        for (int k = 0; k < rows; k++) {
            String word = model.rows().get(k).texts().get(column);
            double wordWidth = TextPainter.width(word, style().axisFont());
            TextPainter.draw(
                    g2, word, style().axisFont(), theme.text(), left + width - wordWidth, top + line * (k + 1.5));
        }
    }

    private void drawImages(Graphics2D g2, Rectangle2D area, Model model, ImageShape shape) {
        Font font = style().axisFont();
        double spacing = 1.3 * font.getSize2D();
        double side = SIDE * style().scale();
        double gap = GAP * style().scale();
        double width = side;
        for (Row row : model.rows()) {
            for (String word : row.texts()) {
                width = Math.max(width, TextPainter.width(word, font));
            }
        }
        double height = side + spacing * model.rows().get(0).texts().size() + gap;
        int imagesPerRow = (int) Math.max(1, (area.getWidth() + gap) / (width + gap));
        int rowCount = (int) Math.max(1, area.getHeight() / height);
        for (int k = 0; k < Math.min(model.rows().size(), imagesPerRow * rowCount); k++) {
            Row row = model.rows().get(k);
            double x = area.getMinX() + k % imagesPerRow * (width + gap);
            int line = k / imagesPerRow;
            double y = area.getMinY() + line * height;
            double middle = x + width / 2;
            g2.drawImage(image(row, shape), (int) (middle - side / 2), (int) y, (int) side, (int) side, null);
            g2.setColor(style().theme().grid());
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Rectangle2D.Double((int) (middle - side / 2), (int) y, (int) side, (int) side));
            writeBelow(g2, row.texts(), middle, y + side, spacing);
            note(new Rectangle2D.Double(x, y, width, height - gap), String.join("\n", row.texts()));
        }
    }

    private void writeBelow(Graphics2D g2, List<String> texts, double middle, double top, double line) {
        for (int k = 0; k < texts.size(); k++) {
            double width = TextPainter.width(texts.get(k), style().axisFont());
            Color color = k == 0 ? style().theme().text() : style().theme().muted();
            TextPainter.draw(g2, texts.get(k), style().axisFont(), color, middle - width / 2, top + line * (k + 0.6));
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
