package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cross-entropy and squared error of one sample as functions of the score z of its true class, while the scores of the
 * two other classes are 0. The cross-entropy is {@code −ln(eᶻ/(eᶻ + 2))}. The squared error compares the scores with
 * the targets 1, 0, 0: {@code ½(z − 1)²}.
 */
final class LossIllustration extends LineIllustration<LossIllustration.LossCurves> {
    private static final double FROM = -4;
    private static final double TO = 6;
    private static final int SAMPLES = 101;
    private static final int OTHER_CLASSES = 2;

    private final Experiment experiment = LinkedSettings.experiment("cross-entropy");

    LossIllustration(LabContext context) {
        super(context);
    }

    /** Both losses at the same scores. */
    record LossCurves(double[] scores, double[] crossEntropy, double[] squaredError) {}

    static double crossEntropy(double score) {
        return Math.log1p(OTHER_CLASSES * Math.exp(-score));
    }

    static double squaredError(double score) {
        return (score - 1) * (score - 1) / 2;
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public LossCurves compute() {
        double[] scores = IntStream.range(0, SAMPLES)
                .mapToDouble(k -> FROM + (TO - FROM) * k / (SAMPLES - 1))
                .toArray();
        return new LossCurves(
                scores, values(scores, LossIllustration::crossEntropy), values(scores, LossIllustration::squaredError));
    }

    private static double[] values(double[] scores, DoubleUnaryOperator loss) {
        return Arrays.stream(scores).map(loss).toArray();
    }

    @Override
    public MedianChart.Model model(LossCurves found, Texts texts) {
        return lineChart(
                List.of(
                        line(
                                texts.get("learn.chart.crossEntropy"),
                                CurveStyle.series(0).with(MarkerShape.NONE),
                                found.scores(),
                                found.crossEntropy()),
                        line(
                                texts.get("learn.chart.squaredError"),
                                CurveStyle.series(1).with(MarkerShape.NONE),
                                found.scores(),
                                found.squaredError())),
                FROM,
                TO,
                false,
                texts.get("learn.chart.score"),
                texts.get("learn.chart.loss"));
    }

    @Override
    public String toCsv(LossCurves found) {
        return CsvColumns.toCsv(
                List.of("score", "crossEntropy", "squaredError"),
                found.scores(),
                found.crossEntropy(),
                found.squaredError());
    }
}
