package hyperlab.chart.training;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.text.Texts;

/**
 * Training and validation accuracy over epochs, as the fraction of correct predictions. The axis starts at the lowest
 * value, rounded down to a multiple of 0.1 and at most 0.9. The chart is empty for regression, which has no accuracy.
 */
public final class AccuracyChart extends TrainingCurvesChart {
    private static final double HIGHEST = 1.06;

    private final LinearAxis accuracy = keepStyled(LinearAxis.ofValues());
    private boolean axesFixed;

    public AccuracyChart(Texts texts, ChartTheme theme) {
        super(false, texts, theme);
        setYAxis(accuracy);
        relabel();
    }

    @Override
    protected void relabel() {
        super.relabel();
        accuracy.setLabel(texts().get("chart.accuracy"));
    }

    @Override
    protected void draw(TrainingCurvesModel model) {
        double lowest = 1;
        for (RunLine run : model.runs()) {
            lowest = Math.min(lowest, lowest(run.curves()));
        }
        for (RunBand band : model.bands()) {
            lowest = Math.min(lowest, lowest(band.lower()));
        }
        if (!axesFixed) {
            fit(accuracy, Math.min(0.9, Math.floor(lowest * 10) / 10), HIGHEST);
        }
        super.draw(model);
    }

    @Override
    public void fixAxes(TrainingCurvesModel model) {
        super.fixAxes(model);
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
}
