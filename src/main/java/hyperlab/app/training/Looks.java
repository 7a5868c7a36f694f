package hyperlab.app.training;

import hyperlab.app.concurrent.ThrottledTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.chart.NetworkSketch;
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
final class Looks {
    private final StagePlan plan;
    private final ThrottledTask<LookOrder, Look> work;
    private final AtomicInteger ordered = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final ReadOnlyObjectWrapper<List<Symptom>> symptoms =
            new ReadOnlyObjectWrapper<>(this, "symptoms", List.of());
    private final ObjectProperty<PlaneChoice> plane = new SimpleObjectProperty<>(this, "plane", PlaneChoice.AUTOMATIC);
    private final ObjectProperty<Integer> feature = new SimpleObjectProperty<>(this, "feature", 0);
    private final ObjectProperty<NetworkSketch.@Nullable Place> unit = new SimpleObjectProperty<>(this, "unit");
    private @Nullable LiveRun run;
    private int position;
    private @Nullable Progress latest;
    private boolean atNewest = true;
    private boolean seen;

    Looks(TaskExecutor workers, Executor pulses, StagePlan plan) {
        this.plan = plan;
        Looking looking = new Looking();
        work = new ThrottledTask<>(
                job -> workers.run("training-look", job),
                pulses,
                order -> {
                    int number = ordered.get();
                    return looking.look(order, () -> ordered.get() != number);
                },
                this::take);
        plan.arrangement().addListener((observed, before, now) -> order());
        plan.wanted().addListener((observed, before, now) -> order());
        plane.addListener((observed, before, now) -> order());
        feature.addListener((observed, before, now) -> order());
        unit.addListener((observed, before, now) -> order());
    }

    // properties

    /** The latest inspection of the displayed run; null if there is none. */
    ReadOnlyObjectProperty<@Nullable Look> look() {
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
    ObjectProperty<NetworkSketch.@Nullable Place> unit() {
        return unit;
    }

    // commands

    /** Sets whether the stage is visible. */
    void seen(boolean isSeen) {
        seen = isSeen;
        order();
    }

    /**
     * Updates the run and the play head, and requests an inspection if something changed.
     *
     * @param experiment the current settings of the run
     */
    void moved(LiveRun nowRun, Experiment experiment, int nowPosition, Progress progress) {
        boolean atEnd = nowPosition == progress.epoch();
        boolean still = nowRun == run && nowPosition == position && atEnd == atNewest && progress.equals(latest);
        if (still && look.get() != null) {
            return;
        }
        boolean ends = progress.outcome() != null && (nowRun != run || latest == null || latest.outcome() == null);
        latest = progress;
        if (nowRun != run) {
            run = nowRun;
            work.clear();
            look.set(null);
            symptoms.set(List.of());
        }
        position = nowPosition;
        atNewest = atEnd;
        if (ends && progress.outcome() instanceof TrainingOutcome.Diverged) {
            // An inspection may take a while, and there is nothing to inspect if the run is not finite at its start.
            symptoms.set(Looking.symptoms(experiment, nowRun.history()));
        }
        order();
    }

    private void order() {
        LiveRun wanted = run;
        if (!seen || wanted == null || wanted.history().facts() == null) {
            return;
        }
        boolean live = atNewest && !(wanted.history().outcome() instanceof TrainingOutcome.Diverged);
        ordered.incrementAndGet();
        work.submit(new LookOrder(
                wanted,
                live ? null : position,
                Set.copyOf(plan.shown(wanted.history().facts())),
                plane.get(),
                feature.get(),
                unit.get()));
    }

    private void take(Look newest) {
        if (newest.order().run() == run) {
            look.set(newest);
            if (newest.symptoms() != null) {
                symptoms.set(newest.symptoms());
            }
        }
    }
}
