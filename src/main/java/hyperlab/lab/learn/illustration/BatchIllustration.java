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
import hyperlab.train.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The excess loss of three descents on one model by step: with single samples, with batches, and with the full batch.
 */
final class BatchIllustration extends LineIllustration<BatchIllustration.Excess> {
    private static final int STEPS = 60;
    private static final int VARIED = 1;
    private static final double INITIAL = 8;
    private static final List<Double> SIZES = List.of(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);

    private final List<BatchSetup> setups = Stream.of("batch-1", "batch-8", "batch-full")
            .map(LinkedSettings::batchSize)
            .toList();

    BatchIllustration(LabContext context) {
        super(context);
    }

    /**
     * The excess losses by step.
     *
     * @param size the size of the second batch
     */
    record Excess(int size, List<double[]> lines) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfBatch(setups.get(VARIED));
    }

    @Override
    public Optional<Adjustment<Excess>> adjustment() {
        return Optional.of(
                new Adjustment<>(SIZES, INITIAL, this::compute, size -> new Document.OfBatch(with((int) size))));
    }

    private BatchSetup with(int size) {
        BatchSetup varied = setups.get(VARIED);
        return varied.withTraining(varied.training().withBatchSize(new BatchSize(size)));
    }

    private Excess compute(double size) {
        List<BatchSetup> changed = new ArrayList<>(setups);
        changed.set(VARIED, with((int) size));
        return new Excess(
                (int) size, changed.stream().map(BatchIllustration::excess).toList());
    }

    @Override
    public Excess compute() {
        return compute(INITIAL);
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
    public MedianChart.Model model(Excess found, Texts texts) {
        List<double[]> results = found.lines();
        List<MedianChart.Line> lines = new ArrayList<>();
        List<String> names = List.of("B = 1", "B = " + found.size(), texts.get("learn.chart.all"));
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
    public String toCsv(Excess found) {
        List<double[]> results = found.lines();
        return CsvColumns.toCsv(
                List.of("step", "batch 1", "batch " + found.size(), "all"),
                CsvColumns.indices(STEPS + 1),
                results.get(0),
                results.get(1),
                results.get(2));
    }
}
