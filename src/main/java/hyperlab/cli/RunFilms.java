package hyperlab.cli;

import hyperlab.chart.TrainingShot;
import hyperlab.export.FilmEpochs;
import hyperlab.export.Reel;
import hyperlab.train.EpochReport;
import hyperlab.train.Snapshots;
import hyperlab.train.Training;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The data for a run's GIFs, collected in bounded memory: its reports, and snapshots from which epochs are restored.
 */
final class RunFilms {
    private final FilmRows rows = new FilmRows();
    private final @Nullable Snapshots snapshots;

    /**
     * Starts collecting data from a run.
     *
     * @param looks whether epochs must be restored later
     */
    RunFilms(Training run, boolean looks) {
        snapshots = looks && run instanceof TrainingRun training && training.isBetweenEpochs()
                ? Snapshots.of(training, Snapshots.DEFAULT_BYTES)
                : null;
    }

    void add(EpochReport report) {
        rows.add(report);
    }

    private int[] epochs() {
        return FilmEpochs.between(0, rows.newest().epoch());
    }

    /**
     * Writes a GIF of growing curves.
     *
     * @param whole the complete curves
     */
    void curves(
            Reel<TrainingShot> reel,
            TrainingShot whole,
            ToDoubleFunction<EpochReport> train,
            ToDoubleFunction<EpochReport> validation,
            FilmFile file)
            throws IOException {
        int[] kept = Arrays.stream(epochs())
                .map(epoch -> rows.at(epoch).epoch())
                .distinct()
                .toArray();
        file.write(reel, kept, epoch -> {
            EpochReport row = rows.at(epoch);
            return whole.with(new TrainingShot.Head(epoch, train.applyAsDouble(row), validation.applyAsDouble(row)))
                    .untilHead();
        });
    }

    /** Writes a GIF of the trained model by epoch. Epochs that cannot be restored have no frame. */
    <P> void learned(LearnedChart<P> chart, FilmFile file) throws IOException {
        Snapshots known = snapshots;
        file.write(
                chart.reel(),
                epochs(),
                epoch -> known == null
                        ? null
                        : known.returnTo(epoch, () -> false)
                                .map(run -> chart.picture().apply(Learned.now(run)))
                                .orElse(null));
    }
}
