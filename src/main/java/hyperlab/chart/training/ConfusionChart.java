package hyperlab.chart.training;

import hyperlab.chart.ChartTitle;
import hyperlab.chart.axis.ClassAxis;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.text.Texts;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * A confusion matrix: true classes down, predicted classes across, and the count in each cell. Correct predictions have
 * the color of series 1 and errors that of series 2; the tint gets stronger with the share of the true class. Once
 * displayed, use only on the FX thread.
 */
public final class ConfusionChart {
    private final ClassAxis predicted = new ClassAxis(false);
    private final ClassAxis trueClass = new ClassAxis(true);
    private final ConfusionCells cells = new ConfusionCells();
    private final JFreeChart chart;
    private final ChartTitle heading;
    private ChartStyle style;
    private Texts texts;

    public ConfusionChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.createChart(predicted, trueClass);
        XYPlot plot = chart.getXYPlot();
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(cells);
        heading = new ChartTitle(chart);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    /**
     * Replaces everything shown.
     *
     * @param classNames one for each class of the matrix
     */
    public void show(ConfusionMatrix matrix, List<String> classNames) {
        ChartStyle.withOneNotification(chart, () -> {
            predicted.show(classNames);
            trueClass.show(classNames);
            cells.show(matrix);
        });
    }

    /** Sets the title above the plot, for a chart shown on its own; a blank title removes it. */
    public void setTitle(String text) {
        heading.show(text, style);
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ChartStyle.withOneNotification(chart, this::restyle);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        ChartStyle.withOneNotification(chart, this::restyle);
    }

    private void restyle() {
        predicted.setLabel(texts.get("chart.predictedClass"));
        trueClass.setLabel(texts.get("chart.trueClass"));
        heading.style(style);
        style.apply(chart);
    }
}
