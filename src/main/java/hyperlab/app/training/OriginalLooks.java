package hyperlab.app.training;

import hyperlab.app.concurrent.ThrottledTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.chart.BoundaryPicture.Point;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundPage;
import hyperlab.playground.PlaygroundPoint;
import hyperlab.train.EpochReport;
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
final class OriginalLooks {
    private final Originals originals;
    private final StagePlan plan;
    private final ThrottledTask<Order, OriginalLook> work;
    private final ReadOnlyObjectWrapper<@Nullable OriginalLook> look = new ReadOnlyObjectWrapper<>(this, "look");
    private @Nullable Picture picture;
    private @Nullable Order ordered;
    private boolean seen;

    private record Order(int run, PlaygroundExperiment original, OriginalWeights.Kept kept) {}

    OriginalLooks(TaskExecutor workers, Executor pulses, Originals originals, StagePlan plan) {
        this.originals = originals;
        this.plan = plan;
        Drawing drawing = new Drawing();
        work = new ThrottledTask<>(job -> workers.run("training-look", job), pulses, drawing::of, this::take);
        plan.arrangement().addListener((observed, before, now) -> order());
        plan.wanted().addListener((observed, before, now) -> order());
    }

    // properties

    /** The latest result; null while no Playground run is displayed. */
    ReadOnlyObjectProperty<@Nullable OriginalLook> look() {
        return look.getReadOnlyProperty();
    }

    // commands

    /** Sets whether the stage is visible. */
    void seen(boolean isSeen) {
        seen = isSeen;
        order();
    }

    /** Updates the progress of the run and the selected epoch. */
    void moved(Picture newPicture) {
        picture = newPicture;
        order();
    }

    private void order() {
        Picture now = picture;
        ShownRun run = now == null ? null : now.original();
        if (now == null || run == null) {
            ordered = null;
            look.set(null);
            return;
        }
        PlaygroundExperiment original = run.run().original();
        EpochReport read = run.read();
        if (!seen
                || original == null
                || read == null
                || !plan.shown(now.facts()).contains(StageChart.PLAYGROUND)) {
            return;
        }
        OriginalWeights.Kept kept = originals.weights(run.run(), read.epoch());
        Order wanted = kept == null ? null : new Order(run.run().id(), original, kept);
        if (wanted != null && !isOrdered(wanted)) {
            ordered = wanted;
            work.submit(wanted);
        }
    }

    private boolean isOrdered(Order wanted) {
        Order before = ordered;
        return before != null
                && before.run == wanted.run
                && before.kept.report().equals(wanted.kept.report());
    }

    private void take(OriginalLook newest) {
        Order last = ordered;
        if (last != null && newest.run() == last.run) {
            look.set(newest);
        }
    }

    /** Caches the page of the latest link. Used by one worker at a time. */
    private static final class Drawing {
        private @Nullable PlaygroundExperiment of;
        private @Nullable PlaygroundPage page;

        OriginalLook of(Order order) {
            PlaygroundPage drawn = page;
            if (drawn == null || !order.original().equals(of)) {
                drawn = new PlaygroundPage(order.original().link());
                page = drawn;
                of = order.original();
            }
            List<Point> points = new ArrayList<>();
            drawn.test().forEach(point -> points.add(drawn(point, true)));
            drawn.training().forEach(point -> points.add(drawn(point, false)));
            double reach = PlaygroundPage.HALF_SIDE;
            DecisionMap map = new DecisionMap(
                    -reach,
                    reach,
                    -reach,
                    reach,
                    PlaygroundPage.SAMPLES_PER_SIDE,
                    PlaygroundPage.SAMPLES_PER_SIDE,
                    drawn.outputs(order.kept().weights()));
            return new OriginalLook(order.run(), order.original(), order.kept().report(), map, points);
        }

        private static Point drawn(PlaygroundPoint point, boolean test) {
            return new Point(point.x(), point.y(), point.label(), test);
        }
    }
}
