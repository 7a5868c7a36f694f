package hyperlab.chart.convolution;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.TextPainter;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells and the legend of a {@link PixelMapChart} are. The legend is below the cells, in as many rows as it
 * needs, or to the right of them if the cells are larger that way.
 *
 * @param cells bounds of the cells, including the margin: as large as possible, and a whole number of pixels per cell
 *     if cells are large
 * @param items for the color scale, if there is one, and then for each line of the legend: its left edge and its middle
 * @param lines the entries of the legend, broken where they are wider than the chart
 */
record PixelMapLayout(Rectangle2D cells, List<Point2D> items, List<LegendLine> lines) {
    static final double SWATCH = 12;
    /** Between a swatch, or an end of the color scale, and its text. */
    static final double TEXT_GAP = 6;

    private static final double ROW = 24;
    private static final double GAP = 16;
    /** Between the items of the legend where this saves a row. */
    private static final double TIGHT_GAP = 8;

    private static final double SCALE_WIDTH = 110;
    private static final double MIN_WHOLE_PIXEL_CELL = 3;
    private static final double MIN_CELL = 0.1;

    PixelMapLayout {
        items = List.copyOf(items);
        lines = List.copyOf(lines);
    }

    /**
     * A line of the legend.
     *
     * @param mark the sign before the text; null in the further lines of an entry
     */
    record LegendLine(PixelMapChart.@Nullable CellMark mark, String text) {}

    static PixelMapLayout of(Rectangle2D area, PixelMapChart.Model model, ChartStyle style) {
        double scale = style.scale();
        List<LegendLine> lines = legendLines(area, model, style);
        List<Double> widths = itemWidths(area, model, lines, style);
        List<Point2D> spaced = flow(widths, area.getWidth(), GAP * scale);
        List<Point2D> tight = flow(widths, area.getWidth(), TIGHT_GAP * scale);
        List<Point2D> flow = rows(tight) < rows(spaced) ? tight : spaced;
        double rows = rows(flow);
        double cellBelow = cell(model, area.getWidth(), area.getHeight() - (rows == 0 ? 3 : (rows * ROW + 1) * scale));
        double widest = widths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double cellAtRight = cell(model, area.getWidth() - widest - GAP * scale, area.getHeight() - 3);
        boolean fitsRight = !widths.isEmpty() && widths.size() * ROW * scale <= area.getHeight();
        return fitsRight && cellAtRight > cellBelow
                ? legendAtRight(area, model, cellAtRight, widest, lines, scale)
                : legendBelow(area, model, cellBelow, flow, lines, scale);
    }

    private static double rows(List<Point2D> flow) {
        return flow.isEmpty() ? 0 : flow.get(flow.size() - 1).getY() + 1;
    }

    private static double cell(PixelMapChart.Model model, double width, double height) {
        double cell = Math.max(MIN_CELL, Math.min((width - 2) / columns(model), height / rows(model)));
        return cell >= MIN_WHOLE_PIXEL_CELL ? Math.floor(cell) : cell;
    }

    private static int columns(PixelMapChart.Model model) {
        return model.width() + 2 * model.margin();
    }

    private static int rows(PixelMapChart.Model model) {
        return model.height() + 2 * model.margin();
    }

    private static Rectangle2D cells(Rectangle2D area, PixelMapChart.Model model, double cell, double width) {
        double left = Math.floor(area.getX() + (width - cell * columns(model)) / 2);
        return new Rectangle2D.Double(left, Math.ceil(area.getY()) + 1, cell * columns(model), cell * rows(model));
    }

    private static PixelMapLayout legendBelow(
            Rectangle2D area,
            PixelMapChart.Model model,
            double cell,
            List<Point2D> flow,
            List<LegendLine> lines,
            double scale) {
        Rectangle2D cells = cells(area, model, cell, area.getWidth());
        List<Point2D> items = new ArrayList<>();
        for (Point2D place : flow) {
            items.add(new Point2D.Double(
                    area.getX() + 2 + place.getX(), cells.getMaxY() + (place.getY() + 0.5) * ROW * scale + 2));
        }
        return new PixelMapLayout(cells, items, lines);
    }

    private static PixelMapLayout legendAtRight(
            Rectangle2D area,
            PixelMapChart.Model model,
            double cell,
            double widest,
            List<LegendLine> lines,
            double scale) {
        int count = lines.size() + (model.scaleLow().isEmpty() ? 0 : 1);
        double gap = GAP * scale;
        double free = area.getWidth() - cell * columns(model) - gap - widest;
        Rectangle2D cells = cells(area, model, cell, cell * columns(model) + free);
        List<Point2D> items = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            items.add(new Point2D.Double(cells.getMaxX() + gap, cells.getMinY() + (k + 0.5) * ROW * scale));
        }
        return new PixelMapLayout(cells, items, lines);
    }

    /** The left edge and the row of each item, from left to right and then in the next row. */
    private static List<Point2D> flow(List<Double> widths, double available, double gap) {
        List<Point2D> places = new ArrayList<>();
        double x = 0;
        int row = 0;
        for (double width : widths) {
            if (x > 0 && x + width + 2 > available) {
                x = 0;
                row++;
            }
            places.add(new Point2D.Double(x, row));
            x += width + gap;
        }
        return places;
    }

    private static List<LegendLine> legendLines(Rectangle2D area, PixelMapChart.Model model, ChartStyle style) {
        double room = area.getWidth() - 2 - (SWATCH + TEXT_GAP) * style.scale();
        List<LegendLine> lines = new ArrayList<>();
        for (PixelMapChart.LegendEntry entry : model.legend()) {
            PixelMapChart.CellMark mark = entry.mark();
            for (String line : TextPainter.wrap(entry.text(), style.axisFont(), room)) {
                lines.add(new LegendLine(mark, line));
                mark = null;
            }
        }
        return lines;
    }

    private static List<Double> itemWidths(
            Rectangle2D area, PixelMapChart.Model model, List<LegendLine> lines, ChartStyle style) {
        List<Double> widths = new ArrayList<>();
        if (!model.scaleLow().isEmpty()) {
            widths.add(TextPainter.width(model.scaleLow(), style.axisFont())
                    + scaleWidth(area, style)
                    + TextPainter.width(model.scaleHigh(), style.axisFont())
                    + 2 * TEXT_GAP);
        }
        for (LegendLine line : lines) {
            double width = (SWATCH + TEXT_GAP) * style.scale() + TextPainter.width(line.text(), style.axisFont());
            // The further lines of an entry are below its first one.
            widths.add(line.mark() == null ? Math.max(width, area.getWidth() - 2) : width);
        }
        return widths;
    }

    /** The width of the color scale without its labels. */
    static double scaleWidth(Rectangle2D area, ChartStyle style) {
        return Math.min(SCALE_WIDTH * style.scale(), area.getWidth() / 4);
    }
}
