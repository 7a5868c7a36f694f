package hyperlab.cli.train;

import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.cli.io.GifDestination;
import hyperlab.export.FrameRenderer;
import hyperlab.export.GifEpochs;
import hyperlab.train.EpochReport;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.Training;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The data for a run's GIFs, collected in bounded memory: its reports, and snapshots from which epochs are restored.
 */
final class RunGifs {
    private final EpochReportSampler rows = new EpochReportSampler();
    private final @Nullable SnapshotHistory snapshots;

    /**
     * Starts collecting data from a run.
     *
     * @param restoresEpochs whether epochs must be restored later
     */
    RunGifs(Training run, boolean restoresEpochs) {
        snapshots = restoresEpochs && run instanceof TrainingRun training && training.isBetweenEpochs()
                ? SnapshotHistory.of(training, SnapshotHistory.DEFAULT_BYTES)
                : null;
    }

    void add(EpochReport report) {
        rows.add(report);
    }

    private int[] epochs() {
        return GifEpochs.evenlySpaced(0, rows.latest().epoch());
    }

    /**
     * Writes a GIF of growing curves.
     *
     * @param whole the complete curves
     */
    void writeCurves(
            FrameRenderer<TrainingCurvesModel> renderer,
            TrainingCurvesModel whole,
            ToDoubleFunction<EpochReport> train,
            ToDoubleFunction<EpochReport> validation,
            GifDestination file)
            throws IOException {
        int[] shownEpochs = Arrays.stream(epochs())
                .map(epoch -> rows.reportAt(epoch).epoch())
                .distinct()
                .toArray();
        file.write(renderer, shownEpochs, epoch -> {
            EpochReport row = rows.reportAt(epoch);
            return whole.with(new TrainingCurvesModel.PlayHeadValues(
                            epoch, train.applyAsDouble(row), validation.applyAsDouble(row)))
                    .untilPlayHead();
        });
    }

    /** Writes a GIF of the trained model by epoch. Epochs that cannot be restored have no frame. */
    <P> void writeModel(ModelChart<P> chart, GifDestination file) throws IOException {
        SnapshotHistory epochSnapshots = snapshots;
        file.write(
                chart.renderer(),
                epochs(),
                epoch -> epochSnapshots == null
                        ? null
                        : epochSnapshots
                                .restore(epoch, () -> false)
                                .map(run -> chart.model().apply(ModelState.ofCurrent(run)))
                                .orElse(null));
    }
}
