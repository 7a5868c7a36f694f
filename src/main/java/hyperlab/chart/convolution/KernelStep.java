package hyperlab.chart.convolution;

import hyperlab.chart.ColorScale;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws the calculation of {@link KernelStepChart}. */
final class KernelStep extends ModelAnnotation<KernelStepChart.Model> {
    private static final double NAME_ROOM = 20;
    private static final double OPERATOR_ROOM = 30;
    private static final double SUMS_ROOM = 72;
    private static final double RESULT_ROOM = 116;
    private static final double RESULT_HEIGHT = 52;
    /** Where grids would be smaller because of the width, the row sums give way, and the other parts move together. */
    private static final double LEAST_GRID = 40;

    private static final double NARROW_OPERATOR_ROOM = 18;
    private static final double NARROW_RESULT_ROOM = 84;
    private static final double LARGEST_CELL = 40;
    private static final double OPERATOR_FONT_SIZE = 18;
    private static final double SUM_FONT_SIZE = 12;
    /** In lower rows, a number cannot be read. */
    private static final double SMALLEST_ROW = 10;

    private static final double FEW_FONT_SIZE = 11;
    private static final double NAME_GAP = 8;
    private static final double RESULT_FONT_SIZE = 20;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, KernelStepChart.Model model) {
        new Drawing(g2, area, model).draw();
    }

    private static double largest(double... numbers) {
        return DoubleStream.of(numbers).map(Math::abs).max().orElse(0);
    }

    /** One drawing into a rectangle. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final KernelStepChart.Model shown;
        private final double scale = style().scale();
        private final ChartTheme theme = style().theme();
        private final boolean narrow;
        private final double operatorRoom;
        private final double resultRoom;
        private final double grid;
        private final double top;
        private final StepTexts texts;

        Drawing(Graphics2D g2, Rectangle2D area, KernelStepChart.Model model) {
            this.g2 = g2;
            this.area = area;
            this.shown = model;
            double reserved = (3 * OPERATOR_ROOM + SUMS_ROOM + RESULT_ROOM) * scale;
            narrow = (area.getWidth() - reserved) / 3 < LEAST_GRID * scale;
            operatorRoom = (narrow ? NARROW_OPERATOR_ROOM : OPERATOR_ROOM) * scale;
            resultRoom = (narrow ? NARROW_RESULT_ROOM : RESULT_ROOM) * scale;
            double room = Math.min(
                    (area.getWidth() - (narrow ? 3 * operatorRoom + resultRoom : reserved)) / 3,
                    Math.min(area.getHeight() - NAME_ROOM * scale - 2, LARGEST_CELL * scale * model.side()));
            grid = Math.max(model.side(), Math.floor(room / model.side()) * model.side());
            top = area.getY() + NAME_ROOM * scale;
            texts = StepTexts.of(model, grid / model.side(), style());
        }

        void draw() {
            double factor = largest(shown.kernel());
            double x = area.getX() + 2;
            x = drawGrid(x, shown.names().pixels(), shown.pixels(), texts.pixels(), shown.tones(), 1, "×");
            String equals = texts.exact() ? "=" : "≈";
            x = drawGrid(
                    x, shown.names().kernel(), shown.kernel(), texts.kernel(), ColorScale.DIVERGING, factor, equals);
            x = drawGrid(
                    x, shown.names().products(), shown.products(), texts.products(), ColorScale.DIVERGING, factor, "");
            x += narrow ? 0 : drawRowSums(x);
            drawOperator("→", x, operatorRoom);
            drawResult(x + operatorRoom);
        }

        /** Draws one grid with its name and the operator after it; returns the left edge of the next grid. */
        private double drawGrid(
                double x,
                String name,
                double[] numbers,
                List<String> numberTexts,
                ColorScale tones,
                double bound,
                String sign) {
            double room = sign.isEmpty() ? (narrow ? 0 : 6 * scale) : operatorRoom;
            double nameWidth = TextPainter.width(name, style().labelFont()) + NAME_GAP * scale;
            boolean named = !narrow || nameWidth <= grid + room;
            if (named) {
                drawName(name, x, grid);
            }
            Rectangle2D cells = new Rectangle2D.Double(x, top, grid, grid);
            NumberGrid.draw(g2, cells, shown.side(), numbers, numberTexts, tones, bound, style());
            noteProducts(x);
            double next = x + (named ? Math.max(grid + room, nameWidth) : grid + room);
            drawOperator(sign, x + grid, next - x - grid);
            return next;
        }

        private void drawName(String name, double x, double width) {
            Font font = style().labelFont();
            double left = x + Math.max(0, (width - TextPainter.width(name, font)) / 2);
            TextPainter.draw(g2, name, font, theme.text(), left, area.getY() + NAME_ROOM * scale / 2);
        }

        private void drawOperator(String sign, double x, double room) {
            Font font = ChartFonts.bold(OPERATOR_FONT_SIZE * scale);
            double left = x + (room - TextPainter.width(sign, font)) / 2;
            TextPainter.draw(g2, sign, font, theme.text(), left, top + grid / 2);
        }

        /** Notes what is multiplied in each cell of a grid, with all digits, for the pointer over it. */
        private void noteProducts(double x) {
            double cell = grid / shown.side();
            for (int k = 0; k < shown.pixels().length; k++) {
                int row = k / shown.side();
                int column = k % shown.side();
                Rectangle2D place = new Rectangle2D.Double(x + column * cell, top + row * cell, cell, cell);
                note(place, StepTexts.product(shown, k));
            }
        }

        /**
         * Draws the sum of each row, and before it the products if their cells are too small for them and there is
         * room; returns the width.
         */
        private double drawRowSums(double x) {
            double cell = grid / shown.side();
            double room = area.getMaxX() - x - (OPERATOR_ROOM + RESULT_ROOM) * scale;
            Font font = ChartFonts.regular(Math.min(SUM_FONT_SIZE * scale, cell));
            boolean readable = Math.rint(font.getSize2D()) >= Math.rint(style().cellFontSize(SMALLEST_ROW));
            if (!readable) {
                return drawFewRowSums(x, room);
            }
            List<String> rows = texts.products().isEmpty() ? texts.rowTerms() : texts.rowSums();
            double width = width(rows, font);
            if (width > room) {
                rows = texts.rowSums();
                width = width(rows, font);
            }
            width = Math.max(SUMS_ROOM * scale, width);
            drawName(shown.names().rowSums(), x, width);
            for (int row = 0; row < shown.side(); row++) {
                double left = rows.equals(texts.rowSums())
                        ? x + (width - TextPainter.width(rows.get(row), font)) / 2
                        : x + width - TextPainter.width(rows.get(row), font);
                TextPainter.draw(g2, rows.get(row), font, theme.text(), left, top + (row + 0.5) * cell);
            }
            return width;
        }

        /**
         * Draws the sums that are not zero in lines that can be read, because there is no room for a line next to each
         * row. They are in several columns if they are many, and left out if there is no room for these.
         */
        private double drawFewRowSums(double x, double room) {
            Font font = ChartFonts.regular(style().cellFontSize(FEW_FONT_SIZE));
            double height = font.getSize2D() + scale;
            int most = (int) Math.max(1, Math.floor(grid / height));
            List<String> lines = withoutZeros(texts.rowTerms());
            if (lines.size() > most || width(lines, font) > room) {
                lines = withoutZeros(texts.rowSums());
            }
            int columns = (lines.size() + most - 1) / most;
            int rows = (lines.size() + columns - 1) / columns;
            double column = width(lines, font);
            double gap = NAME_GAP * scale;
            double needed = columns * column + (columns - 1) * gap;
            double width = Math.max(SUMS_ROOM * scale, needed <= room ? needed : 0);
            drawName(shown.names().rowSums(), x, width);
            double y = top + (grid - rows * height) / 2;
            for (int k = 0; needed <= room && k < lines.size(); k++) {
                int at = k / rows;
                double right = x + (width - needed) / 2 + at * (column + gap) + column;
                double left = right - TextPainter.width(lines.get(k), font);
                TextPainter.draw(g2, lines.get(k), font, theme.text(), left, y + (k % rows + 0.5) * height);
            }
            return width;
        }

        private static List<String> withoutZeros(List<String> rows) {
            List<String> lines = rows.stream().filter(row -> !row.equals("0")).toList();
            return lines.isEmpty() ? List.of("0") : lines;
        }

        private static double width(List<String> lines, Font font) {
            return lines.stream()
                    .mapToDouble(line -> TextPainter.width(line, font))
                    .max()
                    .orElse(0);
        }

        private void drawResult(double x) {
            double width = Math.min(resultRoom, area.getMaxX() - x) - 10 * scale;
            double height = RESULT_HEIGHT * scale;
            double y = top + Math.max(0, (grid - height) / 2);
            Color ground = ColorScale.DIVERGING.color(shown.sum(), shown.sumBound(), theme);
            RoundRectangle2D box = new RoundRectangle2D.Double(x, y, width, height, 6 * scale, 6 * scale);
            g2.setColor(ground);
            g2.fill(box);
            g2.setColor(theme.axis());
            g2.draw(box);
            String text = texts.total();
            Font large = ChartFonts.bold(RESULT_FONT_SIZE * scale);
            double fitting = (width - NAME_GAP * scale) / TextPainter.width(text, large);
            Font font = fitting < 1 ? ChartFonts.bold(Math.floor(fitting * RESULT_FONT_SIZE * scale)) : large;
            TextPainter.draw(
                    g2,
                    text,
                    font,
                    ColorScale.textColor(ground, theme),
                    x + (width - TextPainter.width(text, font)) / 2,
                    y + height / 2);
            Font small = style().axisFont();
            double textWidth = TextPainter.width(shown.positionText(), small);
            double left = Math.min(x + (width - textWidth) / 2, area.getMaxX() - textWidth);
            double below = Math.min(y + height + 12 * scale, area.getMaxY() - 6 * scale);
            if (below > y + height + 4 * scale) {
                TextPainter.draw(g2, shown.positionText(), small, theme.muted(), Math.max(area.getX(), left), below);
            }
        }
    }
}
