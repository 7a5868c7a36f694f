package hyperlab.app.training;

import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.Runner;
import hyperlab.data.Partition;
import hyperlab.diagnosis.RateRange;
import hyperlab.diagnosis.RateTest;
import hyperlab.file.RunSource;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A learning-rate range test with the settings of now, on a worker, with what it has found so far. FX thread alone. */
final class RateTrial {
    private static final int DIGITS = 3;

    private final Runner workers;
    private final ExperimentSettings settings;
    private final OwnTable table;
    private final AtomicInteger current = new AtomicInteger();
    private final Latest<Found> news;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);

    /**
     * What a test has found.
     *
     * @param number which test
     * @param points so far
     * @param test once it is over; null before
     * @param running whether it goes on
     * @param refusal why there is none; null where there is one
     */
    record Found(
            int number,
            List<RateTest.Point> points,
            @Nullable RateTest test,
            boolean running,
            @Nullable Refusal refusal) {
        static final Found NOTHING = new Found(0, List.of(), null, false, null);

        Found {
            points = List.copyOf(points);
        }

        /** Null while it goes on, or where the loss never fell. */
        RateTest.@Nullable Suggestion suggestion() {
            return test == null ? null : test.suggestion();
        }

        double share() {
            return Math.min(1, points.size() / (double) RateRange.DEFAULT.steps());
        }
    }

    RateTrial(Runner workers, Executor pulses, ExperimentSettings settings, OwnTable table) {
        this.workers = workers;
        this.settings = settings;
        this.table = table;
        news = new Latest<>(pulses, newest -> {
            if (newest.number() == current.get()) {
                found.set(newest);
            }
        });
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** Starts one, or ends one that goes on. */
    void startOrCancel() {
        if (found.get().running()) {
            cancel();
            return;
        }
        Experiment experiment = settings.experiment().get();
        Path folder = table.folder();
        int number = current.incrementAndGet();
        found.set(new Found(number, List.of(), null, true, null));
        workers.run("training-rate-test", () -> carryOut(number, experiment, folder));
    }

    /** Ends one that goes on; what it has found stays. */
    void cancel() {
        if (found.get().running()) {
            current.incrementAndGet();
            found.set(new Found(current.get(), found.get().points(), null, false, null));
        }
    }

    /** Sets the largest rate that it suggests, as one change. */
    void use() {
        RateTest.Suggestion suggestion = found.get().suggestion();
        if (suggestion == null) {
            return;
        }
        Setting<Double> rate = settings.learning().learningRate();
        double shown =
                new BigDecimal(suggestion.to()).round(new MathContext(DIGITS)).doubleValue();
        if (rate.get() != shown) {
            Experiment now = settings.experiment().get();
            settings.replace(rate.nameKey(), now.withTraining(now.training().withLearningRate(shown)));
        }
    }

    /** Forgets what was found. */
    void forget() {
        current.incrementAndGet();
        found.set(Found.NOTHING);
    }

    private void carryOut(int number, Experiment experiment, @Nullable Path folder) {
        List<RateTest.Point> points = new ArrayList<>();
        try {
            Partition partition = new RunSource(folder).open(experiment).partition();
            RateTest test = RateTest.run(
                    experiment,
                    partition,
                    null,
                    RateRange.DEFAULT,
                    point -> {
                        points.add(point);
                        news.offer(new Found(number, points, null, true, null));
                    },
                    () -> number != current.get());
            news.offer(new Found(number, test.points(), test, false, null));
        } catch (Refusal refusal) {
            news.offer(new Found(number, points, null, false, refusal));
        }
    }
}
