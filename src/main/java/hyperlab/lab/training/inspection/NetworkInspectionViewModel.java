package hyperlab.lab.training.inspection;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.finding.Finding;
import hyperlab.lab.training.run.LiveRun;
import hyperlab.lab.training.run.RunProgress;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Provides the inspection of the network at the play head. It is computed on a worker; only the latest request is
 * executed, and none while the stage is hidden. FX thread only.
 */
public final class NetworkInspectionViewModel {
    private final StageLayout layout;
    private final LatestTask<InspectionRequest, NetworkInspection> work;
    private final AtomicInteger requestNumber = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable NetworkInspection> inspection =
            new ReadOnlyObjectWrapper<>(this, "inspection");
    private final ReadOnlyObjectWrapper<List<Finding<TrainingEvidence, Experiment>>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final ObjectProperty<PlaneChoice> plane = new SimpleObjectProperty<>(this, "plane", PlaneChoice.AUTOMATIC);
    private final ObjectProperty<Integer> feature = new SimpleObjectProperty<>(this, "feature", 0);
    private final ObjectProperty<NetworkDiagram.@Nullable UnitPosition> unit = new SimpleObjectProperty<>(this, "unit");
    private final ObjectProperty<DecisionMap.@Nullable Window> window = new SimpleObjectProperty<>(this, "window");
    private @Nullable Experiment diagnosed;
    private @Nullable NetworkReport diagnosedReport;
    private @Nullable LiveRun run;
    private int position;
    private @Nullable RunProgress latestProgress;
    private boolean atLatestEpoch = true;
    private boolean visible;

    public NetworkInspectionViewModel(TaskExecutor workers, Executor pulses, StageLayout layout) {
        this.layout = layout;
        NetworkInspector inspector = new NetworkInspector();
        work = new LatestTask<InspectionRequest, NetworkInspection>(
                        job -> workers.run("training-look", job),
                        pulses,
                        newRequest -> {
                            int number = requestNumber.get();
                            return inspector.inspect(newRequest, () -> requestNumber.get() != number);
                        },
                        this::accept)
                .throttled();
        layout.arrangementProperty().addListener((observed, before, now) -> request());
        layout.chosenChartsProperty().addListener((observed, before, now) -> request());
        plane.addListener((observed, before, now) -> request());
        feature.addListener((observed, before, now) -> request());
        unit.addListener((observed, before, now) -> request());
        window.addListener((observed, before, now) -> request());
    }

    // properties

    /** The latest inspection of the displayed run; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable NetworkInspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** The doctor's findings about the displayed run. */
    public ReadOnlyObjectProperty<List<Finding<TrainingEvidence, Experiment>>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** The settings of the run that {@link #findingsProperty} is about; null if there are no findings. */
    public @Nullable Experiment diagnosedExperiment() {
        return diagnosed;
    }

    public ObjectProperty<PlaneChoice> planeProperty() {
        return plane;
    }

    /** The feature on the x-axis of the fitted curve, from 0. */
    public ObjectProperty<Integer> featureProperty() {
        return feature;
    }

    /** The unit selected in the network diagram; null for none. */
    public ObjectProperty<NetworkDiagram.@Nullable UnitPosition> unitProperty() {
        return unit;
    }

    /** The part of the plane of the decision boundary that must be visible; null for that of the data. */
    public ObjectProperty<DecisionMap.@Nullable Window> windowProperty() {
        return window;
    }

    /** The layers that {@link #findingsProperty} is about; null if none were measured. */
    public @Nullable NetworkReport diagnosedReport() {
        return diagnosedReport;
    }

    // commands

    /** Sets whether the stage is visible. */
    public void setVisible(boolean isVisible) {
        visible = isVisible;
        request();
    }

    /**
     * Updates the run and the play head, and requests an inspection if something changed.
     *
     * @param experiment the current settings of the run
     */
    public void update(LiveRun newRun, Experiment experiment, int newPosition, RunProgress progress) {
        boolean atEnd = newPosition == progress.epoch();
        boolean unchanged =
                newRun == run && newPosition == position && atEnd == atLatestEpoch && progress.equals(latestProgress);
        if (unchanged && inspection.get() != null) {
            return;
        }
        boolean ends = progress.outcome() != null
                && (newRun != run || latestProgress == null || latestProgress.outcome() == null);
        latestProgress = progress;
        if (newRun != run) {
            run = newRun;
            work.cancel();
            inspection.set(null);
            diagnosed = null;
            diagnosedReport = null;
            findings.set(List.of());
        }
        position = newPosition;
        atLatestEpoch = atEnd;
        if (ends && progress.outcome() instanceof TrainingOutcome.Diverged) {
            // An inspection may take a while, and there is nothing to inspect if the run is not finite at its start.
            diagnosed = experiment;
            findings.set(NetworkInspector.findings(experiment, newRun.history()));
        }
        request();
    }

    private void request() {
        LiveRun wanted = run;
        if (!visible || wanted == null || wanted.history().facts() == null) {
            return;
        }
        boolean live = atLatestEpoch && !(wanted.history().outcome() instanceof TrainingOutcome.Diverged);
        requestNumber.incrementAndGet();
        work.submit(new InspectionRequest(
                wanted,
                live ? null : position,
                Set.copyOf(layout.visibleCharts(wanted.history().facts())),
                plane.get(),
                feature.get(),
                unit.get(),
                window.get()));
    }

    private void accept(NetworkInspection newest) {
        if (newest.request().run() == run) {
            if (newest.findings() != null) {
                diagnosed = newest.point().experiment();
                diagnosedReport = newest.network().report();
            }
            inspection.set(newest);
            if (newest.findings() != null) {
                findings.set(newest.findings());
            }
        }
    }
}
