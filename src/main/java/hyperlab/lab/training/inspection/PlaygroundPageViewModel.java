package hyperlab.lab.training.inspection;

import hyperlab.chart.training.BoundaryChartModel.Point;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.PlaygroundRuns;
import hyperlab.lab.training.run.PlaygroundWeightHistory;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundPage;
import hyperlab.playground.PlaygroundPoint;
import hyperlab.train.EpochReport;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Computes what TensorFlow Playground would display for the first displayed Playground run at the selected epoch: its
 * network, with the weights of that epoch, evaluated on the page's grid. It is computed on a worker; only the latest
 * request is executed, and none while the stage is hidden. FX thread only.
 */
public final class PlaygroundPageViewModel {
    private final PlaygroundRuns runs;
    private final StageLayout layout;
    private final LatestTask<PageRequest, PlaygroundPageState> work;
    private final ReadOnlyObjectWrapper<@Nullable PlaygroundPageState> pageState =
            new ReadOnlyObjectWrapper<>(this, "pageState");
    private @Nullable TrainingViewState state;
    private @Nullable PageRequest requested;
    private boolean visible;

    private record PageRequest(
            int run, PlaygroundExperiment playground, PlaygroundWeightHistory.EpochWeights weights) {}

    public PlaygroundPageViewModel(TaskExecutor workers, Executor pulses, PlaygroundRuns runs, StageLayout layout) {
        this.runs = runs;
        this.layout = layout;
        PageRenderer drawing = new PageRenderer();
        work = new LatestTask<>(job -> workers.run("training-look", job), pulses, drawing::render, this::accept)
                .throttled();
        layout.arrangementProperty().addListener((observed, before, now) -> request());
        layout.chosenChartsProperty().addListener((observed, before, now) -> request());
    }

    // properties

    /** The latest result; null while no Playground run is displayed. */
    public ReadOnlyObjectProperty<@Nullable PlaygroundPageState> stateProperty() {
        return pageState.getReadOnlyProperty();
    }

    // commands

    /** Sets whether the stage is visible. */
    public void setVisible(boolean isVisible) {
        visible = isVisible;
        request();
    }

    /** Updates the progress of the run and the selected epoch. */
    public void update(TrainingViewState newState) {
        state = newState;
        request();
    }

    private void request() {
        TrainingViewState now = state;
        DisplayedRun run = now == null ? null : now.playgroundRun();
        if (now == null || run == null) {
            requested = null;
            pageState.set(null);
            return;
        }
        PlaygroundExperiment playground = run.run().playground();
        EpochReport read = run.displayedRow();
        if (!visible
                || playground == null
                || read == null
                || !layout.visibleCharts(now.facts()).contains(StageChart.PLAYGROUND)) {
            return;
        }
        PlaygroundWeightHistory.EpochWeights kept = runs.weights(run.run(), read.epoch());
        PageRequest wanted = kept == null ? null : new PageRequest(run.run().id(), playground, kept);
        if (wanted != null && !isRequested(wanted)) {
            requested = wanted;
            work.submit(wanted);
        }
    }

    private boolean isRequested(PageRequest wanted) {
        PageRequest before = requested;
        return before != null
                && before.run == wanted.run
                && before.weights.report().equals(wanted.weights.report());
    }

    private void accept(PlaygroundPageState newest) {
        PageRequest last = requested;
        if (last != null && newest.run() == last.run) {
            pageState.set(newest);
        }
    }

    /** Caches the page of the latest link. Used by one worker at a time. */
    private static final class PageRenderer {
        private @Nullable PlaygroundExperiment experiment;
        private @Nullable PlaygroundPage page;

        PlaygroundPageState render(PageRequest order) {
            PlaygroundPage drawn = page;
            if (drawn == null || !order.playground().equals(experiment)) {
                drawn = new PlaygroundPage(order.playground().link());
                page = drawn;
                experiment = order.playground();
            }
            List<Point> points = new ArrayList<>();
            drawn.test().forEach(point -> points.add(toPoint(point, true)));
            drawn.training().forEach(point -> points.add(toPoint(point, false)));
            double reach = PlaygroundPage.HALF_SIDE;
            DecisionMap map = new DecisionMap(
                    -reach,
                    reach,
                    -reach,
                    reach,
                    PlaygroundPage.SAMPLES_PER_SIDE,
                    PlaygroundPage.SAMPLES_PER_SIDE,
                    drawn.outputs(order.weights().weights()));
            return new PlaygroundPageState(
                    order.run(), order.playground(), order.weights().report(), map, points);
        }

        private static Point toPoint(PlaygroundPoint point, boolean test) {
            return new Point(point.x(), point.y(), point.label(), test);
        }
    }
}
