package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.data.DataSet;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.nn.Network;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The validation loss of an ensemble and of each of its networks. */
final class EnsembleIllustration extends LineIllustration<EnsembleIllustration.EnsembleLosses> {
    private final Experiment experiment = LinkedSettings.experiment("ensemble");

    EnsembleIllustration(LabContext context) {
        super(context);
    }

    /** The losses by epoch, of the averaged prediction and of each member. */
    record EnsembleLosses(double[] ensemble, List<double[]> members) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public EnsembleLosses compute() {
        TrainingRun run = IllustrationTrainings.createRun(experiment);
        DataSet validation = run.partition().validation();
        List<double[]> rows = new ArrayList<>();
        run.train(
                report -> {
                    List<Network> members = run.ensemble().members();
                    double[] row = new double[members.size() + 1];
                    row[0] = report.validationLoss();
                    for (int k = 0; k < members.size(); k++) {
                        row[k + 1] = members.get(k)
                                .evaluate(validation.features(), validation.targets())
                                .loss();
                    }
                    rows.add(row);
                },
                () -> false);
        return new EnsembleLosses(
                column(rows, 0),
                IntStream.rangeClosed(1, experiment.ensemble())
                        .mapToObj(k -> column(rows, k))
                        .toList());
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(row -> row[k]).toArray();
    }

    @Override
    public MedianChart.Model model(EnsembleLosses found, Texts texts) {
        double[] epochs = CsvColumns.indices(found.ensemble().length);
        List<MedianChart.Line> lines = new ArrayList<>();
        lines.add(line(
                texts.get("learn.chart.ensemble"),
                CurveStyle.line(ThemeColor.series(0), CurveStyle.CHOSEN_WIDTH),
                epochs,
                found.ensemble()));
        for (int k = 0; k < found.members().size(); k++) {
            lines.add(line(
                    k == 0 ? texts.get("learn.chart.members") : "",
                    CurveStyle.line(ChartTheme::muted, 1),
                    epochs,
                    found.members().get(k)));
        }
        return lineChart(
                lines, 0, epochs.length - 1.0, true, texts.get("chart.epoch"), texts.get("learn.chart.validationLoss"));
    }

    @Override
    public String toCsv(EnsembleLosses found) {
        List<String> names = new ArrayList<>(List.of("epoch", "ensemble"));
        double[][] columns = new double[found.members().size() + 2][];
        columns[0] = CsvColumns.indices(found.ensemble().length);
        columns[1] = found.ensemble();
        for (int k = 0; k < found.members().size(); k++) {
            names.add("network " + (k + 1));
            columns[k + 2] = found.members().get(k);
        }
        return CsvColumns.toCsv(names, columns);
    }
}
