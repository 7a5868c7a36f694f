package hyperlab.lab.training.inspection;

import hyperlab.data.DataSplit;
import hyperlab.diagnosis.LearningRateRange;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.file.RunLoader;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.Setting;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.SignificantDigits;
import hyperlab.train.Experiment;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A learning-rate range test with the current settings, run on a worker, and its results so far. FX thread only. */
public final class RangeTestViewModel {
    private static final int DIGITS = 3;

    private final TaskExecutor workers;
    private final ExperimentSettings settings;
    private final UserTable table;
    private final AtomicInteger currentTest = new AtomicInteger();
    private final Conflator<RangeTestState> updates;
    private final ReadOnlyObjectWrapper<RangeTestState> state =
            new ReadOnlyObjectWrapper<>(this, "found", RangeTestState.NOTHING);

    /**
     * The results of a test.
     *
     * @param number number of the test
     * @param points results so far
     * @param test the complete test once it is finished; null before
     * @param running whether it is in progress
     * @param error why there is no test; null if there is one
     */
    public record RangeTestState(
            int number,
            List<LearningRateRangeTest.RangeTestPoint> points,
            @Nullable LearningRateRangeTest test,
            boolean running,
            @Nullable InvalidInputException error) {
        static final RangeTestState NOTHING = new RangeTestState(0, List.of(), null, false, null);

        public RangeTestState {
            points = List.copyOf(points);
        }

        /** The suggested rates; null while the test is running, or if the loss never fell. */
        public LearningRateRangeTest.@Nullable RateInterval suggestion() {
            return test == null ? null : test.suggestion();
        }

        public double share() {
            return Math.min(1, points.size() / (double) LearningRateRange.DEFAULT.steps());
        }
    }

    public RangeTestViewModel(TaskExecutor workers, Executor pulses, ExperimentSettings settings, UserTable table) {
        this.workers = workers;
        this.settings = settings;
        this.table = table;
        updates = new Conflator<>(pulses, newest -> {
            if (newest.number() == currentTest.get()) {
                state.set(newest);
            }
        });
    }

    public ReadOnlyObjectProperty<RangeTestState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Starts a test, or cancels the one in progress. */
    public void startOrCancel() {
        if (state.get().running()) {
            cancel();
            return;
        }
        Experiment experiment = settings.experimentProperty().get();
        Path folder = table.folder();
        int number = currentTest.incrementAndGet();
        state.set(new RangeTestState(number, List.of(), null, true, null));
        workers.run("training-rate-test", () -> run(number, experiment, folder));
    }

    /** Cancels the test in progress. Its results stay. */
    public void cancel() {
        if (state.get().running()) {
            currentTest.incrementAndGet();
            state.set(new RangeTestState(currentTest.get(), state.get().points(), null, false, null));
        }
    }

    /** Sets the learning rate to the largest suggested rate, as one undoable change. */
    public void applySuggestion() {
        LearningRateRangeTest.RateInterval suggestion = state.get().suggestion();
        if (suggestion == null) {
            return;
        }
        Setting<Double> rate = settings.learning().learningRate();
        double rounded = SignificantDigits.round(suggestion.to(), DIGITS);
        if (rate.get() != rounded) {
            Experiment now = settings.experimentProperty().get();
            settings.replace(
                    rate.nameKey(),
                    now.withTraining(now.training().withLearningRate(rounded).withLayerRates(List.of())));
        }
    }

    /** Discards the results. */
    public void clear() {
        currentTest.incrementAndGet();
        state.set(RangeTestState.NOTHING);
    }

    private void run(int number, Experiment experiment, @Nullable Path folder) {
        List<LearningRateRangeTest.RangeTestPoint> points = new ArrayList<>();
        try {
            DataSplit partition = new RunLoader(folder).open(experiment).partition();
            LearningRateRangeTest test = LearningRateRangeTest.run(
                    experiment,
                    partition,
                    null,
                    LearningRateRange.DEFAULT,
                    point -> {
                        points.add(point);
                        updates.offer(new RangeTestState(number, points, null, true, null));
                    },
                    () -> number != currentTest.get());
            updates.offer(new RangeTestState(number, test.points(), test, false, null));
        } catch (InvalidInputException error) {
            updates.offer(new RangeTestState(number, points, null, false, error));
        }
    }
}
