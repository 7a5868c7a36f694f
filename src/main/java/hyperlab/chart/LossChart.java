package hyperlab.chart;

import hyperlab.nn.Loss;
import hyperlab.text.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Training and validation loss over epochs, on a logarithmic axis or optionally on a linear one. The logarithmic axis
 * cannot show a loss of exactly 0.
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

    /** Replaces everything shown. */
    public void show(TrainingShot shot) {
        plot.show(shot);
    }

    /**
     * Shows this and fixes the axes to it, so that earlier epochs can be shown at the same scale: see
     * {@link TrainingShot#untilHead}.
     */
    public void hold(TrainingShot whole) {
        plot.hold(whole);
    }

    /** Sets the loss function, which the title of the axis names. */
    public void loss(Loss newLoss) {
        if (newLoss != loss) {
            loss = newLoss;
            label();
        }
    }

    /** Sets the scale of the loss axis. */
    public void logarithmic(boolean isLogarithmic) {
        plot.values(isLogarithmic ? logarithmic : linear);
    }

    /** Sets the scale of the epoch axis; a logarithmic axis cannot show epoch 0. */
    public void logarithmicEpochs(boolean isLogarithmic) {
        plot.logarithmicEpochs(isLogarithmic);
    }

    /**
     * Returns the epoch at a point of the last drawing, in the pixel coordinates of {@code plotArea}; null if the point
     * is outside the plot.
     */
    public @Nullable Integer epochAt(Point2D point, Rectangle2D plotArea) {
        return plot.epochAt(point, plotArea);
    }

    /** Replaces the tinted ranges of epochs that findings refer to. */
    public void light(List<Evidence> stretches) {
        plot.light(stretches);
    }

    /** Sets the title above the plot, for a chart shown on its own; a blank title removes it. */
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
