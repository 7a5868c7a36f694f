package hyperlab.chart.training;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
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
        updateAxisTitles();
    }

    public JFreeChart chart() {
        return plot.chart();
    }

    /** Replaces everything shown. */
    public void show(TrainingCurvesModel model) {
        plot.show(model);
    }

    /**
     * Shows this and fixes the axes to it, so that earlier epochs can be shown at the same scale: see
     * {@link TrainingCurvesModel#untilPlayHead}.
     */
    public void fixAxes(TrainingCurvesModel model) {
        plot.fixAxes(model);
    }

    /** Sets the loss function, which the title of the axis names. */
    public void setLoss(Loss newLoss) {
        if (newLoss != loss) {
            loss = newLoss;
            updateAxisTitles();
        }
    }

    /** Sets the scale of the loss axis. */
    public void setLogarithmicLoss(boolean isLogarithmic) {
        plot.setValueAxis(isLogarithmic ? logarithmic : linear);
    }

    /** Sets the scale of the epoch axis; a logarithmic axis cannot show epoch 0. */
    public void setLogarithmicEpochs(boolean isLogarithmic) {
        plot.setLogarithmicEpochs(isLogarithmic);
    }

    /**
     * Returns the epoch at a point of the last drawing, in the pixel coordinates of {@code plotArea}; null if the point
     * is outside the plot.
     */
    public @Nullable Integer epochAt(Point2D point, Rectangle2D plotArea) {
        return plot.epochAt(point, plotArea);
    }

    /** Replaces the tinted ranges of epochs that findings refer to. */
    public void highlight(List<EvidenceRange> ranges) {
        plot.highlight(ranges);
    }

    /** Sets the title above the plot, for a chart shown on its own; a blank title removes it. */
    public void setTitle(String text) {
        plot.setTitle(text);
    }

    public void style(ChartStyle style) {
        plot.style(style);
    }

    public void texts(Texts texts) {
        plot.texts(texts);
        updateAxisTitles();
    }

    private void updateAxisTitles() {
        Texts texts = plot.texts();
        String name = texts.get(loss == Loss.CROSS_ENTROPY ? "chart.crossEntropy" : "chart.squaredError");
        logarithmic.setLabel(ChartStyle.logTitle(texts, name));
        linear.setLabel(name);
    }
}
