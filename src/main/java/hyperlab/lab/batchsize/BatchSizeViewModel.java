package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.StepTimes;
import hyperlab.batch.TwoWeightModel;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.lab.LabViewModel;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Batch size lab. Each change of a setting recomputes all three descents completely, and {@link
 * #viewStateProperty()} is the state at the playhead. The three experiments run on worker threads when they are started; their
 * results are discarded when a setting that they depend on changes.
 */
public final class BatchSizeViewModel extends LabViewModel<BatchSetup, BatchSizeSnapshot> {
    static final int START_POSITION = 7;

    private final BatchSizeSettings settings;
    private final LatestTask<ComparisonRequest, BatchSizeComparison> comparisons;
    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Consumer<InvalidInputException> onInvalidInput;
    private final LatestTask<SourceRequest, LoadedSource> sources;
    private final ReadOnlyObjectWrapper<String> source;
    private final ReadOnlyObjectWrapper<DataSet> data;
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper(this, "comparing");
    private final BatchSizeExperiments experiments;
    private @Nullable StepTimes times;
    private @Nullable SourceRequest loading;
    private @Nullable DataSet loadedRows;
    private @Nullable Path folder;
    private BatchSizeComparison comparison;

    /**
     * Creates a lab with the default setup.
     *
     * @param workers runs long comparisons and studies
     * @param fxExecutor delivers their results: the FX thread
     * @param onInvalidInput receives each rejected input; the setting keeps its previous value
     */
    public BatchSizeViewModel(
            TaskExecutor workers, Executor fxExecutor, Consumer<InvalidInputException> onInvalidInput) {
        super("shell.step", BatchSetup.DEFAULT, onInvalidInput);
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.onInvalidInput = onInvalidInput;
        BatchSetup first = BatchSetup.DEFAULT;
        data = new ReadOnlyObjectWrapper<>(this, "data", first.model().load(null));
        source = new ReadOnlyObjectWrapper<>(this, "source", first.model().source());
        sources = new LatestTask<>(
                work -> workers.run("table", work), fxExecutor, SourceRequest::load, this::changeSource);
        settings = new BatchSizeSettings(settingsState(), choice -> TwoWeightModel.of(choice, data.get()));
        comparison = BatchSizeComparison.of(first, data.get(), null, null);
        setViewState(BatchSizeSnapshot.of(comparison, START_POSITION));
        comparisons = new LatestTask<>(
                        work -> workers.run("walks", work),
                        fxExecutor,
                        ComparisonRequest::compute,
                        this::showComparison)
                .directIf(ComparisonRequest::isShort);
        experiments = new BatchSizeExperiments(workers, fxExecutor);
        experiments.discardStaleResults(first, data.get());
        showComparison(comparison);
        settingsState().stateProperty().addListener((observed, before, after) -> settingsChanged(before, after));
        playback().positionProperty().addListener((observed, before, after) -> refresh());
        playback().seek(START_POSITION);
    }

    private record ComparisonRequest(
            BatchSetup setup, DataSet data, @Nullable StepTimes times, BatchSizeComparison before) {
        BatchSizeComparison compute() {
            return BatchSizeComparison.of(setup, data, times, before);
        }

        boolean isShort() {
            return BatchSizeComparison.isShort(setup, data, before);
        }
    }

    /** @param onError receives the error if the data cannot be used */
    private record SourceRequest(
            String source,
            @Nullable String file,
            @Nullable Path folder,
            BatchSetup setup,
            Consumer<InvalidInputException> onError) {
        LoadedSource load() {
            try {
                DataSet rows = TwoWeightModelSettings.load(source, file, folder);
                TwoWeightModelSettings choice = TwoWeightModelSettings.defaultsFor(source, file, rows);
                BatchSizeComparison.of(
                        setup.withModel(choice.withOutlier(setup.model().outlier())), rows, null, null);
                return new LoadedSource(this, () -> new SourceRows(choice, rows));
            } catch (InvalidInputException error) {
                return new LoadedSource(this, () -> {
                    throw error;
                });
            }
        }
    }

    private record SourceRows(TwoWeightModelSettings choice, DataSet rows) {}

    /** @param result throws an {@link InvalidInputException} if the data cannot be used */
    private record LoadedSource(SourceRequest request, Supplier<SourceRows> result) {}

    // properties

    public BatchSizeSettings settings() {
        return settings;
    }

    /** The source of the data set, or the one that is being loaded. */
    public ReadOnlyObjectProperty<String> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The data set whose columns can be selected. */
    public ReadOnlyObjectProperty<DataSet> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** Whether step times are being measured. Until they are known, all descents take the same number of steps. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Whether descents are being computed on a worker. Until they are ready, the previous ones are shown. */
    public ReadOnlyBooleanProperty comparingProperty() {
        return comparing.getReadOnlyProperty();
    }

    public BatchSizeExperiments experiments() {
        return experiments;
    }

    public BatchSetup setup() {
        return settingsState().get();
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

    /** Selects a bundled data set, with its default columns, once it is loaded on a worker. */
    public void chooseSource(String newSource) {
        if (newSource.equals(setup().model().source())) {
            stopLoading();
        } else {
            load(newSource, null, onInvalidInput);
        }
    }

    /**
     * Opens a table from a file, with its first columns, once it is read on a worker.
     *
     * @param onError receives the error if the file cannot be read or has too few numeric columns; nothing changes then
     */
    public void openTable(Path file, Consumer<InvalidInputException> onError) {
        load(DataSettings.CSV, RelativePaths.relativize(file, folder), onError);
    }

    private void load(String newSource, @Nullable String file, Consumer<InvalidInputException> onError) {
        SourceRequest request = new SourceRequest(newSource, file, folder, setup(), onError);
        loading = request;
        source.set(newSource);
        sources.submit(request);
    }

    private void stopLoading() {
        loading = null;
        source.set(setup().model().source());
    }

    /** Does nothing if another source was chosen in the meantime. */
    private void changeSource(LoadedSource loaded) {
        if (!loaded.request().equals(loading)) {
            return;
        }
        try {
            SourceRows result = loaded.result().get();
            loadedRows = result.rows();
            settingsState()
                    .change(
                            "batch-size.undo.source",
                            setup -> setup.withModel(
                                    result.choice().withOutlier(setup.model().outlier())));
        } catch (InvalidInputException error) {
            loaded.request().onError().accept(error);
        } finally {
            loadedRows = null;
            stopLoading();
        }
    }

    /** Sets both weights at which descents start, as one change. */
    public void setStart(double w1, double w2) {
        settings.startProperty().set(List.of(w1, w2));
    }

    /** Applies the doctor's remedy, as one change that can be undone. */
    public void applyRemedy(BatchSetup remedied) {
        settingsState().change("batch-size.undo.remedy", setup -> remedied);
    }

    /** Measures the step times again. */
    public void remeasure() {
        times = null;
        requestComparison();
    }

    @Override
    public Document document() {
        return new Document.OfBatch(setup());
    }

    /**
     * Opens a document and clears the undo history.
     *
     * @throws InvalidInputException if the table cannot be read or does not have the columns
     */
    @Override
    public void open(Document document, @Nullable Path newFolder) {
        if (document instanceof Document.OfBatch batchDocument) {
            BatchSetup opened = batchDocument.setup();
            BatchSizeComparison.of(
                    opened.withSteps(1).withComparisonBasis(ComparisonBasis.STEPS),
                    opened.model().load(newFolder),
                    null,
                    null);
            folder = newFolder;
            stopLoading();
            undo().applyAndClear(() -> settingsState().set(opened));
            playback().toStart();
        }
    }

    /** Pauses playback and stops running experiments, as when the lab is left. */
    @Override
    public void pause() {
        super.pause();
        stop();
    }

    private void settingsChanged(BatchSetup before, BatchSetup after) {
        if (!before.model().source().equals(after.model().source())
                || !Objects.equals(before.model().file(), after.model().file())) {
            try {
                DataSet rows = loadedRows;
                data.set(rows == null ? after.model().load(folder) : rows);
            } catch (InvalidInputException error) {
                onInvalidInput.accept(error);
                return;
            }
            times = null;
            stopLoading();
        }
        requestComparison();
    }

    private void requestComparison() {
        BatchSetup setup = setup();
        experiments.discardStaleResults(setup, data.get());
        if (setup.comparisonBasis() == ComparisonBasis.SECONDS && !timesAreKnown(setup) && !measuring.get()) {
            measure(setup);
        }
        ComparisonRequest request =
                new ComparisonRequest(setup, data.get(), timesAreKnown(setup) ? times : null, comparison);
        comparing.set(!request.isShort());
        comparisons.submit(request);
    }

    private boolean timesAreKnown(BatchSetup setup) {
        StepTimes known = times;
        int samples = setup.model().samples(data.get());
        return known != null
                && Stream.of(ComparedDescent.values())
                        .allMatch(descent -> known.isMeasured(descent.settings(setup.training())
                                .epochBatches(samples)
                                .batchSize()));
    }

    private void measure(BatchSetup setup) {
        measuring.set(true);
        BatchSizeComparison timed =
                BatchSizeComparison.of(setup.withComparisonBasis(ComparisonBasis.STEPS), data.get(), null, comparison);
        List<Integer> sizes = Stream.of(ComparedDescent.values())
                .map(descent -> timed.path(descent).epochBatches().batchSize())
                .distinct()
                .toList();
        workers.run("times", () -> {
            StepTimes measured = StepTimes.measure(timed.model(), setup.training(), sizes, () -> false);
            fxExecutor.execute(() -> setTimes(measured));
        });
    }

    private void setTimes(StepTimes measured) {
        measuring.set(false);
        times = measured;
        requestComparison();
    }

    private void showComparison(BatchSizeComparison newComparison) {
        comparing.set(false);
        comparison = newComparison;
        int length = newComparison.pacing().totalSteps();
        playback().lengthProperty().set(length);
        playback().completedProperty().set(length);
        playback().seek(playback().positionProperty().get());
        refresh();
    }

    /** Recomputes the state at the playhead. */
    void refresh() {
        setViewState(
                BatchSizeSnapshot.of(comparison, playback().positionProperty().get()));
    }
}
