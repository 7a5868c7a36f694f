package hyperlab.lab.training.inspection;

import hyperlab.chart.series.Curve;
import hyperlab.export.GifEpochs;
import hyperlab.lab.training.run.LiveRun;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.train.EpochReport;
import hyperlab.train.SnapshotHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the displayed run again, from its first epoch to its last, without changing what is displayed. Created
 * on the FX thread; {@link #inspect} is for one worker at a time.
 */
public final class RunReplay {
    private static final int[] NONE = {};

    private final LiveRun run;
    private final @Nullable SnapshotHistory snapshots;
    private final IntFunction<TrainingViewState> viewStates;
    private final PlaneChoice plane;
    private final int feature;
    private final NetworkInspector inspector = new NetworkInspector();

    /**
     * Covers the run so far.
     *
     * @param viewStates returns the content of the curves with the play head at an epoch; called on the FX thread
     * @param plane the plane of the decision boundary
     * @param feature the feature on the x-axis of the fitted curve, from 0
     */
    public RunReplay(LiveRun run, IntFunction<TrainingViewState> viewStates, PlaneChoice plane, int feature) {
        this.run = run;
        // Kept here because the run drops its snapshots when it is replaced.
        snapshots = run.snapshots();
        this.viewStates = viewStates;
        this.plane = plane;
        this.feature = feature;
    }

    /**
     * The epochs for an animation of the curves, from the start of the run's curves; empty before the first trained
     * epoch.
     */
    public int[] curveEpochs() {
        RunHistory history = run.history();
        Curve train = history.loss().train();
        if (train.size() < 2) {
            return NONE;
        }
        int[] all = GifEpochs.evenlySpaced((int) train.x(0), (int) train.x(train.size() - 1));
        return Arrays.stream(all)
                .map(epoch -> nearestRow(history, epoch))
                .distinct()
                .toArray();
    }

    /** The nearest row, because a long run does not keep every row. */
    private static int nearestRow(RunHistory history, int epoch) {
        EpochReport row = history.atOrBefore(epoch);
        return row == null ? epoch : row.epoch();
    }

    /** The epochs for an animation of the network; empty before the first trained epoch. */
    public int[] inspectionEpochs() {
        SnapshotHistory stored = snapshots;
        return stored == null || stored.newestEpoch() <= stored.firstEpoch()
                ? NONE
                : GifEpochs.evenlySpaced(stored.firstEpoch(), stored.newestEpoch());
    }

    /** The content of the curves at these epochs. FX thread only. */
    public List<TrainingViewState> viewStates(int[] epochs) {
        return Arrays.stream(epochs).mapToObj(viewStates).toList();
    }

    /** Inspects the network at an epoch for one chart; null if it was canceled. */
    public @Nullable NetworkInspection inspect(StageChart chart, int epoch, BooleanSupplier cancelled) {
        InspectionRequest request = new InspectionRequest(run, epoch, Set.of(chart), plane, feature, null, null);
        return inspector.inspectEpoch(request, snapshots, epoch, cancelled);
    }
}
