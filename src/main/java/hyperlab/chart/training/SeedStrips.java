package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.data.Range;

/** Draws the strips of {@link SeedsChart}. */
final class SeedStrips extends ModelAnnotation<SeedsChart.Model> {
    private static final int MAX_TICKS = 5;
    private static final double LEFT = 4;
    private static final double MARK = 18;
    private static final double GAP = 14;
    private static final double RIGHT = 30;
    private static final double FOOT = 24;
    private static final double RADIUS = 3.2;
    private static final double BAND = 5;
    private static final double BAND_SHARE = 0.3;
    private static final double MEDIAN = 13;
    private static final double KEY_MEDIAN = 14;
    private static final double KEY_MIDDLE = 0.62;
    private static final double ROOM = 0.04;
    /** The shortest axis, as a share of the largest value, and the same if all values are equal. */
    private static final double LEAST_SPAN = 1e-3;

    private static final double EQUAL_SPAN = 0.05;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, SeedsChart.Model model) {
        List<SeedsChart.Row> rows =
                model.rows().stream().filter(row -> row.finite().length > 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        double scale = style().scale();
        double names = nameWidth(rows) * scale;
        SeedsChart.PartNames key = model.partNames();
        double foot = FOOT * scale;
        double left = area.getMinX() + (key == null ? LEFT * scale + names : GAP * scale);
        double right = area.getMaxX() - (key == null ? RIGHT : GAP) * scale;
        RowScale across = fitScale(model, rows, left, right);
        double top = area.getMinY();
        double bottom = area.getMaxY() - foot;
        if (key == null) {
            across.drawAxis(g2, style(), top, bottom, MAX_TICKS + 1, model.unit());
        }
        double each = (bottom - top) / rows.size();
        for (int k = 0; k < rows.size(); k++) {
            double middle = top + (k + (key == null ? 0.5 : KEY_MIDDLE)) * each;
            SeedsChart.Row row = rows.get(k);
            if (key == null) {
                drawName(g2, row, area.getMinX() + LEFT * scale, left - GAP * scale, middle);
            }
            drawStrip(g2, model, row, across, middle, each);
        }
        if (key != null) {
            drawPartNames(g2, rows.get(0).spread(), key, across, top, top + KEY_MIDDLE * each, scale);
        }
    }

    private double nameWidth(List<SeedsChart.Row> rows) {
        double widest = 0;
        for (SeedsChart.Row row : rows) {
            widest = Math.max(widest, TextPainter.width(row.name(), style().labelFont()));
        }
        return widest / style().scale() + MARK + GAP;
    }

    private RowScale fitScale(SeedsChart.Model model, List<SeedsChart.Row> rows, double left, double right) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SeedsChart.Row row : rows) {
            Quantiles spread = row.spread();
            low = Math.min(low, spread.minimum());
            high = Math.max(high, spread.maximum());
        }
        if (model.partNames() != null) {
            return new RowScale(low, high > low ? high : low + 1, left, right);
        }
        Range range = axisRange(low, high, model.upperLimit());
        return new RowScale(range.getLowerBound(), range.getUpperBound(), left, right);
    }

    /**
     * Returns round ends around the values, at or above 0 if no value is negative. Equal values get a wide axis, not
     * one that magnifies their digits.
     */
    static Range axisRange(double low, double high, double upperLimit) {
        double room = low < high ? 0 : high == 0 ? 1 : Math.abs(high) * EQUAL_SPAN / 2;
        double from = low - room;
        double to = high + room;
        double span = Math.max(to - from, Math.max(Math.abs(high) * LEAST_SPAN, 1e-9));
        double step = step(from, to, span);
        double end = Math.ceil((to + ROOM * span) / step) * step;
        double start = Math.floor((from - ROOM * span) / step) * step;
        return new Range(low >= 0 ? Math.max(0, start) : start, Math.min(end, Math.max(upperLimit, high)));
    }

    /** Returns a distance between round numbers that gives only a few of them. */
    private static double step(double low, double high, double span) {
        List<Double> ticks = Ticks.linear(low - ROOM * span, high + ROOM * span, MAX_TICKS - 1);
        return ticks.size() < 2 ? span : ticks.get(1) - ticks.get(0);
    }

    private void drawName(Graphics2D g2, SeedsChart.Row row, double left, double right, double middle) {
        SeriesStyle series = new SeriesStyle(row.series());
        Color color = series.color(style().theme());
        TextPainter.draw(g2, row.name(), style().labelFont(), color, left, middle);
        g2.setColor(color);
        g2.fill(series.marker().shapeAt(right - RADIUS * style().scale(), middle, 4 * style().scale()));
    }

    private void drawStrip(
            Graphics2D g2, SeedsChart.Model model, SeedsChart.Row row, RowScale across, double middle, double height) {
        double scale = style().scale();
        Color color = new SeriesStyle(row.series()).color(style().theme());
        Quantiles spread = row.spread();
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        g2.draw(new Line2D.Double(
                across.position(spread.minimum()), middle, across.position(spread.maximum()), middle));
        if (model.band()) {
            g2.setColor(style().theme().blendWithBackground(color, BAND_SHARE));
            double from = across.position(spread.lower());
            g2.fill(new Rectangle2D.Double(
                    from, middle - BAND * scale, across.position(spread.upper()) - from, 2 * BAND * scale));
        }
        if (model.points()) {
            drawPoints(g2, row, across, middle, height, scale);
        }
        double median = across.position(spread.median());
        double half = Math.min(MEDIAN * scale, height / 2);
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (3 * scale)));
        g2.draw(new Line2D.Double(median, middle - half, median, middle + half));
    }

    private void drawPoints(
            Graphics2D g2, SeedsChart.Row row, RowScale across, double middle, double height, double scale) {
        SeriesStyle series = new SeriesStyle(row.series());
        Color color = series.color(style().theme());
        double radius = RADIUS * scale;
        double[] positions = row.finite();
        for (double value : positions) {
            double x = across.position(value);
            note(
                    new Rectangle2D.Double(x - radius, middle - height / 2, 2 * radius, height),
                    row.name() + ": " + NumberFormats.format(value));
        }
        Arrays.setAll(positions, i -> across.position(positions[i]));
        Arrays.sort(positions);
        g2.setStroke(new BasicStroke((float) (0.8 * scale)));
        for (double[] group : groupOverlapping(positions, 1.5 * radius)) {
            double step = group.length < 2 ? 0 : Math.min(1.4 * radius, (height - 2.5 * radius) / (group.length - 1));
            for (int i = 0; i < group.length; i++) {
                double y = middle + (i - (group.length - 1) / 2.0) * step;
                g2.setColor(color);
                g2.fill(series.marker().shapeAt(group[i], y, radius));
                g2.setColor(style().theme().background());
                g2.draw(series.marker().shapeAt(group[i], y, radius));
            }
        }
    }

    /** Groups sorted positions that are so close to the first one of their group that the points would overlap. */
    private static List<double[]> groupOverlapping(double[] positions, double near) {
        List<double[]> groups = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= positions.length; i++) {
            if (i == positions.length || positions[i] - positions[first] > near) {
                groups.add(Arrays.copyOfRange(positions, first, i));
                first = i;
            }
        }
        return groups;
    }

    private void drawPartNames(
            Graphics2D g2,
            Quantiles spread,
            SeedsChart.PartNames key,
            RowScale across,
            double top,
            double middle,
            double scale) {
        double below = middle + (MEDIAN + 12) * scale;
        Font bold = style().labelFont();
        Font plain = style().axisFont();
        Color text = style().theme().text();
        Color muted = style().theme().muted();
        double median = across.position(spread.median());
        double above = Math.max(top + 6 * scale, middle - (MEDIAN + KEY_MEDIAN) * scale + 4 * scale);
        TextPainter.drawCentered(g2, key.median(), bold, text, median, above);
        double least = across.position(spread.minimum());
        TextPainter.draw(g2, key.minimum(), plain, muted, least - RADIUS * scale, below);
        double greatest = across.position(spread.maximum());
        double end = greatest + RADIUS * scale - TextPainter.width(key.maximum(), plain);
        TextPainter.draw(g2, key.maximum(), plain, muted, end, below);
        double band = (across.position(spread.lower()) + across.position(spread.upper())) / 2;
        TextPainter.drawCentered(g2, key.band(), plain, muted, band, below);
    }
}
