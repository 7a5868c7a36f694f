package hyperlab.chart.training;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.style.ChartTheme;
import hyperlab.diagnosis.Distribution;
import hyperlab.diagnosis.Histogram;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A histogram for each layer, one above the other on a shared axis, so that layers can be compared. Each is scaled to
 * its own highest bin and is labeled with the number of values, their norm (for activations, their mean), their
 * standard deviation, and how many of them are not finite.
 */
public final class HistogramChart extends PlotChart<HistogramChart.Model> {
    private static final double MARGIN = 0.04;

    private final LinearAxis values = LinearAxis.ofPositions();
    private final LinearAxis rowAxis = LinearAxis.ofPositions();
    private final HistogramRows rows = new HistogramRows();
    private final Quantity quantity;
    private double lowest;
    private double highest;

    /** The quantity whose distribution is shown. */
    public enum Quantity {
        WEIGHTS("chart.weights"),
        GRADIENTS("chart.weightGradients"),
        ACTIVATIONS("chart.activations");

        private final String key;

        Quantity(String key) {
            this.key = key;
        }
    }

    /** The layers, from the top. */
    public record Model(List<Row> rows) {
        public Model {
            rows = List.copyOf(rows);
        }

        /** Returns the weights of each layer, from trained layers; biases and learned slopes are left out. */
        public static Model ofWeights(List<LayerWeights> layers) {
            List<Row> rows = new ArrayList<>();
            int convolutions = 0;
            int dense = 0;
            for (LayerWeights layer : layers) {
                if (layer instanceof LayerWeights.Convolution convolution) {
                    rows.add(new Row(WeightLayer.LayerKind.CONVOLUTION, ++convolutions, Distribution.of(convolution)));
                } else if (layer instanceof LayerWeights.Dense matrix) {
                    rows.add(new Row(WeightLayer.LayerKind.HIDDEN, ++dense, Distribution.of(matrix)));
                }
            }
            int last = rows.size() - 1;
            rows.set(
                    last,
                    new Row(WeightLayer.LayerKind.OUTPUT, 1, rows.get(last).distribution()));
            return new Model(rows);
        }
    }

    /**
     * The distribution of one layer.
     *
     * @param kind of the layer
     * @param number of the layer among those of its kind, from 1
     */
    public record Row(WeightLayer.LayerKind kind, int number, Distribution distribution) {
        public static Row of(WeightLayer layer, Distribution distribution) {
            return new Row(layer.kind(), layer.number(), distribution);
        }
    }

    public HistogramChart(Quantity quantity, Texts texts, ChartTheme theme) {
        super(texts, theme);
        this.quantity = quantity;
        setAxes(values, rowAxis);
        plot().setRangeGridlinesVisible(false);
        add(rows);
        rowAxis.setTickLabelsVisible(false);
        rowAxis.setTickMarksVisible(false);
        rowAxis.setAxisLineVisible(false);
        relabel();
    }

    /** Fixes the minimum range of the axis to the range of all of these. */
    public void fixAxis(List<Model> all) {
        all.forEach(each -> {
            lowest = low(each.rows(), lowest);
            highest = high(each.rows(), highest);
        });
        redraw();
    }

    private static double low(List<Row> rows, double initial) {
        double low = initial;
        for (Row row : rows) {
            low = Math.min(low, row.distribution().histogram().lowerEdge(0));
        }
        return low;
    }

    private static double high(List<Row> rows, double initial) {
        double high = initial;
        for (Row row : rows) {
            Histogram histogram = row.distribution().histogram();
            high = Math.max(high, histogram.lowerEdge(histogram.bins()));
        }
        return high;
    }

    @Override
    protected void relabel() {
        values.setLabel(texts().get(quantity.key));
        rowAxis.setLabel(texts().get("chart.ownHeight"));
    }

    @Override
    protected void draw(Model model) {
        double low = low(model.rows(), lowest);
        double high = high(model.rows(), highest);
        double room = high > low ? (high - low) * MARGIN : 1;
        fit(values, low - room, high + room);
        fit(rowAxis, 0, Math.max(1, model.rows().size()));
        rows.show(model.rows().stream()
                .map(row -> new HistogramRows.Row(
                        name(row), note(row.distribution()), row.distribution().histogram()))
                .toList());
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("layer", "number", "from", "to", "count");
        for (Row row : model.rows()) {
            Histogram histogram = row.distribution().histogram();
            for (int bin = 0; bin < histogram.bins(); bin++) {
                double from = histogram.lowerEdge(bin);
                table.add(
                        row.kind().name().toLowerCase(Locale.ROOT),
                        row.number(),
                        from,
                        from + histogram.width(),
                        histogram.count(bin));
            }
        }
        return table;
    }

    private String name(Row row) {
        String number = Integer.toString(row.number());
        return switch (row.kind()) {
            case CONVOLUTION -> texts().get("chart.convolution", number);
            case HIDDEN -> texts().get("chart.hiddenLayer", number);
            case OUTPUT -> texts().get("chart.outputLayer");
        };
    }

    private String note(Distribution distribution) {
        boolean outputs = quantity == Quantity.ACTIVATIONS;
        String note = texts().get(
                        outputs ? "chart.outputs" : "chart.histogram",
                        Long.toString(distribution.count()),
                        NumberFormats.format(outputs ? distribution.mean() : distribution.norm(), 3),
                        NumberFormats.format(distribution.deviation(), 3));
        long bad = distribution.notANumber() + distribution.infinite();
        return bad == 0 ? note : texts().get("chart.notFinite", note, Long.toString(bad));
    }
}
