package hyperlab.chart.training;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.data.DataSplit;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.Distribution;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.random.RandomStream;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.TestPartitions;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares training charts and charts of trained networks with their reference images. */
class GoldenTrainingTest {
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final int EPOCHS = 40;

    private static void assertMatchesReference(String name, ChartTheme theme, JFreeChart chart) {
        GoldenImage.assertMatchesReference(name, theme, chart, 420, 260);
    }

    private static Curve curve(DoubleUnaryOperator y) {
        return Curve.of(
                IntStream.rangeClosed(0, EPOCHS).asDoubleStream().toArray(),
                IntStream.rangeClosed(0, EPOCHS).mapToDouble(y::applyAsDouble).toArray());
    }

    private static TrainingCurvesModel shot(DoubleUnaryOperator train, DoubleUnaryOperator validation) {
        return TrainingCurvesModel.of(new RunCurves(curve(train), curve(validation)), EPOCHS)
                .with(new TrainingCurvesModel.PlayHeadValues(12, train.applyAsDouble(12), validation.applyAsDouble(12)))
                .with(new TrainingCurvesModel.TrainingMarks(
                        List.of(new EventMarkers.Event(25, "η 0.03 → 0.01")), 20, true, null));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void accuracyMatchesReferenceImage(ChartTheme theme) {
        AccuracyChart chart = new AccuracyChart(KOREAN, theme);
        chart.show(shot(epoch -> 0.98 - 0.48 * Math.exp(-epoch / 6), epoch -> 0.9 - 0.4 * Math.exp(-epoch / 6)));
        assertMatchesReference("accuracy", theme, chart.chart());
    }

    @Test
    void presentedAccuracyMatchesReferenceImage() {
        AccuracyChart chart = new AccuracyChart(KOREAN, ChartTheme.LIGHT);
        chart.style(new ChartStyle(ChartTheme.LIGHT, 1.5));
        chart.show(shot(epoch -> 0.98 - 0.48 * Math.exp(-epoch / 6), epoch -> 0.9 - 0.4 * Math.exp(-epoch / 6)));
        GoldenImage.assertMatchesReference("accuracy-presented", chart.chart(), 630, 390);
    }

    private static LayerWeights.Dense layer(int seed, int outputs, int inputs, double scale) {
        RandomStream random = RandomStream.named(seed, "weights");
        double[][] weights = new double[outputs][inputs];
        for (double[] row : weights) {
            for (int k = 0; k < inputs; k++) {
                row[k] = scale * random.nextGaussian();
            }
        }
        return new LayerWeights.Dense(weights, new double[outputs]);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void weightsMatchReferenceImage(ChartTheme theme) {
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.WEIGHTS, ENGLISH, theme);
        chart.show(new HistogramChart.Model(List.of(
                new HistogramChart.Row(WeightLayer.LayerKind.HIDDEN, 1, Distribution.of(layer(1, 30, 20, 0.5))),
                new HistogramChart.Row(WeightLayer.LayerKind.HIDDEN, 2, Distribution.of(layer(2, 30, 30, 0.25))),
                new HistogramChart.Row(WeightLayer.LayerKind.OUTPUT, 1, Distribution.of(layer(3, 10, 30, 1))))));
        assertMatchesReference("weights", theme, chart.chart());
    }

    private static BoundaryChartModel picture(boolean classes, DoubleBinaryOperator f) {
        RandomStream random = RandomStream.named(4, "places");
        double[][] places = new double[60][2];
        double[] targets = new double[60];
        for (int k = 0; k < places.length; k++) {
            places[k][0] = random.nextDouble(-1, 1);
            places[k][1] = random.nextDouble(-1, 1);
            double value = f.applyAsDouble(places[k][0], places[k][1]);
            targets[k] = classes ? (value > 0.5 ? 0 : 1) : value;
        }
        DataSplit partition = TestPartitions.of(places, targets, 45, classes ? 2 : 0);
        return BoundaryPictures.of(partition, classes, f, 61);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void boundaryMatchesReferenceImage(ChartTheme theme) {
        BoundaryChart chart = new BoundaryChart(ENGLISH, theme);
        chart.show(picture(true, (x, y) -> 1 / (1 + Math.exp(4 * (x * x + y * y - 0.5)))));
        assertMatchesReference("boundary", theme, chart.chart());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void predictedNumbersMatchReferenceImage(ChartTheme theme) {
        BoundaryChart chart = new BoundaryChart(KOREAN, theme);
        chart.show(picture(false, (x, y) -> x + 0.5 * y));
        assertMatchesReference("boundary-numbers", theme, chart.chart());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void confusionMatchesReferenceImage(ChartTheme theme) {
        ConfusionChart chart = new ConfusionChart(KOREAN, theme);
        chart.show(new ConfusionChart.Model(
                new ConfusionMatrix(new int[][] {{10, 0, 0}, {0, 9, 2}, {0, 1, 8}}),
                List.of("setosa", "versicolor", "virginica")));
        assertMatchesReference("confusion", theme, chart.chart());
    }
}
