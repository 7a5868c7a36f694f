package hyperlab.app.training;

import hyperlab.app.concurrent.PacedWork;
import hyperlab.app.concurrent.Runner;
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
 * What the charts show of the network at the play head: looked at on a worker, of many wishes the newest alone, and nothing
 * while no one looks. FX thread alone.
 */
final class Looks {
    private final StagePlan plan;
    private final PacedWork<LookOrder, Look> work;
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

    Looks(Runner workers, Executor pulses, StagePlan plan) {
        this.plan = plan;
        Looking looking = new Looking();
        work = new PacedWork<>(
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

    /** The newest; of the run on stage, or null. */
    ReadOnlyObjectProperty<@Nullable Look> look() {
        return look.getReadOnlyProperty();
    }

    /** What the doctor says of the run on stage. */
    ReadOnlyObjectProperty<List<Symptom>> symptoms() {
        return symptoms.getReadOnlyProperty();
    }

    ObjectProperty<PlaneChoice> plane() {
        return plane;
    }

    /** The feature that the fitted curve runs along. */
    ObjectProperty<Integer> feature() {
        return feature;
    }

    /** The unit of the drawn network that is looked at; null for none. */
    ObjectProperty<NetworkSketch.@Nullable Place> unit() {
        return unit;
    }

    // commands

    /** Whether anyone sees the stage. */
    void seen(boolean isSeen) {
        seen = isSeen;
        order();
    }

    /**
     * The run may have moved, or the play head.
     *
     * @param experiment what the run trains with now
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
            // A look at its network may take a while, and there is none to look at where the start is not finite.
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
        work.order(new LookOrder(
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
