package hyperlab.chart.convolution;

import hyperlab.chart.ColorScale;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Numbers in rows and columns of square cells, each as a tint and, if it fits, as text. */
public final class NumberGrid {
    private static final double FONT_SIZE = 11;
    private static final double MIN_FONT_SIZE = 8;
    /** Fonts have sizes in single precision. */
    private static final double ROUNDING = 1e-3;

    private static final double MIN_LINED_CELL = 5;
    private static final double WORTH_ROUNDING = 0.05;
    private static final double WORTH_ONE_DECIMAL = 0.1;

    private NumberGrid() {}

    /**
     * Formats a number for a cell: at most two decimals without trailing zeros, or one significant digit from 1000 on
     * and below 0.005.
     */
    public static String format(double number) {
        return format(number, 2);
    }

    private static String format(double number, int decimals) {
        if (number == 0) {
            return "0";
        }
        double size = Math.abs(number);
        if (size >= 1000 || size < 0.005) {
            return NumberFormats.format(number, 1);
        }
        String text =
                String.format(Locale.ROOT, size < 10 ? "%." + decimals + "f" : size < 100 ? "%.1f" : "%.0f", number);
        if (text.contains(".")) {
            text = stripTrailingZeros(text);
        }
        return text.equals("-0") ? "0" : text.replace('-', '−');
    }

    private static String stripTrailingZeros(String text) {
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Formats a number for a cell: next to larger numbers, one that rounds to zero is 0.00, unlike an exact 0. */
    private static String formatInCell(double number, int decimals, double largest) {
        boolean tiny = number != 0 && Math.abs(number) < 0.5 * Math.pow(10, -decimals);
        return tiny && largest >= WORTH_ROUNDING ? "0." + "0".repeat(decimals) : format(number, decimals);
    }

    private static double largest(double... numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** Draws the tints, the lines between cells, and the numbers that fit. */
    static void draw(
            Graphics2D g2,
            Rectangle2D area,
            int columns,
            double[] numbers,
            ColorScale tones,
            double bound,
            ChartStyle style) {
        int rows = numbers.length / columns;
        drawCells(g2, area, columns, numbers, tones, bound, style);
        drawNumbers(g2, area, PixelMapChart.Model.of(rows, columns, numbers, tones, bound), numbers.length, style);
    }

    /** Draws the tints and the lines between cells. */
    private static void drawCells(
            Graphics2D g2,
            Rectangle2D area,
            int columns,
            double[] numbers,
            ColorScale tones,
            double bound,
            ChartStyle style) {
        int rows = numbers.length / columns;
        double cell = area.getWidth() / columns;
        for (int k = 0; k < numbers.length; k++) {
            g2.setColor(tones.color(numbers[k], bound, style.theme()));
            g2.fill(cell(area, k, columns, cell));
        }
        drawLines(g2, area, rows, columns, style);
    }

    /** Draws the tints, the lines between cells, and the given texts of the numbers; no texts if there are none. */
    static void draw(
            Graphics2D g2,
            Rectangle2D area,
            int columns,
            double[] numbers,
            List<String> texts,
            ColorScale tones,
            double bound,
            ChartStyle style) {
        drawCells(g2, area, columns, numbers, tones, bound, style);
        double side = area.getWidth() / columns;
        Font font = fittingFont(texts, side, style);
        for (int k = 0; k < texts.size(); k++) {
            Color background = tones.color(numbers[k], bound, style.theme());
            drawText(g2, cell(area, k, columns, side), texts.get(k), font, background, style);
        }
    }

    /** Whether texts can be read in cells of this side; if not, a grid leaves them out. */
    static boolean fits(List<String> texts, double side, ChartStyle style) {
        return fittingFont(texts, side, style).getSize2D() >= style.cellFontSize(MIN_FONT_SIZE) - ROUNDING;
    }

    /**
     * The texts of the numbers in a grid with cells of this side; empty if they do not fit. Small numbers keep two
     * decimals: with one, the kernel of a blur would consist of zeros.
     */
    static List<String> texts(double[] numbers, double side, ChartStyle style) {
        double largest = largest(numbers);
        int fewest = largest < WORTH_ONE_DECIMAL ? 2 : 1;
        for (int decimals = 2; decimals >= fewest; decimals--) {
            int digits = decimals;
            List<String> texts = DoubleStream.of(numbers)
                    .mapToObj(number -> formatInCell(number, digits, largest))
                    .toList();
            if (fits(texts, side, style)) {
                return texts;
            }
        }
        return List.of();
    }

    private static Rectangle2D cell(Rectangle2D area, int index, int columns, double side) {
        int row = index / columns;
        int column = index % columns;
        return new Rectangle2D.Double(area.getX() + column * side, area.getY() + row * side, side, side);
    }

    /** Writes the first {@code count} numbers into their cells, if they fit. */
    static void drawNumbers(Graphics2D g2, Rectangle2D area, PixelMapChart.Model model, int count, ChartStyle style) {
        double side = area.getWidth() / model.width();
        List<String> texts = texts(model.values(), side, style);
        if (texts.isEmpty()) {
            return;
        }
        Font font = fittingFont(texts, side, style);
        for (int k = 0; k < count; k++) {
            Color background = model.tones().color(model.values()[k], model.bound(), style.theme());
            drawText(g2, cell(area, k, model.width(), side), texts.get(k), font, background, style);
        }
    }

    private static void drawText(
            Graphics2D g2, Rectangle2D cell, String text, Font font, Color background, ChartStyle style) {
        double x = cell.getCenterX() - TextPainter.width(text, font) / 2;
        TextPainter.draw(g2, text, font, ColorScale.textColor(background, style.theme()), x, cell.getCenterY());
    }

    /** Draws the lines between cells if the cells are large enough, and the border. */
    static void drawLines(Graphics2D g2, Rectangle2D area, int rows, int columns, ChartStyle style) {
        g2.setStroke(new BasicStroke(1));
        g2.setColor(style.theme().grid());
        double cell = area.getWidth() / columns;
        if (cell >= MIN_LINED_CELL * style.scale()) {
            for (int k = 1; k < columns; k++) {
                double x = area.getX() + k * cell;
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
            for (int k = 1; k < rows; k++) {
                double y = area.getY() + k * cell;
                g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            }
        }
        g2.setColor(style.theme().axis());
        g2.draw(area);
    }

    /** Returns the largest font in which the widest text fits. */
    private static Font fittingFont(List<String> texts, double cell, ChartStyle style) {
        Font defaultFont = ChartFonts.regular(style.cellFontSize(FONT_SIZE));
        double widest = 0;
        for (String text : new HashSet<>(texts)) {
            widest = Math.max(widest, TextPainter.width(text, defaultFont));
        }
        double fitting = widest == 0 ? 1 : (cell - 3) / widest;
        double size = style.cellFontSize(FONT_SIZE);
        return ChartFonts.regular(size * Math.min(1, Math.min(fitting, (cell - 2) / FONT_SIZE)));
    }
}
