package hyperlab.lab.learn.illustration;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.SgdPath;
import hyperlab.batch.TwoWeightModel;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The excess loss of three descents on one model by step: with single samples, with batches, and with the full batch.
 */
final class BatchIllustration extends LineIllustration<List<double[]>> {
    private static final int STEPS = 60;

    private final List<BatchSetup> setups = Stream.of("batch-1", "batch-8", "batch-full")
            .map(LinkedSettings::batchSize)
            .toList();

    BatchIllustration(LabContext context) {
        super(context);
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfBatch(setups.get(0));
    }

    @Override
    public List<double[]> compute() {
        return setups.stream().map(BatchIllustration::excess).toList();
    }

    private static double[] excess(BatchSetup setup) {
        TwoWeightModel model = TwoWeightModel.of(setup.model(), setup.model().load(null));
        BatchSettings training = setup.training();
        SgdPath path = SgdPath.of(model, training, setup.startX(), setup.startY(), STEPS, setup.seed());
        return IntStream.rangeClosed(0, path.steps())
                .mapToDouble(path::excessLoss)
                .toArray();
    }

    @Override
    public MedianChart.Model model(List<double[]> results, Texts texts) {
        List<MedianChart.Line> lines = new ArrayList<>();
        List<String> names = List.of("B = 1", "B = 8", texts.get("learn.chart.all"));
        for (int k = 0; k < results.size(); k++) {
            lines.add(line(
                    names.get(k),
                    CurveStyle.series(k).with(MarkerShape.NONE),
                    CsvColumns.indices(results.get(k).length),
                    results.get(k)));
        }
        return lineChart(
                lines, 0, STEPS, true, texts.get("learning-rate.chart.step.axis"), texts.get("learn.chart.excess"));
    }

    @Override
    public String toCsv(List<double[]> results) {
        return CsvColumns.toCsv(
                List.of("step", "batch 1", "batch 8", "all"),
                CsvColumns.indices(STEPS + 1),
                results.get(0),
                results.get(1),
                results.get(2));
    }
}
