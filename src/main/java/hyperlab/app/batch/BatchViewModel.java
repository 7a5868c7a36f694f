package hyperlab.app.batch;

import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.LatestOnlyTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.control.Playback;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.Equal;
import hyperlab.batch.ModelChoice;
import hyperlab.batch.StepTimes;
import hyperlab.batch.TwoWeightModel;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Batch size lab. Each change of a setting recomputes all three descents completely, and {@link
 * #moment()} is the state at the playhead. The three experiments run on worker threads when they are started; their
 * results are discarded when a setting that they depend on changes.
 */
public final class BatchViewModel {
    static final int START_POSITION = 7;

    private final UndoHistory undo = new UndoHistory();
    private final Playback playback = new Playback("shell.step");
    private final Settings settings;
    private final LatestOnlyTask<Order, Comparison> comparisons;
    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> refused;
    private final ReadOnlyObjectWrapper<BatchMoment> moment;
    private final ReadOnlyObjectWrapper<DataSet> data;
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper(this, "comparing");
    private final Experiments experiments;
    private @Nullable StepTimes times;
    private @Nullable Path folder;
    private Comparison comparison;

    /**
     * Creates a lab with the default setup.
     *
     * @param workers runs long comparisons and studies
     * @param window delivers their results: the FX thread
     * @param refused receives each rejected input; the setting keeps its previous value
     */
    public BatchViewModel(TaskExecutor workers, Executor window, Consumer<InvalidInputException> refused) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        BatchSetup first = BatchSetup.DEFAULT;
        data = new ReadOnlyObjectWrapper<>(this, "data", first.model().load(null));
        settings = new Settings(first, undo, choice -> TwoWeightModel.of(choice, data.get()), refused);
        comparison = Comparison.of(first, data.get(), null, null);
        moment = new ReadOnlyObjectWrapper<>(this, "moment", BatchMoment.of(comparison, START_POSITION));
        comparisons = new LatestOnlyTask<>(work -> workers.run("walks", work), window, Order::carryOut, this::take);
        experiments = new Experiments(workers, window);
        experiments.about(first, data.get());
        take(comparison);
        settings.whole().state().addListener((observed, before, after) -> follow(before, after));
        playback.position().addListener((observed, before, after) -> refresh());
        playback.seek(START_POSITION);
    }

    private record Order(
            BatchSetup setup, DataSet data, @Nullable StepTimes times, Comparison before) {
        Comparison carryOut() {
            return Comparison.of(setup, data, times, before);
        }

        boolean isShort() {
            return Comparison.isShort(setup, data, before);
        }
    }

    // properties

    public UndoHistory undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    public Settings settings() {
        return settings;
    }

    /** The state at the playhead. */
    public ReadOnlyObjectProperty<BatchMoment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** The data set whose columns can be selected. */
    public ReadOnlyObjectProperty<DataSet> data() {
        return data.getReadOnlyProperty();
    }

    /** Whether step times are being measured. Until they are known, all descents take the same number of steps. */
    public ReadOnlyBooleanProperty measuring() {
        return measuring.getReadOnlyProperty();
    }

    /** Whether descents are being computed on a worker. Until they are ready, the previous ones are shown. */
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    public Experiments experiments() {
        return experiments;
    }

    public BatchSetup setup() {
        return settings.whole().get();
    }

    // commands

    /** Runs the selected experiment again. */
    public void run() {
        experiments.run(setup(), comparison.model());
    }

    /** Stops all running experiments. Their results so far are kept. */
    public void stop() {
        experiments.stop();
    }

    /** Selects a bundled data set, with its default columns. */
    public void choose(String source) {
        if (!source.equals(setup().model().source())) {
            change(source, null);
        }
    }

    /**
     * Opens a table from a file, with its first columns.
     *
     * @throws InvalidInputException if the file cannot be read or has too few numeric columns
     */
    public void openTable(Path file) {
        change(DataSettings.CSV, RelativePaths.relativize(file, folder));
    }

    private void change(String source, @Nullable String file) {
        DataSet rows = ModelChoice.load(source, file, folder);
        ModelChoice usual = ModelChoice.usual(source, file, rows)
                .withOddSample(setup().model().oddSample());
        Comparison.of(setup().withModel(usual), rows, null, null);
        settings.whole().change("batch.undo.source", setup -> setup.withModel(usual));
    }

    /** Sets both weights at which descents start, as one change. */
    public void start(double w1, double w2) {
        settings.start().set(List.of(w1, w2));
    }

    /** Applies the doctor's remedy, as one change that can be undone. */
    public void mend(BatchSetup mended) {
        settings.whole().change("batch.undo.remedy", setup -> mended);
    }

    /** Measures the step times again. */
    public void measureAgain() {
        times = null;
        order();
    }

    public Document document() {
        return new Document.OfBatch(setup());
    }

    /**
     * Opens a document and clears the undo history.
     *
     * @param newFolder the folder that the document's paths are relative to; null for the working directory
     * @throws InvalidInputException if the table cannot be read or does not have the columns
     */
    public void open(Document document, @Nullable Path newFolder) {
        if (document instanceof Document.OfBatch of) {
            BatchSetup opened = of.setup();
            Comparison.of(
                    opened.withSteps(1).withEqual(Equal.STEPS), opened.model().load(newFolder), null, null);
            folder = newFolder;
            undo.applyAndClear(() -> settings.whole().set(opened));
            playback.toStart();
        }
    }

    /** Pauses playback and stops running experiments, as when the lab is left. */
    public void park() {
        playback.playing().set(false);
        stop();
    }

    private void follow(BatchSetup before, BatchSetup after) {
        if (!before.model().source().equals(after.model().source())
                || !Objects.equals(before.model().file(), after.model().file())) {
            try {
                data.set(after.model().load(folder));
            } catch (InvalidInputException gone) {
                refused.accept(gone);
                return;
            }
            times = null;
        }
        order();
    }

    private void order() {
        BatchSetup setup = setup();
        experiments.about(setup, data.get());
        if (setup.equal() == Equal.SECONDS && !timesAreKnown(setup) && !measuring.get()) {
            measure(setup);
        }
        Order order = new Order(setup, data.get(), timesAreKnown(setup) ? times : null, comparison);
        comparing.set(!order.isShort());
        comparisons.submit(order, Order::isShort);
    }

    private boolean timesAreKnown(BatchSetup setup) {
        StepTimes known = times;
        int samples = setup.model().samples(data.get());
        return known != null
                && Stream.of(Walker.values())
                        .allMatch(walker -> known.has(
                                walker.settings(setup.training()).cut(samples).batch()));
    }

    private void measure(BatchSetup setup) {
        measuring.set(true);
        Comparison on = Comparison.of(setup.withEqual(Equal.STEPS), data.get(), null, comparison);
        List<Integer> sizes = Stream.of(Walker.values())
                .map(walker -> on.walk(walker).cut().batch())
                .distinct()
                .toList();
        workers.run("times", () -> {
            StepTimes measured = StepTimes.measure(on.model(), setup.training(), sizes, () -> false);
            window.execute(() -> takeTimes(measured));
        });
    }

    private void takeTimes(StepTimes measured) {
        measuring.set(false);
        times = measured;
        order();
    }

    private void take(Comparison walked) {
        comparing.set(false);
        comparison = walked;
        int length = walked.pacing().length();
        playback.length().set(length);
        playback.done().set(length);
        playback.seek(playback.position().get());
        refresh();
    }

    /** Recomputes the state at the playhead. */
    void refresh() {
        moment.set(BatchMoment.of(comparison, playback.position().get()));
    }
}
