package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.Curve;
import hyperlab.chart.LossChart;
import hyperlab.chart.RunCurves;
import hyperlab.chart.TrainingShot;
import hyperlab.file.Document;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;

/** The training and validation loss of a network that overfits. */
final class OverfitIllustration implements Illustration<OverfitIllustration.Course> {
    private final Experiment experiment = Made.experiment("overfit");
    private final LossChart chart;

    OverfitIllustration(LabContext context) {
        chart = new LossChart(context.messages().texts(), context.appearance().chartTheme());
    }

    /** The reports of all epochs, and the epoch with the lowest validation loss. */
    record Course(List<EpochReport> reports, int best) {}

    @Override
    public Document made() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public Course workOut() {
        List<EpochReport> reports = new ArrayList<>();
        TrainingRun run = Runs.train(experiment, reports::add);
        return new Course(reports, Objects.requireNonNull(run.outcome()).bestEpoch());
    }

    @Override
    public JFreeChart chart() {
        return chart.chart();
    }

    @Override
    public void show(Course found, Texts texts) {
        double[] epochs = Columns.counting(found.reports().size());
        RunCurves curves = new RunCurves(
                Curve.of(epochs, Runs.values(found.reports(), EpochReport::trainLoss)),
                Curve.of(epochs, Runs.values(found.reports(), EpochReport::validationLoss)));
        chart.texts(texts);
        chart.show(TrainingShot.of(curves, epochs.length - 1)
                .with(new TrainingShot.Notes(List.of(), found.best(), true, null)));
    }

    @Override
    public void style(ChartStyle style) {
        chart.style(style);
    }

    @Override
    public String table(Course found) {
        return Columns.text(
                List.of("epoch", "trainLoss", "validationLoss"),
                Columns.counting(found.reports().size()),
                Runs.values(found.reports(), EpochReport::trainLoss),
                Runs.values(found.reports(), EpochReport::validationLoss));
    }
}
