package hyperlab.chart;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.chart.style.Themed;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * A legend for points and tints, in a row above the plot, for charts without lines that could be labeled at their ends.
 */
public final class ChartLegend implements Themed {
    private static final double RADIUS = 5;
    private static final double EDGE = 1.5;
    private static final double LINE_LENGTH = 20;
    private static final double LINE_WIDTH = 2;

    private final JFreeChart chart;
    private final LegendTitle row;
    private List<LegendSymbol> symbols = List.of();
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);

    /**
     * One symbol and its meaning.
     *
     * @param fill null for a hollow marker
     * @param dash null for a marker; otherwise the symbol is a line in the color of the edge
     */
    public record LegendSymbol(
            MarkerShape marker, ThemeColor edge, @Nullable ThemeColor fill, String text, @Nullable Dash dash) {
        /** A marker. */
        public LegendSymbol(MarkerShape marker, ThemeColor edge, @Nullable ThemeColor fill, String text) {
            this(marker, edge, fill, text, null);
        }

        /** A line. */
        public static LegendSymbol line(Dash dash, ThemeColor color, String text) {
            return new LegendSymbol(MarkerShape.NONE, color, color, text, dash);
        }
    }

    private ChartLegend(JFreeChart chart) {
        this.chart = chart;
        this.row = new LegendTitle(chart.getPlot());
    }

    /** Adds an empty legend above a chart's plot. */
    public static ChartLegend addAbove(JFreeChart chart) {
        ChartLegend key = new ChartLegend(chart);
        key.row.setPosition(RectangleEdge.TOP);
        key.row.setHorizontalAlignment(HorizontalAlignment.LEFT);
        key.row.setFrame(BlockBorder.NONE);
        key.row.setLegendItemGraphicPadding(new RectangleInsets(2, 8, 2, 4));
        key.row.setMargin(new RectangleInsets(2, 12, 0, 12));
        chart.addLegend(key.row);
        return key;
    }

    /** Replaces all symbols. */
    public void show(List<LegendSymbol> newSymbols) {
        symbols = List.copyOf(newSymbols);
        update();
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        update();
    }

    private void update() {
        LegendItemCollection items = new LegendItemCollection();
        StringBuilder allText = new StringBuilder();
        for (LegendSymbol symbol : symbols) {
            ThemeColor fill = symbol.fill();
            Color inside = fill == null ? style.theme().background() : fill.resolve(style.theme());
            Dash dash = symbol.dash();
            Shape shape = dash == null
                    ? symbol.marker().shapeAt(0, 0, RADIUS * style.scale())
                    : line(dash, style.scale());
            items.add(new LegendItem(
                    symbol.text(),
                    null,
                    null,
                    null,
                    shape,
                    inside,
                    new BasicStroke((float) (dash == null ? EDGE * style.scale() : 0)),
                    symbol.edge().resolve(style.theme())));
            allText.append(symbol.text());
        }
        row.setItemFont(ChartFonts.withFallback(style.labelFont(), allText.toString()));
        row.setItemPaint(style.theme().text());
        row.setBackgroundPaint(null);
        chart.getXYPlot().setFixedLegendItems(items);
    }

    private static Shape line(Dash dash, double scale) {
        double half = LINE_LENGTH / 2 * scale;
        return dash.stroke(LINE_WIDTH * scale, scale).createStrokedShape(new Line2D.Double(-half, 0, half, 0));
    }
}
