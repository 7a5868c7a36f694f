package hyperlab.lab.learn.illustration;

import hyperlab.chart.training.SeedsChart;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The validation accuracy with one hidden layer of 1, 2, 3 and 8 units, each with several seeds. */
final class UnitsIllustration implements Illustration<List<double[]>, SeedsChart.Model> {
    static final List<Integer> UNITS = List.of(1, 2, 3, 8);
    private static final int SEEDS = 9;
    private static final double PERCENT = 100;

    private final Experiment experiment = LinkedSettings.experiment("units-8");
    private final SeedsChart chart;

    UnitsIllustration(LabContext context) {
        chart = new SeedsChart(context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public List<double[]> compute() {
        return compute(() -> false);
    }

    @Override
    public List<double[]> compute(BooleanSupplier cancelled) {
        return UNITS.stream().map(units -> accuracies(units, cancelled)).toList();
    }

    private double[] accuracies(int units, BooleanSupplier cancelled) {
        SeededExperiments seeds = new SeededExperiments(
                experiment.withNetwork(experiment.network().withHidden(List.of(units))), SEEDS);
        return IntStream.range(0, SEEDS)
                .mapToDouble(seed -> IllustrationTrainings.lastReport(seeds.experimentOf(seed), cancelled)
                        .validationAccuracy())
                .toArray();
    }

    @Override
    public SeedsChart chart() {
        return chart;
    }

    @Override
    public SeedsChart.Model model(List<double[]> results, Texts texts) {
        List<SeedsChart.Row> rows = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            double[] percent = results.get(k).clone();
            for (int seed = 0; seed < percent.length; seed++) {
                percent[seed] *= PERCENT;
            }
            rows.add(new SeedsChart.Row(texts.get("learn.chart.units", Integer.valueOf(UNITS.get(k))), k, percent));
        }
        return new SeedsChart.Model(rows, PERCENT, "%", true, true);
    }

    @Override
    public String toCsv(List<double[]> results) {
        List<String> names = new ArrayList<>(List.of("run"));
        UNITS.forEach(units -> names.add(units + " units"));
        double[][] columns = new double[names.size()][];
        columns[0] = CsvColumns.indices(SEEDS);
        for (int k = 0; k < results.size(); k++) {
            columns[k + 1] = results.get(k);
        }
        return CsvColumns.toCsv(names, columns);
    }
}
