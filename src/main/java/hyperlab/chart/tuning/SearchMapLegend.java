package hyperlab.chart.tuning;

import hyperlab.chart.ColorBarTitle;
import hyperlab.chart.Surface;
import hyperlab.chart.SurfaceRange;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.tuning.SearchMapChart.EstimateKind;
import hyperlab.chart.tuning.SearchMapChart.Model;
import hyperlab.chart.tuning.SearchMapChart.TrialPoint;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Above a search map: the meaning of the markers on the left, and the color bar on the right, or in a second row if
 * both are wider than the map.
 */
final class SearchMapLegend extends ColorBarTitle<SearchMapLegend.Content> {
    private static final int DIGITS = 3;
    private static final int COLORS = 128;
    private static final double HEIGHT = 22;
    private static final double SIDE = 12;
    private static final double GAP = 6;
    private static final double BAR_HEIGHT = 10;
    private static final double MAX_BAR = 120;
    private static final double MIN_BAR = 40;
    private static final double RADIUS = 4;
    /** A lowest value below this fraction of the highest value is shown as 0. */
    private static final double NEGLIGIBLE = 1e-6;

    /** What it shows. The numbers are empty if there is no estimate. */
    record Content(List<Symbol> symbols, EstimateKind kind, String low, String high) {}

    /** @param series the color of a filled marker; −1 for a hollow one */
    record Symbol(MarkerShape marker, int series, String text) {}

    SearchMapLegend() {
        super(HEIGHT);
    }

    void show(Model model, Texts texts) {
        List<Symbol> symbols = new ArrayList<>();
        boolean anyChosen = model.trials().stream().anyMatch(TrialPoint::chosenByModel);
        if (model.trials().stream().anyMatch(spot -> !spot.chosenByModel())) {
            String text = texts.get(anyChosen ? "chart.search.random" : "chart.search.trial");
            symbols.add(new Symbol(MarkerShape.SQUARE, -1, text));
        }
        if (anyChosen) {
            symbols.add(new Symbol(MarkerShape.CIRCLE, -1, texts.get("chart.search.model")));
        }
        if (model.bestIndex() >= 0) {
            symbols.add(new Symbol(MarkerShape.DIAMOND, 1, texts.get("chart.search.best")));
        }
        Surface estimate = model.estimate();
        String low = "";
        String high = "";
        if (estimate != null) {
            SurfaceRange range = SurfaceRange.of(estimate);
            boolean nothing = Math.abs(range.low()) < NEGLIGIBLE * Math.abs(range.high());
            low = NumberFormats.format(nothing ? 0 : range.low(), DIGITS);
            high = NumberFormats.format(range.high(), DIGITS);
        }
        setContent(new Content(symbols, model.kind(), low, high));
    }

    @Override
    protected double heightFor(double width, Content shown) {
        return needsSecondRow(width, shown) ? 2 * HEIGHT : HEIGHT;
    }

    private boolean needsSecondRow(double width, Content shown) {
        double scale = style().scale();
        double symbols = shown.symbols().stream()
                .mapToDouble(symbol -> width(symbol) + 2 * GAP * scale)
                .sum();
        double bar = labelWidth(shown.low()) + labelWidth(shown.high()) + (3 * GAP + MIN_BAR) * scale;
        return !shown.low().isEmpty() && symbols + bar > width - 2 * SIDE * scale;
    }

    private double labelWidth(String text) {
        return TextPainter.width(text, style().axisFont());
    }

    private double width(Symbol symbol) {
        return (2 * RADIUS + GAP) * style().scale() + labelWidth(symbol.text());
    }

    @Override
    protected void drawContent(Graphics2D g2, Rectangle2D area, Content shown) {
        double scale = style().scale();
        double left = area.getMinX() + SIDE * scale;
        double right = area.getMaxX() - SIDE * scale;
        double middle = area.getMinY() + HEIGHT * scale / 2;
        double end = drawSymbols(g2, shown.symbols(), left, right, middle);
        if (needsSecondRow(area.getWidth(), shown)) {
            drawBar(g2, shown, left, right, middle + HEIGHT * scale);
        } else if (!shown.low().isEmpty()) {
            drawBar(g2, shown, end + GAP * scale, right, middle);
        }
    }

    /** Draws the symbols that fit and returns where they end. */
    private double drawSymbols(Graphics2D g2, List<Symbol> symbols, double left, double right, double middle) {
        double scale = style().scale();
        double x = left;
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        for (Symbol symbol : symbols) {
            double next = x + width(symbol);
            if (next > right) {
                return x;
            }
            Shape shape = symbol.marker().shapeAt(x + RADIUS * scale, middle, RADIUS * scale);
            Color fill = symbol.series() < 0
                    ? style().theme().background()
                    : style().theme().series(symbol.series());
            g2.setColor(fill);
            g2.fill(shape);
            if (symbol.series() < 0) {
                g2.setColor(style().theme().text());
                g2.draw(shape);
            }
            TextPainter.draw(
                    g2,
                    symbol.text(),
                    style().axisFont(),
                    style().theme().text(),
                    next - labelWidth(symbol.text()),
                    middle);
            x = next + 2 * GAP * scale;
        }
        return x;
    }

    private void drawBar(Graphics2D g2, Content shown, double left, double right, double middle) {
        double scale = style().scale();
        double gap = GAP * scale;
        double lowWidth = labelWidth(shown.low());
        double highWidth = labelWidth(shown.high());
        double length = Math.min(MAX_BAR * scale, right - left - lowWidth - highWidth - 2 * gap);
        if (length < MIN_BAR * scale) {
            return;
        }
        double barRight = right - highWidth - gap;
        double barLeft = barRight - length;
        int[] rgb = new int[COLORS];
        for (int i = 0; i < COLORS; i++) {
            rgb[i] = SearchMapBackground.tint(style().theme(), shown.kind(), i / (COLORS - 1.0))
                    .getRGB();
        }
        Rectangle bar = new Rectangle(
                (int) Math.round(barLeft),
                (int) Math.round(middle - BAR_HEIGHT * scale / 2),
                (int) Math.round(length),
                (int) Math.round(BAR_HEIGHT * scale));
        drawColors(g2, rgb, bar);
        g2.setStroke(new BasicStroke((float) scale));
        g2.setColor(style().theme().axis());
        g2.draw(bar);
        Color muted = style().theme().muted();
        TextPainter.draw(g2, shown.low(), style().axisFont(), muted, barLeft - gap - lowWidth, middle);
        TextPainter.draw(g2, shown.high(), style().axisFont(), muted, barRight + gap, middle);
    }
}
