package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.train.SeededExperiments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One experiment with ten seeds: each run, the median, and the interquartile range. */
final class SeedIllustration extends LineIllustration<List<double[]>> {
    private static final int SEEDS = 10;

    private final Experiment experiment = LinkedSettings.experiment("seeds");

    SeedIllustration(LabContext context) {
        super(context);
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public List<double[]> compute() {
        SeededExperiments seeds = new SeededExperiments(experiment, SEEDS);
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> IllustrationTrainings.values(
                        IllustrationTrainings.reports(seeds.experimentOf(seed)), EpochReport::validationLoss))
                .toList();
    }

    @Override
    public MedianChart.Model model(List<double[]> results, Texts texts) {
        double[] epochs = CsvColumns.indices(results.get(0).length);
        List<MedianChart.Line> lines = new ArrayList<>();
        lines.add(new MedianChart.Line(
                texts.get("learn.chart.median"),
                CurveStyle.line(ThemeColor.series(0), CurveStyle.CHOSEN_WIDTH),
                epochs,
                spread(results, Quantiles::median),
                spread(results, Quantiles::lower),
                spread(results, Quantiles::upper)));
        results.forEach(run -> lines.add(line("", CurveStyle.line(ChartTheme::muted, 1), epochs, run)));
        return lineChart(
                lines, 0, epochs.length - 1.0, true, texts.get("chart.epoch"), texts.get("learn.chart.validationLoss"));
    }

    private static double[] spread(List<double[]> runs, ToDoubleFunction<Quantiles> of) {
        return IntStream.range(0, runs.get(0).length)
                .mapToDouble(epoch -> of.applyAsDouble(Quantiles.of(
                        runs.stream().mapToDouble(run -> run[epoch]).toArray())))
                .toArray();
    }

    @Override
    public String toCsv(List<double[]> results) {
        List<String> names = new ArrayList<>(List.of("epoch"));
        double[][] columns = new double[results.size() + 1][];
        columns[0] = CsvColumns.indices(results.get(0).length);
        for (int k = 0; k < results.size(); k++) {
            names.add("seed " + (experiment.seed() + k));
            columns[k + 1] = results.get(k);
        }
        return CsvColumns.toCsv(names, columns);
    }
}
