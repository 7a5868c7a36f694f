package hyperlab.chart.training;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.text.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Training and validation accuracy over epochs, as the fraction of correct predictions. The axis starts at the lowest
 * value, rounded down to a multiple of 0.1 and at most 0.9. The chart is empty for regression, which has no accuracy.
 */
public final class AccuracyChart {
    private static final double HIGHEST = 1.06;

    private final LinearAxis accuracy = LinearAxis.ofValues();
    private final TrainingPlot plot;
    private boolean axesFixed;

    public AccuracyChart(Texts texts, ChartTheme theme) {
        plot = new TrainingPlot(accuracy, false, texts, theme);
        accuracy.setLabel(texts.get("chart.accuracy"));
    }

    public JFreeChart chart() {
        return plot.chart();
    }

    /** Replaces everything shown. */
    public void show(TrainingCurvesModel model) {
        ChartStyle.withOneNotification(plot.chart(), () -> {
            double lowest = 1;
            for (RunLine run : model.runs()) {
                lowest = Math.min(lowest, lowest(run.curves()));
            }
            for (RunBand band : model.bands()) {
                lowest = Math.min(lowest, lowest(band.lower()));
            }
            if (!axesFixed) {
                accuracy.setRange(Math.min(0.9, Math.floor(lowest * 10) / 10), HIGHEST);
            }
            plot.show(model);
        });
    }

    /**
     * Shows this and fixes the axes to it, so that earlier epochs can be shown at the same scale: see
     * {@link TrainingCurvesModel#untilPlayHead}.
     */
    public void fixAxes(TrainingCurvesModel model) {
        show(model);
        plot.fixAxes(model);
        axesFixed = true;
    }

    private static double lowest(RunCurves curves) {
        return Math.min(lowest(curves.train()), lowest(curves.validation()));
    }

    private static double lowest(Curve curve) {
        double lowest = 1;
        for (int i = 0; i < curve.size(); i++) {
            lowest = Math.min(lowest, curve.y(i));
        }
        return lowest;
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
        accuracy.setLabel(texts.get("chart.accuracy"));
    }
}
