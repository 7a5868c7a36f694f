package hyperlab.export;

import hyperlab.export.PageItem.Paragraph;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * A row of a table whose columns share the width, the first one twice as wide as the others. Cells are wrapped.
 *
 * @param header whether it stays with the row after it
 */
public record TableRow(List<Paragraph> cells, boolean header) implements PageItem {
    static final double FONT_SIZE = 8.5;

    private static final double PADDING = 3;
    private static final double GAP = 8;
    private static final Color LINE = new Color(0xb8c0cc);

    public static TableRow of(List<String> texts, boolean header) {
        return new TableRow(
                texts.stream()
                        .map(text -> new Paragraph(PageItem.words(text, FONT_SIZE, header), FONT_SIZE, 0, header))
                        .toList(),
                header);
    }

    public TableRow {
        cells = List.copyOf(cells);
    }

    private double cellWidth(int cell, double width) {
        double unit = (width - GAP * (cells.size() - 1)) / (cells.size() + 1);
        return cell == 0 ? 2 * unit : unit;
    }

    @Override
    public double height(double width) {
        double height = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            height = Math.max(height, cells.get(cell).height(cellWidth(cell, width)));
        }
        return height + 2 * PADDING;
    }

    @Override
    public void draw(Graphics2D g2, double x, double y, double width) {
        double left = x;
        for (int cell = 0; cell < cells.size(); cell++) {
            cells.get(cell).draw(g2, left, y + PADDING, cellWidth(cell, width));
            left += cellWidth(cell, width) + GAP;
        }
        double bottom = y + height(width);
        g2.setColor(LINE);
        g2.setStroke(new BasicStroke(header ? 1 : 0.5f));
        g2.draw(new Line2D.Double(x, bottom, x + width, bottom));
    }

    @Override
    public boolean staysWithNext() {
        return header;
    }
}
