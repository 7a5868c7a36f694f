package hyperlab.chart;

import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Numbers in rows and columns of square cells, each as a tint and, if it fits, as text. */
public final class NumberGrid {
    private static final double LETTERING = 11;
    private static final double SMALLEST_LETTERING = 8;
    private static final double LINED = 5;
    private static final double WORTH_ROUNDING = 0.05;

    private NumberGrid() {}

    /**
     * Formats a number for a cell: at most two decimals without trailing zeros, or one significant digit from 1000 on
     * and below 0.005.
     */
    public static String shortly(double number) {
        return shortly(number, 2);
    }

    private static String shortly(double number, int decimals) {
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
            text = withoutEmptyDecimals(text);
        }
        return text.equals("-0") ? "0" : text.replace('-', '−');
    }

    private static String withoutEmptyDecimals(String text) {
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Formats a number for a cell: next to larger numbers, one that rounds to zero is 0.00, unlike an exact 0. */
    private static String inCell(double number, int decimals, double largest) {
        boolean tiny = number != 0 && Math.abs(number) < 0.5 * Math.pow(10, -decimals);
        return tiny && largest >= WORTH_ROUNDING ? "0." + "0".repeat(decimals) : shortly(number, decimals);
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
            Tones tones,
            double bound,
            ChartStyle style) {
        int rows = numbers.length / columns;
        double cell = area.getWidth() / columns;
        for (int k = 0; k < numbers.length; k++) {
            g2.setColor(tones.color(numbers[k], bound, style.theme()));
            g2.fill(cell(area, k, columns, cell));
        }
        lines(g2, area, rows, columns, style);
        write(g2, area, PixelMapChart.Picture.of(rows, columns, numbers, tones, bound), numbers.length, style);
    }

    private static Rectangle2D cell(Rectangle2D area, int place, int columns, double side) {
        int row = place / columns;
        int column = place % columns;
        return new Rectangle2D.Double(area.getX() + column * side, area.getY() + row * side, side, side);
    }

    /** Writes the first {@code count} numbers into their cells, if they fit. */
    static void write(Graphics2D g2, Rectangle2D area, PixelMapChart.Picture picture, int count, ChartStyle style) {
        double side = area.getWidth() / picture.width();
        double smallest = SMALLEST_LETTERING * style.scale();
        int decimals = font(picture.values(), 2, side, style).getSize2D() < smallest ? 1 : 2;
        Font font = font(picture.values(), decimals, side, style);
        if (font.getSize2D() < smallest) {
            return;
        }
        double largest = largest(picture.values());
        for (int k = 0; k < count; k++) {
            Rectangle2D cell = cell(area, k, picture.width(), side);
            Color ground = picture.tones().color(picture.values()[k], picture.bound(), style.theme());
            String text = inCell(picture.values()[k], decimals, largest);
            double x = cell.getCenterX() - Lettering.width(text, font) / 2;
            Lettering.write(g2, text, font, Tones.letters(ground, style.theme()), x, cell.getCenterY());
        }
    }

    /** Draws the lines between cells if the cells are large enough, and the border. */
    static void lines(Graphics2D g2, Rectangle2D area, int rows, int columns, ChartStyle style) {
        g2.setStroke(new BasicStroke(1));
        g2.setColor(style.theme().grid());
        double cell = area.getWidth() / columns;
        if (cell >= LINED * style.scale()) {
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

    /** Returns the largest font in which the widest number fits. */
    private static Font font(double[] numbers, int decimals, double cell, ChartStyle style) {
        double widest = 0;
        Font usual = ChartFonts.regular(LETTERING * style.scale());
        double largest = largest(numbers);
        Set<String> texts = new HashSet<>();
        for (double number : numbers) {
            String text = inCell(number, decimals, largest);
            widest = texts.add(text) ? Math.max(widest, Lettering.width(text, usual)) : widest;
        }
        double fitting = widest == 0 ? 1 : (cell - 3) / widest;
        return ChartFonts.regular(LETTERING * style.scale() * Math.min(1, Math.min(fitting, (cell - 2) / LETTERING)));
    }
}
