package hyperlab.lab.learn.illustration;

import hyperlab.chart.series.Curve;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The training and validation loss of a network that overfits. */
final class OverfitIllustration implements Illustration<OverfitIllustration.OverfitHistory, TrainingCurvesModel> {
    private final Experiment experiment = LinkedSettings.experiment("overfit");
    private final LossChart chart;

    OverfitIllustration(LabContext context) {
        chart = new LossChart(context.messages().texts(), context.appearance().chartTheme());
    }

    /** The reports of all epochs, and the epoch with the lowest validation loss. */
    record OverfitHistory(List<EpochReport> reports, int bestEpoch) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public OverfitHistory compute() {
        List<EpochReport> reports = new ArrayList<>();
        TrainingRun run = IllustrationTrainings.train(experiment, reports::add);
        return new OverfitHistory(reports, Objects.requireNonNull(run.outcome()).bestEpoch());
    }

    @Override
    public LossChart chart() {
        return chart;
    }

    @Override
    public TrainingCurvesModel model(OverfitHistory found, Texts texts) {
        double[] epochs = CsvColumns.indices(found.reports().size());
        RunCurves curves = new RunCurves(
                Curve.of(epochs, IllustrationTrainings.values(found.reports(), EpochReport::trainLoss)),
                Curve.of(epochs, IllustrationTrainings.values(found.reports(), EpochReport::validationLoss)));
        return TrainingCurvesModel.of(curves, epochs.length - 1)
                .with(new TrainingCurvesModel.TrainingMarks(List.of(), found.bestEpoch(), true, null));
    }

    @Override
    public String toCsv(OverfitHistory found) {
        return CsvColumns.toCsv(
                List.of("epoch", "trainLoss", "validationLoss"),
                CsvColumns.indices(found.reports().size()),
                IllustrationTrainings.values(found.reports(), EpochReport::trainLoss),
                IllustrationTrainings.values(found.reports(), EpochReport::validationLoss));
    }
}
