package hyperlab.chart.training.network;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartLegend;
import hyperlab.chart.ChartTable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagram of a network. Line width shows the size of a weight; positive weights have the color of series 1 and
 * negative ones that of series 2. Units that are dead, saturated, or dropped out are marked.
 */
public final class NetworkChart extends AnnotationChart<NetworkDiagram, NetworkDrawing> {
    private final ChartLegend legend = addLegend();
    private boolean mayHaveDropout;

    public NetworkChart(Texts texts, ChartTheme theme) {
        super(new NetworkDrawing(), texts, theme);
        relabel();
    }

    @Override
    protected void draw(NetworkDiagram diagram) {
        super.draw(diagram);
        relabel();
    }

    /** The weights between the layers; inputs are layer 0, and units are numbered from 1. */
    @Override
    protected ChartTable table(NetworkDiagram model) {
        ChartTable table = new ChartTable("layer", "unit", "input", "weight");
        for (int layer = 0; layer < model.links().size(); layer++) {
            double[][] weights = model.links().get(layer).weights();
            for (int unit = 0; unit < weights.length; unit++) {
                for (int input = 0; input < weights[unit].length; input++) {
                    table.add(layer + 1, unit + 1, input + 1, weights[unit][input]);
                }
            }
        }
        return table;
    }

    /** Scales line widths by the largest weight of all of these diagrams. */
    public void fixLineWidths(List<NetworkDiagram> all) {
        drawing()
                .fixLargestWeight(
                        all.stream().mapToDouble(NetworkDiagram::largest).max().orElse(0));
        mayHaveDropout = all.stream().anyMatch(NetworkDiagram::hasDropped);
    }

    /**
     * Returns the unit nearest to a position.
     *
     * @param across from 0 at the plot's left edge to 1 at its right edge
     * @param down from 0 at the plot's top edge to 1 at its bottom edge
     * @return null if there is none nearby
     */
    public NetworkDiagram.@Nullable UnitPosition unitAt(double across, double down) {
        NetworkDiagram current = model();
        return current == null ? null : NetworkLayout.unitAt(current, across, down);
    }

    /**
     * Returns the x of a column, from 0 at the left edge to 1 at the right, in a diagram with {@code columns} columns.
     */
    public static double columnAt(int column, int columns) {
        return NetworkLayout.columnPosition(column, columns);
    }

    @Override
    protected void relabel() {
        Texts current = texts();
        drawing().setWords(new NetworkTexts.NetworkWords() {
            @Override
            public String unit(String column, int number) {
                return current.get("chart.network.unit", column, Integer.toString(number));
            }

            @Override
            public String more(int count) {
                return current.get("chart.network.more", Integer.toString(count));
            }
        });
        List<ChartLegend.LegendSymbol> signs = new ArrayList<>(weightSigns(current));
        signs.add(new ChartLegend.LegendSymbol(
                MarkerShape.SQUARE, ChartTheme::axis, ChartTheme::grid, current.get("chart.network.dead")));
        signs.add(new ChartLegend.LegendSymbol(
                MarkerShape.CIRCLE, ChartTheme::danger, null, current.get("chart.network.saturated")));
        NetworkDiagram diagram = model();
        if (mayHaveDropout || (diagram != null && diagram.hasDropped())) {
            signs.add(new ChartLegend.LegendSymbol(
                    MarkerShape.CROSS, ChartTheme::axis, ChartTheme::axis, texts().get("chart.network.dropped")));
        }
        legend.show(signs);
    }

    /** The colors of positive and negative weights. */
    public static List<ChartLegend.LegendSymbol> weightSigns(Texts texts) {
        return List.of(
                filled(ThemeColor.series(0), texts.get("chart.network.above")),
                filled(ThemeColor.series(1), texts.get("chart.network.below")));
    }

    /** A square in one color. */
    public static ChartLegend.LegendSymbol filled(ThemeColor color, String text) {
        return new ChartLegend.LegendSymbol(MarkerShape.SQUARE, color, color, text);
    }
}
