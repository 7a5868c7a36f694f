package hyperlab.chart.training;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.nn.Loss;
import hyperlab.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Training and validation loss over epochs, on a logarithmic axis or optionally on a linear one. The logarithmic axis
 * cannot show a loss of exactly 0.
 */
public final class LossChart extends TrainingCurvesChart {
    private final LogarithmicAxis logarithmic = keepStyled(new LogarithmicAxis());
    private final LinearAxis linear = keepStyled(LinearAxis.ofValues());
    private @Nullable Loss loss = Loss.CROSS_ENTROPY;

    public LossChart(Texts texts, ChartTheme theme) {
        super(true, texts, theme);
        setYAxis(logarithmic);
        relabel();
    }

    /** Sets the loss function, which the title of the axis names; null if it is not known. */
    public void setLoss(@Nullable Loss newLoss) {
        if (newLoss != loss) {
            loss = newLoss;
            updateAxisTitles();
        }
    }

    /** Sets the scale of the loss axis. */
    public void setLogarithmicLoss(boolean isLogarithmic) {
        setYAxis(isLogarithmic ? logarithmic : linear);
    }

    @Override
    protected void relabel() {
        super.relabel();
        updateAxisTitles();
    }

    private void updateAxisTitles() {
        Loss known = loss;
        String name = texts().get(
                        known == null
                                ? "chart.loss"
                                : known == Loss.CROSS_ENTROPY ? "chart.crossEntropy" : "chart.squaredError");
        logarithmic.setLabel(ChartStyle.logTitle(texts(), name));
        linear.setLabel(name);
    }
}
