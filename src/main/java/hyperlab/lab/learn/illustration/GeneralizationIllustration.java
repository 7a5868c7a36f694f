package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.train.SeededExperiments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** The training and validation loss of the same network, trained on more and more samples with several seeds. */
final class GeneralizationIllustration extends LineIllustration<GeneralizationIllustration.LossesBySize> {
    /** Numbers of training samples; as many again validate. */
    static final List<Integer> TRAINING_SAMPLES = List.of(50, 100, 200, 400, 800);

    private static final int SEEDS = 5;

    private final Experiment experiment = LinkedSettings.experiment("few-samples");

    GeneralizationIllustration(LabContext context) {
        super(context);
    }

    /** For each number of training samples, the losses over the seeds. */
    record LossesBySize(List<Quantiles> training, List<Quantiles> validation) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public LossesBySize compute() {
        return compute(() -> false);
    }

    @Override
    public LossesBySize compute(BooleanSupplier cancelled) {
        List<Quantiles> training = new ArrayList<>();
        List<Quantiles> validation = new ArrayList<>();
        for (int samples : TRAINING_SAMPLES) {
            SeededExperiments seeds = new SeededExperiments(
                    IllustrationTrainings.withValues(experiment, Map.of("data.samples", Integer.toString(2 * samples))),
                    SEEDS);
            double[] trainLosses = new double[SEEDS];
            double[] validationLosses = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                EpochReport report = IllustrationTrainings.lastReport(seeds.experimentOf(seed), cancelled);
                trainLosses[seed] = report.trainLoss();
                validationLosses[seed] = report.validationLoss();
            }
            training.add(Quantiles.of(trainLosses));
            validation.add(Quantiles.of(validationLosses));
        }
        return new LossesBySize(training, validation);
    }

    @Override
    public MedianChart.Model model(LossesBySize found, Texts texts) {
        return new MedianChart.Model(
                List.of(
                        line(texts.get("learn.chart.validationLoss"), 1, found.validation()),
                        line(texts.get("learn.chart.trainingLoss"), 0, found.training())),
                TRAINING_SAMPLES.get(0),
                TRAINING_SAMPLES.get(TRAINING_SAMPLES.size() - 1),
                true,
                false,
                texts.get("learn.chart.trainingSamples"),
                texts.get("learn.chart.loss"),
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "");
    }

    private static MedianChart.Line line(String name, int series, List<Quantiles> losses) {
        return new MedianChart.Line(
                name,
                CurveStyle.series(series),
                sizes(),
                values(losses, Quantiles::median),
                values(losses, Quantiles::lower),
                values(losses, Quantiles::upper));
    }

    private static double[] sizes() {
        return TRAINING_SAMPLES.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    private static double[] values(List<Quantiles> losses, ToDoubleFunction<Quantiles> of) {
        return losses.stream().mapToDouble(of).toArray();
    }

    @Override
    public String toCsv(LossesBySize found) {
        return CsvColumns.toCsv(
                List.of("trainingSamples", "trainLoss", "validationLoss"),
                sizes(),
                values(found.training(), Quantiles::median),
                values(found.validation(), Quantiles::median));
    }
}
