package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights of one output change from epoch to epoch, while the learning rate stays constant. */
final class MovingWeightsIllustration extends LineIllustration<MovingWeightsIllustration.WeightHistory> {
    private static final int OUTPUT = 0;

    private final Experiment experiment = LinkedSettings.experiment("moving-weights");

    MovingWeightsIllustration(LabContext context) {
        super(context);
    }

    /** For each feature, its weight by epoch. */
    record WeightHistory(List<String> features, double[][] weights) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public WeightHistory compute() {
        List<double[]> rows = new ArrayList<>();
        TrainingRun run = IllustrationTrainings.createRun(experiment);
        run.train(report -> rows.add(row(run.network().weights())), () -> false);
        List<String> features = run.partition().all().featureNames();
        double[][] weights = new double[features.size()][rows.size()];
        for (int feature = 0; feature < weights.length; feature++) {
            for (int epoch = 0; epoch < rows.size(); epoch++) {
                weights[feature][epoch] = rows.get(epoch)[feature];
            }
        }
        return new WeightHistory(features, weights);
    }

    private static double[] row(List<LayerWeights> weights) {
        return ((LayerWeights.Dense) weights.get(0)).weights()[OUTPUT].clone();
    }

    @Override
    public MedianChart.Model model(WeightHistory found, Texts texts) {
        double[] epochs = CsvColumns.indices(found.weights()[0].length);
        List<MedianChart.Line> lines = new ArrayList<>();
        for (int feature = 0; feature < found.weights().length; feature++) {
            lines.add(line(
                    ColumnNames.of(found.features().get(feature), texts),
                    CurveStyle.series(feature).with(MarkerShape.NONE),
                    epochs,
                    found.weights()[feature]));
        }
        double rate = experiment.training().learningRate();
        double[] still = new double[epochs.length];
        Arrays.fill(still, rate);
        lines.add(line(
                "η = " + NumberFormats.format(rate),
                CurveStyle.reference(ChartTheme::text).width(CurveStyle.WIDTH),
                epochs,
                still));
        return lineChart(
                lines, 0, epochs.length - 1.0, false, texts.get("chart.epoch"), texts.get("learn.chart.weight"));
    }

    @Override
    public String toCsv(WeightHistory found) {
        List<String> names = new ArrayList<>(List.of("epoch"));
        names.addAll(found.features());
        double[][] columns = new double[names.size()][];
        columns[0] = CsvColumns.indices(found.weights()[0].length);
        System.arraycopy(found.weights(), 0, columns, 1, found.weights().length);
        return CsvColumns.toCsv(names, columns);
    }
}
