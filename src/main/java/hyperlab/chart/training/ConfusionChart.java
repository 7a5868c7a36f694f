package hyperlab.chart.training;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.ClassAxis;
import hyperlab.chart.style.ChartTheme;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.text.Texts;
import java.util.List;

/**
 * A confusion matrix: true classes down, predicted classes across, and the count in each cell. Correct predictions have
 * the color of series 1 and errors that of series 2; the tint gets stronger with the share of the true class.
 */
public final class ConfusionChart extends PlotChart<ConfusionChart.Model> {
    private final ClassAxis predicted = new ClassAxis(false);
    private final ClassAxis trueClass = new ClassAxis(true);
    private final ConfusionCells cells = new ConfusionCells();

    /**
     * What the chart shows.
     *
     * @param classNames one for each class of the matrix
     */
    public record Model(ConfusionMatrix matrix, List<String> classNames) {
        public Model {
            classNames = List.copyOf(classNames);
        }
    }

    public ConfusionChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(predicted, trueClass);
        hideGridlines();
        add(cells);
        relabel();
    }

    @Override
    protected void relabel() {
        predicted.setLabel(texts().get("chart.predictedClass"));
        trueClass.setLabel(texts().get("chart.trueClass"));
    }

    @Override
    protected void draw(Model model) {
        predicted.show(model.classNames());
        trueClass.show(model.classNames());
        cells.show(model.matrix());
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("class", "predicted", "count", "share");
        ConfusionMatrix matrix = model.matrix();
        for (int target = 0; target < matrix.classes(); target++) {
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                table.add(
                        model.classNames().get(target),
                        model.classNames().get(predicted),
                        matrix.count(target, predicted),
                        matrix.share(target, predicted));
            }
        }
        return table;
    }
}
