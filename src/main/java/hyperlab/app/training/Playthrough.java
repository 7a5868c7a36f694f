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
 * Steps through the displayed run again, from its first epoch to its last, without changing what is displayed. Created
 * on the FX thread; {@link #look} is for one worker at a time.
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
     * Covers the run so far.
     *
     * @param pictures returns the content of the curves with the play head at an epoch; called on the FX thread
     * @param plane the plane of the decision boundary
     * @param feature the feature on the x-axis of the fitted curve, from 0
     */
    Playthrough(LiveRun run, IntFunction<Picture> pictures, PlaneChoice plane, int feature) {
        this.run = run;
        // Kept here because the run drops its snapshots when it is replaced.
        snapshots = run.snapshots();
        this.pictures = pictures;
        this.plane = plane;
        this.feature = feature;
    }

    /**
     * The epochs for an animation of the curves, from the start of the run's curves; empty before the first trained
     * epoch.
     */
    int[] curveEpochs() {
        RunHistory history = run.history();
        Curve train = history.curves().trainLoss();
        if (train.size() < 2) {
            return NONE;
        }
        int[] all = FilmEpochs.between((int) train.x(0), (int) train.x(train.size() - 1));
        return Arrays.stream(all).map(epoch -> row(history, epoch)).distinct().toArray();
    }

    /** The nearest row, because a long run does not keep every row. */
    private static int row(RunHistory history, int epoch) {
        EpochReport row = history.at(epoch);
        return row == null ? epoch : row.epoch();
    }

    /** The epochs for an animation of the network; empty before the first trained epoch. */
    int[] lookEpochs() {
        Snapshots kept = snapshots;
        return kept == null || kept.newestEpoch() <= kept.firstEpoch()
                ? NONE
                : FilmEpochs.between(kept.firstEpoch(), kept.newestEpoch());
    }

    /** The content of the curves at these epochs. FX thread only. */
    List<Picture> pictures(int[] epochs) {
        return Arrays.stream(epochs).mapToObj(pictures).toList();
    }

    /** Inspects the network at an epoch for one chart; null if it was cancelled. */
    @Nullable
    Look look(StageChart chart, int epoch, BooleanSupplier cancelled) {
        LookOrder order = new LookOrder(run, epoch, Set.of(chart), plane, feature, null);
        return looking.lookBack(order, snapshots, epoch, cancelled);
    }
}
