package hyperlab.chart;

import hyperlab.train.FiveNumberSummary;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws the strips of {@link SeedsChart}. */
final class SeedsStrips extends Annotation {
    private static final int MOST_TICKS = 5;
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

    private SeedsChart.Picture picture = SeedsChart.Picture.EMPTY;

    void show(SeedsChart.Picture newPicture) {
        picture = newPicture;
        fireAnnotationChanged();
    }

    /** Converts values to x coordinates of a strip. */
    private record Scale(double low, double high, double left, double right) {
        double at(double value) {
            return left + (right - left) * (value - low) / (high - low);
        }
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        List<SeedsChart.Row> rows =
                picture.rows().stream().filter(row -> row.finite().length > 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        double scale = style().scale();
        double names = names(rows) * scale;
        SeedsChart.Key key = picture.key();
        double foot = FOOT * scale;
        double left = area.getMinX() + (key == null ? LEFT * scale + names : GAP * scale);
        double right = area.getMaxX() - (key == null ? RIGHT : GAP) * scale;
        Scale across = range(rows, left, right, key != null);
        double top = area.getMinY();
        double bottom = area.getMaxY() - foot;
        if (key == null) {
            axis(g2, across, top, bottom, scale);
        }
        double each = (bottom - top) / rows.size();
        for (int k = 0; k < rows.size(); k++) {
            double middle = top + (k + (key == null ? 0.5 : KEY_MIDDLE)) * each;
            SeedsChart.Row row = rows.get(k);
            if (key == null) {
                name(g2, row, area.getMinX() + LEFT * scale, left - GAP * scale, middle);
            }
            strip(g2, row, across, middle, each, scale);
        }
        if (key != null) {
            explain(g2, rows.get(0).spread(), key, across, top, top + KEY_MIDDLE * each, scale);
        }
    }

    private double names(List<SeedsChart.Row> rows) {
        double widest = 0;
        for (SeedsChart.Row row : rows) {
            widest = Math.max(widest, Lettering.width(row.name(), style().labelFont()));
        }
        return widest / style().scale() + MARK + GAP;
    }

    private Scale range(List<SeedsChart.Row> rows, double left, double right, boolean tight) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SeedsChart.Row row : rows) {
            FiveNumberSummary spread = row.spread();
            low = Math.min(low, spread.minimum());
            high = Math.max(high, spread.maximum());
        }
        if (tight) {
            return new Scale(low, high > low ? high : low + 1, left, right);
        }
        double span = Math.max(high - low, Math.max(Math.abs(high) * 1e-3, 1e-9));
        double step = step(low, high, span);
        double from = Math.floor((low - ROOM * span) / step) * step;
        double to = Math.ceil((high + ROOM * span) / step) * step;
        return new Scale(from, Math.min(to, Math.max(picture.most(), high)), left, right);
    }

    /** Returns a distance between round numbers that gives only a few of them. */
    private static double step(double low, double high, double span) {
        List<Double> ticks = Ticks.linear(low - ROOM * span, high + ROOM * span, MOST_TICKS - 1);
        return ticks.size() < 2 ? span : ticks.get(1) - ticks.get(0);
    }

    private void axis(Graphics2D g2, Scale across, double top, double bottom, double scale) {
        List<Double> ticks = Ticks.linear(across.low(), across.high(), MOST_TICKS + 1);
        double step = ticks.size() < 2 ? 0 : ticks.get(1) - ticks.get(0);
        Font font = style().axisFont();
        g2.setStroke(new BasicStroke(1));
        g2.setColor(style().theme().grid());
        for (double tick : ticks) {
            g2.draw(new Line2D.Double(across.at(tick), top, across.at(tick), bottom));
        }
        g2.setColor(style().theme().axis());
        g2.draw(new Line2D.Double(across.left(), bottom, across.right(), bottom));
        for (int k = 0; k < ticks.size(); k++) {
            String text = Ticks.text(ticks.get(k), step);
            double x = across.at(ticks.get(k)) - Lettering.width(text, font) / 2;
            boolean last = k == ticks.size() - 1;
            String shown = last && !picture.unit().isEmpty() ? text + " " + picture.unit() : text;
            Lettering.write(g2, shown, font, style().theme().muted(), x, bottom + 13 * scale);
        }
    }

    private void name(Graphics2D g2, SeedsChart.Row row, double left, double right, double middle) {
        SeriesStyle series = new SeriesStyle(row.series());
        Color color = series.color(style().theme());
        Lettering.write(g2, row.name(), style().labelFont(), color, left, middle);
        g2.setColor(color);
        g2.fill(series.marker().at(right - RADIUS * style().scale(), middle, 4 * style().scale()));
    }

    private void strip(Graphics2D g2, SeedsChart.Row row, Scale across, double middle, double height, double scale) {
        Color color = new SeriesStyle(row.series()).color(style().theme());
        FiveNumberSummary spread = row.spread();
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        g2.draw(new Line2D.Double(across.at(spread.minimum()), middle, across.at(spread.maximum()), middle));
        if (picture.band()) {
            g2.setColor(style().theme().faint(color, BAND_SHARE));
            double from = across.at(spread.lower());
            g2.fill(new Rectangle2D.Double(
                    from, middle - BAND * scale, across.at(spread.upper()) - from, 2 * BAND * scale));
        }
        if (picture.points()) {
            points(g2, row, across, middle, height, scale);
        }
        double median = across.at(spread.median());
        double half = Math.min(MEDIAN * scale, height / 2);
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) (3 * scale)));
        g2.draw(new Line2D.Double(median, middle - half, median, middle + half));
    }

    private void points(Graphics2D g2, SeedsChart.Row row, Scale across, double middle, double height, double scale) {
        SeriesStyle series = new SeriesStyle(row.series());
        Color color = series.color(style().theme());
        double radius = RADIUS * scale;
        double[] places = row.finite();
        Arrays.setAll(places, i -> across.at(places[i]));
        Arrays.sort(places);
        g2.setStroke(new BasicStroke((float) (0.8 * scale)));
        for (double[] pile : piles(places, 1.5 * radius)) {
            double step = pile.length < 2 ? 0 : Math.min(1.4 * radius, (height - 2.5 * radius) / (pile.length - 1));
            for (int i = 0; i < pile.length; i++) {
                double y = middle + (i - (pile.length - 1) / 2.0) * step;
                g2.setColor(color);
                g2.fill(series.marker().at(pile[i], y, radius));
                g2.setColor(style().theme().background());
                g2.draw(series.marker().at(pile[i], y, radius));
            }
        }
    }

    /** Groups sorted positions that are so close to the first one of their group that the points would overlap. */
    private static List<double[]> piles(double[] places, double near) {
        List<double[]> piles = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= places.length; i++) {
            if (i == places.length || places[i] - places[first] > near) {
                piles.add(Arrays.copyOfRange(places, first, i));
                first = i;
            }
        }
        return piles;
    }

    private void explain(
            Graphics2D g2, FiveNumberSummary spread, SeedsChart.Key key, Scale across, double top, double middle, double scale) {
        double below = middle + (MEDIAN + 12) * scale;
        Font bold = style().labelFont();
        Font plain = style().axisFont();
        Color text = style().theme().text();
        Color muted = style().theme().muted();
        double median = across.at(spread.median());
        double above = Math.max(top + 6 * scale, middle - (MEDIAN + KEY_MEDIAN) * scale + 4 * scale);
        Lettering.write(g2, key.median(), bold, text, median - Lettering.width(key.median(), bold) / 2, above);
        double least = across.at(spread.minimum());
        Lettering.write(g2, key.least(), plain, muted, least - RADIUS * scale, below);
        double greatest = across.at(spread.maximum());
        double end = greatest + RADIUS * scale - Lettering.width(key.greatest(), plain);
        Lettering.write(g2, key.greatest(), plain, muted, end, below);
        double band = (across.at(spread.lower()) + across.at(spread.upper())) / 2;
        Lettering.write(g2, key.band(), plain, muted, band - Lettering.width(key.band(), plain) / 2, below);
    }
}
