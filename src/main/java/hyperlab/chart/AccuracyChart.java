package hyperlab.chart;

import hyperlab.text.Texts;
import org.jfree.chart.JFreeChart;

/** Training and validation accuracy over epochs: the share predicted right. Empty in regression, which has none. */
public final class AccuracyChart {
    private final LinearAxis accuracy = LinearAxis.ofValues();
    private final TrainingPlot plot;

    public AccuracyChart(Texts texts, ChartTheme theme) {
        plot = new TrainingPlot(accuracy, texts, theme);
        accuracy.setLabel(texts.get("chart.accuracy"));
    }

    public JFreeChart chart() {
        return plot.chart();
    }

    /** Shows this and nothing else. */
    public void show(TrainingShot shot) {
        plot.show(shot);
    }

    /** A line above the plot, for a chart that stands by itself; blank for none. */
    public void title(String words) {
        plot.title(words);
    }

    public void theme(ChartTheme theme) {
        plot.theme(theme);
    }

    public void texts(Texts texts) {
        plot.texts(texts);
        accuracy.setLabel(texts.get("chart.accuracy"));
    }
}
