package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws the rows of {@link ContributionsChart}. */
final class ContributionRows extends ModelAnnotation<ContributionsChart.Model> {
    private static final int MAX_TICKS = 7;
    private static final double LEFT = 4;
    private static final double GAP = 14;
    private static final double RIGHT = 30;
    private static final double HEAD = 24;
    private static final double FOOT = 24;
    private static final double RADIUS = 4;
    private static final double CAP = 3.5;
    private static final double ROOM = 0.04;
    private static final double LINE_GAP = 13;
    private static final double MAX_NAME_SHARE = 0.4;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, ContributionsChart.Model model) {
        List<ContributionsChart.Row> rows =
                model.rows().stream().filter(row -> !row.gains().isEmpty()).toList();
        if (rows.isEmpty()) {
            return;
        }
        double scale = style().scale();
        Font font = style().labelFont();
        double names = rows.stream()
                .mapToDouble(row -> TextPainter.width(row.name(), font))
                .max()
                .orElse(0);
        names = Math.min(names, MAX_NAME_SHARE * area.getWidth());
        double nameLeft = area.getMinX() + LEFT * scale;
        double left = nameLeft + names + GAP * scale;
        RowScale across = fitScale(rows, left, area.getMaxX() - RIGHT * scale);
        double top = area.getMinY() + HEAD * scale;
        double bottom = area.getMaxY() - FOOT * scale;
        drawLegend(g2, model.series(), nameLeft, area.getMinY() + HEAD * scale / 2, area.getMaxX());
        across.drawAxis(g2, style(), top, bottom, MAX_TICKS, model.unit());
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        g2.setColor(style().theme().muted());
        g2.draw(new Line2D.Double(across.position(0), top, across.position(0), bottom));
        double height = (bottom - top) / rows.size();
        for (int k = 0; k < rows.size(); k++) {
            ContributionsChart.Row row = rows.get(k);
            double middle = top + (k + 0.5) * height;
            String name = TextPainter.ellipsize(row.name(), font, names);
            TextPainter.draw(g2, name, font, style().theme().text(), nameLeft, middle);
            double step = Math.min(LINE_GAP * scale, height / (row.gains().size() + 1));
            for (int i = 0; i < row.gains().size(); i++) {
                double y = middle + (i - (row.gains().size() - 1) / 2.0) * step;
                ContributionsChart.Gain gain = row.gains().get(i);
                drawGain(g2, gain, across, y, scale);
                note(
                        new Rectangle2D.Double(area.getMinX(), y - step / 2, area.getWidth(), step),
                        row.name() + "\n" + model.series().get(gain.series()) + ": " + NumberFormats.format(gain.mean())
                                + " (" + NumberFormats.format(gain.from()) + " … " + NumberFormats.format(gain.to())
                                + ")");
            }
        }
    }

    private static RowScale fitScale(List<ContributionsChart.Row> rows, double left, double right) {
        double low = 0;
        double high = 0;
        for (ContributionsChart.Row row : rows) {
            for (ContributionsChart.Gain gain : row.gains()) {
                low = Math.min(low, gain.from());
                high = Math.max(high, gain.to());
            }
        }
        double span = high > low ? high - low : 1;
        return new RowScale(low - ROOM * span, high + ROOM * span, left, right);
    }

    private void drawLegend(Graphics2D g2, List<String> names, double left, double middle, double right) {
        double scale = style().scale();
        Font font = style().axisFont();
        double x = left;
        for (int k = 0; k < names.size(); k++) {
            SeriesStyle series = new SeriesStyle(k);
            g2.setColor(series.color(style().theme()));
            g2.fill(series.marker().shapeAt(x + RADIUS * scale, middle, RADIUS * scale));
            double textLeft = x + 3.5 * RADIUS * scale;
            String text = TextPainter.ellipsize(names.get(k), font, Math.max(0, right - textLeft));
            TextPainter.draw(g2, text, font, style().theme().muted(), textLeft, middle);
            x = textLeft + TextPainter.width(text, font) + GAP * scale;
        }
    }

    private void drawGain(Graphics2D g2, ContributionsChart.Gain gain, RowScale across, double y, double scale) {
        SeriesStyle series = new SeriesStyle(gain.series());
        Color color = series.color(style().theme());
        double from = across.position(gain.from());
        double to = across.position(gain.to());
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        g2.draw(new Line2D.Double(from, y, to, y));
        g2.draw(new Line2D.Double(from, y - CAP * scale, from, y + CAP * scale));
        g2.draw(new Line2D.Double(to, y - CAP * scale, to, y + CAP * scale));
        g2.fill(series.marker().shapeAt(across.position(gain.mean()), y, RADIUS * scale));
    }
}
