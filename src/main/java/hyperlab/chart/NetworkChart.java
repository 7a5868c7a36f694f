package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * A diagram of a network. Line width shows the size of a weight; positive weights have the color of series 1 and
 * negative ones that of series 2. Units that are dead, saturated, or dropped out are marked. Once displayed, use only
 * on the FX thread.
 */
public final class NetworkChart {
    private final NetworkDrawing drawing = new NetworkDrawing();
    private final JFreeChart chart;
    private final KeyRow key;
    private Texts texts;
    private ChartStyle style;
    private @Nullable NetworkSketch sketch;
    private boolean mayDrop;

    public NetworkChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        LinearAxis x = LinearAxis.ofPositions();
        LinearAxis y = LinearAxis.ofPositions();
        chart = style.plot(x, y);
        XYPlot plot = chart.getXYPlot();
        x.setRange(0, 1);
        y.setRange(0, 1);
        x.setVisible(false);
        y.setVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(drawing);
        key = KeyRow.above(chart);
        restyle();
    }

    public JFreeChart chart() {
        return chart;
    }

    public void show(NetworkSketch newSketch) {
        sketch = newSketch;
        ChartStyle.atOnce(chart, () -> {
            drawing.show(newSketch);
            restyle();
        });
    }

    /** Scales line widths by the largest weight of all of these sketches. */
    public void hold(List<NetworkSketch> all) {
        drawing.hold(all.stream().mapToDouble(NetworkSketch::largest).max().orElse(0));
        mayDrop = all.stream().anyMatch(NetworkSketch::hasDropped);
    }

    /**
     * Returns the unit nearest to a position.
     *
     * @param across from 0 at the plot's left edge to 1 at its right edge
     * @param down from 0 at the plot's top edge to 1 at its bottom edge
     * @return null if there is none nearby
     */
    public NetworkSketch.@Nullable Place unitAt(double across, double down) {
        NetworkSketch shown = sketch;
        return shown == null ? null : NetworkDrawing.unitAt(shown, across, down);
    }

    /**
     * Returns the x of a column, from 0 at the left edge to 1 at the right, in a sketch with {@code columns} columns.
     */
    public static double columnAt(int column, int columns) {
        return NetworkDrawing.across(column, columns);
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ChartStyle.atOnce(chart, this::restyle);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        ChartStyle.atOnce(chart, this::restyle);
    }

    private void restyle() {
        List<KeyRow.Sign> signs = new ArrayList<>(List.of(
                new KeyRow.Sign(Marker.SQUARE, Ink.series(0), Ink.series(0), texts.get("chart.network.above")),
                new KeyRow.Sign(Marker.SQUARE, Ink.series(1), Ink.series(1), texts.get("chart.network.below")),
                new KeyRow.Sign(Marker.CROSS, ChartTheme::danger, ChartTheme::danger, texts.get("chart.network.dead")),
                new KeyRow.Sign(Marker.CIRCLE, ChartTheme::danger, null, texts.get("chart.network.saturated"))));
        NetworkSketch shown = sketch;
        if (mayDrop || (shown != null && shown.hasDropped())) {
            signs.add(new KeyRow.Sign(
                    Marker.CROSS, ChartTheme::axis, ChartTheme::axis, texts.get("chart.network.dropped")));
        }
        key.show(signs, style);
        style.apply(chart);
    }
}
