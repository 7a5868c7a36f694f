package hyperlab.app.training;

import hyperlab.chart.Curve;
import hyperlab.export.FilmEpochs;
import hyperlab.train.EpochReport;
import hyperlab.train.Snapshots;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The run on stage from its first epoch to its last, to be gone through once more without moving anything on stage. Made on
 * the FX thread; its looks are for one worker.
 */
final class Playthrough {
    private static final int[] NONE = {};

    private final LiveRun run;
    private final @Nullable Snapshots snapshots;
    private final IntFunction<Picture> pictures;
    private final PlaneChoice plane;
    private final int feature;
    private final Looking looking = new Looking();

    /**
     * Of a run as far as it has come.
     *
     * @param pictures what the curves show with the play head at an epoch; on the FX thread
     * @param plane that the decision boundary is drawn on
     * @param feature that the fitted curve runs along, from 0
     */
    Playthrough(LiveRun run, IntFunction<Picture> pictures, PlaneChoice plane, int feature) {
        this.run = run;
        // The run lets go of them when it is left.
        snapshots = run.snapshots();
        this.pictures = pictures;
        this.plane = plane;
        this.feature = feature;
    }

    /** The epochs that curves show, from where the run's begin; none before it has trained one. */
    int[] curveEpochs() {
        RunHistory history = run.history();
        Curve train = history.curves().trainLoss();
        if (train.size() < 2) {
            return NONE;
        }
        int[] all = FilmEpochs.between((int) train.x(0), (int) train.x(train.size() - 1));
        return Arrays.stream(all).map(epoch -> row(history, epoch)).distinct().toArray();
    }

    /** Of a long run not every row is kept. */
    private static int row(RunHistory history, int epoch) {
        EpochReport row = history.at(epoch);
        return row == null ? epoch : row.epoch();
    }

    /** The epochs whose network can be looked at; none before it has trained one. */
    int[] lookEpochs() {
        Snapshots kept = snapshots;
        return kept == null || kept.newestEpoch() <= kept.firstEpoch()
                ? NONE
                : FilmEpochs.between(kept.firstEpoch(), kept.newestEpoch());
    }

    /** What the curves show at these epochs. On the FX thread. */
    List<Picture> pictures(int[] epochs) {
        return Arrays.stream(epochs).mapToObj(pictures).toList();
    }

    /** The network at an epoch, for one chart; null where it was cancelled. */
    @Nullable
    Look look(StageChart chart, int epoch, BooleanSupplier cancelled) {
        LookOrder order = new LookOrder(run, epoch, Set.of(chart), plane, feature, null);
        return looking.lookBack(order, snapshots, epoch, cancelled);
    }
}
