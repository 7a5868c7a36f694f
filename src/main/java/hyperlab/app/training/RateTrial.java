package hyperlab.app.training;

import hyperlab.app.concurrent.Conflator;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.data.Partition;
import hyperlab.diagnosis.RateRange;
import hyperlab.diagnosis.RateTest;
import hyperlab.file.RunLoader;
import hyperlab.rule.InvalidInputException;
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

/** A learning-rate range test with the current settings, run on a worker, and its results so far. FX thread only. */
final class RateTrial {
    private static final int DIGITS = 3;

    private final TaskExecutor workers;
    private final ExperimentSettings settings;
    private final OwnTable table;
    private final AtomicInteger current = new AtomicInteger();
    private final Conflator<Found> news;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);

    /**
     * The results of a test.
     *
     * @param number number of the test
     * @param points results so far
     * @param test the complete test once it is finished; null before
     * @param running whether it is in progress
     * @param refusal why there is no test; null if there is one
     */
    record Found(
            int number,
            List<RateTest.Point> points,
            @Nullable RateTest test,
            boolean running,
            @Nullable InvalidInputException refusal) {
        static final Found NOTHING = new Found(0, List.of(), null, false, null);

        Found {
            points = List.copyOf(points);
        }

        /** The suggested rates; null while the test is running, or if the loss never fell. */
        RateTest.@Nullable Suggestion suggestion() {
            return test == null ? null : test.suggestion();
        }

        double share() {
            return Math.min(1, points.size() / (double) RateRange.DEFAULT.steps());
        }
    }

    RateTrial(TaskExecutor workers, Executor pulses, ExperimentSettings settings, OwnTable table) {
        this.workers = workers;
        this.settings = settings;
        this.table = table;
        news = new Conflator<>(pulses, newest -> {
            if (newest.number() == current.get()) {
                found.set(newest);
            }
        });
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** Starts a test, or cancels the one in progress. */
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

    /** Cancels the test in progress. Its results stay. */
    void cancel() {
        if (found.get().running()) {
            current.incrementAndGet();
            found.set(new Found(current.get(), found.get().points(), null, false, null));
        }
    }

    /** Sets the learning rate to the largest suggested rate, as one undoable change. */
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

    /** Discards the results. */
    void forget() {
        current.incrementAndGet();
        found.set(Found.NOTHING);
    }

    private void carryOut(int number, Experiment experiment, @Nullable Path folder) {
        List<RateTest.Point> points = new ArrayList<>();
        try {
            Partition partition = new RunLoader(folder).open(experiment).partition();
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
        } catch (InvalidInputException refusal) {
            news.offer(new Found(number, points, null, false, refusal));
        }
    }
}
