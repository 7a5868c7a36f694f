package hyperlab.lab.learn.illustration;

import hyperlab.chart.training.RegularizationPathChart;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;

/** The weights of a linear model by the strength of an L1 or L2 penalty. */
final class PenaltyIllustration implements Illustration<RegularizationPath, RegularizationPathChart.Model> {
    /** The position of the vertical line. */
    static final double MARKED_LAMBDA = 0.1;

    private final Experiment experiment = LinkedSettings.experiment("l1-diabetes");
    private final RegularizationPath.PenaltyKind kind;
    private final RegularizationPathChart chart;

    PenaltyIllustration(LabContext context, RegularizationPath.PenaltyKind kind) {
        this.kind = kind;
        chart = new RegularizationPathChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public RegularizationPath compute() {
        return RegularizationPath.of(
                DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null)
                        .train(),
                kind);
    }

    @Override
    public RegularizationPathChart chart() {
        return chart;
    }

    @Override
    public RegularizationPathChart.Model model(RegularizationPath found, Texts texts) {
        return new RegularizationPathChart.Model(found, found.nearestIndex(MARKED_LAMBDA));
    }

    @Override
    public String toCsv(RegularizationPath found) {
        List<String> names = new ArrayList<>(List.of("lambda"));
        names.addAll(found.features());
        double[][] columns = new double[names.size()][found.lambdas().length];
        columns[0] = found.lambdas();
        for (int row = 0; row < found.lambdas().length; row++) {
            for (int feature = 0; feature < found.features().size(); feature++) {
                columns[feature + 1][row] = found.weights()[row][feature];
            }
        }
        return CsvColumns.toCsv(names, columns);
    }
}
