package hyperlab.chart.training;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartLegend;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import java.util.List;

/**
 * A small network with the numbers of one sample: in each unit its output, above it its bias, below it the derivative
 * of the loss with respect to its weighted sum, which is also that with respect to its bias, and on each line the
 * weight with its derivative.
 */
public final class BackpropagationChart extends AnnotationChart<BackpropagationChart.Model, BackpropagationDrawing> {
    /** The color of everything that the backward pass computes. */
    static final ThemeColor BACKWARD = ThemeColor.series(1);

    private final ChartLegend legend = addLegend();

    /**
     * A column of units.
     *
     * @param name below the column
     * @param unitNames next to the units; empty for none
     * @param outputs of the units
     * @param biases of the units; empty for the inputs
     * @param deltas the derivatives with respect to the weighted sums; empty for the inputs
     */
    public record Column(String name, List<String> unitNames, double[] outputs, double[] biases, double[] deltas) {
        public Column {
            unitNames = List.copyOf(unitNames);
        }
    }

    /**
     * The weights between two columns.
     *
     * @param weights {@code weights[to][from]}
     * @param derivatives of the loss with respect to the weights
     */
    public record Links(double[][] weights, double[][] derivatives) {}

    /**
     * What the chart shows.
     *
     * @param columns inputs first, outputs last
     * @param links between column k and column k + 1; one fewer than columns
     * @param forward names the numbers of the forward pass
     * @param backward names the numbers of the backward pass
     * @param loss text at the right, such as the value of the loss
     */
    public record Model(List<Column> columns, List<Links> links, String forward, String backward, String loss) {
        public Model {
            columns = List.copyOf(columns);
            links = List.copyOf(links);
        }
    }

    public BackpropagationChart(ChartTheme theme) {
        super(new BackpropagationDrawing(), theme);
    }

    @Override
    protected void draw(Model model) {
        super.draw(model);
        legend.show(List.of(
                new ChartLegend.LegendSymbol(MarkerShape.SQUARE, ChartTheme::text, ChartTheme::text, model.forward()),
                new ChartLegend.LegendSymbol(MarkerShape.SQUARE, BACKWARD, BACKWARD, model.backward())));
    }
}
