package hyperlab.app.training;

import hyperlab.app.concurrent.ThrottledTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.chart.NetworkDiagram;
import hyperlab.diagnosis.Symptom;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
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
final class NetworkInspectionViewModel {
    private final StageLayout plan;
    private final ThrottledTask<InspectionRequest, NetworkInspection> work;
    private final AtomicInteger requestNumber = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable NetworkInspection> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final ReadOnlyObjectWrapper<List<Symptom>> symptoms =
            new ReadOnlyObjectWrapper<>(this, "symptoms", List.of());
    private final ObjectProperty<PlaneChoice> plane = new SimpleObjectProperty<>(this, "plane", PlaneChoice.AUTOMATIC);
    private final ObjectProperty<Integer> feature = new SimpleObjectProperty<>(this, "feature", 0);
    private final ObjectProperty<NetworkDiagram.@Nullable UnitPosition> unit = new SimpleObjectProperty<>(this, "unit");
    private @Nullable LiveRun run;
    private int position;
    private @Nullable RunProgress latestProgress;
    private boolean atLatestEpoch = true;
    private boolean visible;

    NetworkInspectionViewModel(TaskExecutor workers, Executor pulses, StageLayout plan) {
        this.plan = plan;
        NetworkInspector inspector = new NetworkInspector();
        work = new ThrottledTask<>(
                job -> workers.run("training-look", job),
                pulses,
                newRequest -> {
                    int number = requestNumber.get();
                    return inspector.inspect(newRequest, () -> requestNumber.get() != number);
                },
                this::accept);
        plan.arrangement().addListener((observed, before, now) -> request());
        plan.wanted().addListener((observed, before, now) -> request());
        plane.addListener((observed, before, now) -> request());
        feature.addListener((observed, before, now) -> request());
        unit.addListener((observed, before, now) -> request());
    }

    // properties

    /** The latest inspection of the displayed run; null if there is none. */
    ReadOnlyObjectProperty<@Nullable NetworkInspection> look() {
        return look.getReadOnlyProperty();
    }

    /** The diagnosis of the displayed run. */
    ReadOnlyObjectProperty<List<Symptom>> symptoms() {
        return symptoms.getReadOnlyProperty();
    }

    ObjectProperty<PlaneChoice> plane() {
        return plane;
    }

    /** The feature on the x-axis of the fitted curve, from 0. */
    ObjectProperty<Integer> feature() {
        return feature;
    }

    /** The unit selected in the network diagram; null for none. */
    ObjectProperty<NetworkDiagram.@Nullable UnitPosition> unit() {
        return unit;
    }

    // commands

    /** Sets whether the stage is visible. */
    void setVisible(boolean isVisible) {
        visible = isVisible;
        request();
    }

    /**
     * Updates the run and the play head, and requests an inspection if something changed.
     *
     * @param experiment the current settings of the run
     */
    void update(LiveRun newRun, Experiment experiment, int newPosition, RunProgress progress) {
        boolean atEnd = newPosition == progress.epoch();
        boolean unchanged = newRun == run && newPosition == position && atEnd == atLatestEpoch && progress.equals(latestProgress);
        if (unchanged && look.get() != null) {
            return;
        }
        boolean ends = progress.outcome() != null && (newRun != run || latestProgress == null || latestProgress.outcome() == null);
        latestProgress = progress;
        if (newRun != run) {
            run = newRun;
            work.clear();
            look.set(null);
            symptoms.set(List.of());
        }
        position = newPosition;
        atLatestEpoch = atEnd;
        if (ends && progress.outcome() instanceof TrainingOutcome.Diverged) {
            // An inspection may take a while, and there is nothing to inspect if the run is not finite at its start.
            symptoms.set(NetworkInspector.symptoms(experiment, newRun.history()));
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
                Set.copyOf(plan.visibleCharts(wanted.history().facts())),
                plane.get(),
                feature.get(),
                unit.get()));
    }

    private void accept(NetworkInspection newest) {
        if (newest.request().run() == run) {
            look.set(newest);
            if (newest.symptoms() != null) {
                symptoms.set(newest.symptoms());
            }
        }
    }
}
