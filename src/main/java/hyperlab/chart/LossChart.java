package hyperlab.chart;

import hyperlab.nn.Loss;
import hyperlab.text.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Training and validation loss over epochs, on a logarithmic axis or, where asked for, a linear one. A loss of exactly
 * 0 has no place on the logarithmic one.
 */
public final class LossChart {
    private final LogarithmicAxis logarithmic = new LogarithmicAxis();
    private final LinearAxis linear = LinearAxis.ofValues();
    private final TrainingPlot plot;
    private Loss loss = Loss.CROSS_ENTROPY;

    public LossChart(Texts texts, ChartTheme theme) {
        plot = new TrainingPlot(logarithmic, true, texts, theme);
        label();
    }

    public JFreeChart chart() {
        return plot.chart();
    }

    /** Shows this and nothing else. */
    public void show(TrainingShot shot) {
        plot.show(shot);
    }

    /** Shows this and keeps the axes as they are for it, to show how the run came there: see {@link TrainingShot#untilHead}. */
    public void hold(TrainingShot whole) {
        plot.hold(whole);
    }

    /** Which loss it is, in the axis' title. */
    public void loss(Loss newLoss) {
        if (newLoss != loss) {
            loss = newLoss;
            label();
        }
    }

    /** Chooses the loss axis. */
    public void logarithmic(boolean isLogarithmic) {
        plot.values(isLogarithmic ? logarithmic : linear);
    }

    /** Chooses the epoch axis; on a logarithmic one epoch 0 has no place. */
    public void logarithmicEpochs(boolean isLogarithmic) {
        plot.logarithmicEpochs(isLogarithmic);
    }

    /** The epoch at a point of the last drawing, in the pixels that {@code plotArea} is given in; null beside the plot. */
    public @Nullable Integer epochAt(Point2D point, Rectangle2D plotArea) {
        return plot.epochAt(point, plotArea);
    }

    /** Tints the stretches that findings rest on, and no others. */
    public void light(List<Evidence> stretches) {
        plot.light(stretches);
    }

    /** A line above the plot, for a chart that stands by itself; blank for none. */
    public void title(String words) {
        plot.title(words);
    }

    public void style(ChartStyle style) {
        plot.style(style);
    }

    public void texts(Texts texts) {
        plot.texts(texts);
        label();
    }

    private void label() {
        Texts texts = plot.texts();
        String name = texts.get(loss == Loss.CROSS_ENTROPY ? "chart.crossEntropy" : "chart.squaredError");
        logarithmic.setLabel(ChartStyle.logTitle(texts, name));
        linear.setLabel(name);
    }
}
