package hyperlab.lab.batchsize;

import hyperlab.batch.TwoWeightModel;
import hyperlab.chart.batch.EpochStripChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * The categories by which the samples of the epoch strip are colored: their class for classification, otherwise the
 * quintile of their target; and the outlier.
 *
 * @param categories the categories; the outlier is the last one if there is one
 */
record SampleCategories(TwoWeightModel model, List<EpochStripChart.SampleKind> categories) {
    private static final int OUTLIER_SERIES = 4;
    private static final int LEVELS = 5;
    private static final double PALE = 0.45;
    /** The borders of the quintiles of the standard normal distribution. */
    private static final double[] QUINTILE_BORDERS = {-0.8416, -0.2533, 0.2533, 0.8416};

    static SampleCategories of(TwoWeightModel model, Texts texts) {
        List<EpochStripChart.SampleKind> kinds = new ArrayList<>();
        DataSet data = model.data();
        if (data.task() == PredictionTask.CLASSIFICATION) {
            for (int k = 0; k < data.classNames().size(); k++) {
                kinds.add(new EpochStripChart.SampleKind(data.classNames().get(k), classColor(k)));
            }
        } else {
            for (int k = 0; k < LEVELS; k++) {
                String name = k == 0
                        ? texts.get("batch-size.strip.low")
                        : k == LEVELS - 1 ? texts.get("batch-size.strip.high") : "";
                kinds.add(new EpochStripChart.SampleKind(name, shade((k + 1.0) / LEVELS)));
            }
        }
        if (model.isOutlier(model.samples() - 1)) {
            kinds.add(new EpochStripChart.SampleKind(
                    texts.get("batch-size.odd.short"), ThemeColor.series(OUTLIER_SERIES)));
        }
        return new SampleCategories(model, List.copyOf(kinds));
    }

    /** The colors of the series; after the last one, their pale forms. */
    private static ThemeColor classColor(int k) {
        return k < SeriesStyle.COLORS
                ? ThemeColor.series(k)
                : theme -> theme.blendWithBackground(theme.series(k), PALE);
    }

    private static ThemeColor shade(double share) {
        return (ChartTheme theme) -> theme.blendWithBackground(theme.series(0), share);
    }

    int categoryOf(int sample) {
        if (model.isOutlier(sample)) {
            return categories.size() - 1;
        }
        if (model.data().task() == PredictionTask.CLASSIFICATION) {
            return (int) model.data().targets()[sample];
        }
        int step = 0;
        while (step < QUINTILE_BORDERS.length && model.target(sample) > QUINTILE_BORDERS[step]) {
            step++;
        }
        return step;
    }
}
