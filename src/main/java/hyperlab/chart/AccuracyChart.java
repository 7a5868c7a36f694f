package hyperlab.chart;

import hyperlab.text.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Training and validation accuracy over epochs: the share predicted right, up to 1, from the tenth below the lowest.
 * Empty in regression, which has none.
 */
public final class AccuracyChart {
    private static final double HIGHEST = 1.06;

    private final LinearAxis accuracy = LinearAxis.ofValues();
    private final TrainingPlot plot;
    private boolean held;

    public AccuracyChart(Texts texts, ChartTheme theme) {
        plot = new TrainingPlot(accuracy, false, texts, theme);
        accuracy.setLabel(texts.get("chart.accuracy"));
    }

    public JFreeChart chart() {
        return plot.chart();
    }

    /** Shows this and nothing else. */
    public void show(TrainingShot shot) {
        ChartStyle.atOnce(plot.chart(), () -> {
            double lowest = 1;
            for (RunLine run : shot.runs()) {
                lowest = Math.min(lowest, lowest(run.curves()));
            }
            for (RunBand band : shot.bands()) {
                lowest = Math.min(lowest, lowest(band.lower()));
            }
            if (!held) {
                accuracy.setRange(Math.min(0.9, Math.floor(lowest * 10) / 10), HIGHEST);
            }
            plot.show(shot);
        });
    }

    /** Shows this and keeps the axes as they are for it, to show how the run came there: see {@link TrainingShot#untilHead}. */
    public void hold(TrainingShot whole) {
        show(whole);
        plot.hold(whole);
        held = true;
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
        accuracy.setLabel(texts.get("chart.accuracy"));
    }
}
