package hyperlab.lab.tuning;

import hyperlab.chart.tuning.ParallelCoordinatesChart;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.file.Document;
import hyperlab.file.TrialsFile;
import hyperlab.lab.LabViewModel;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchRemedy;
import hyperlab.tune.StudyBudget;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Tuning lab. During playback, the study's trials run on workers and appear as they progress. The
 * results of a study are kept while other studies are shown, so that undo restores them. {@link #viewStateProperty()} is the
 * search at the playback position, and {@link #mapsProperty()} is the model of it.
 */
public final class TuningViewModel extends LabViewModel<TuningStudy, SearchSnapshot> {
    private static final int OPENED_MAP_COUNT = 32;
    private static final int SHOWN_MAP_COUNT = 16;

    private final TuningSettings settings;
    private final TrialCache trialCache = new TrialCache();
    private final ObjectProperty<Map<Integer, ParallelCoordinatesChart.BrushRange>> brushes =
            new SimpleObjectProperty<>(this, "brushes", Map.of());
    private final TrialSelection selection = new TrialSelection();
    private final SearchMapsViewModel mapsModel;
    private final SearchPlayer player;
    private final MethodRaceViewModel race;
    private final BestTrialRepeats repeats;
    private final ComparisonViewModel comparison;
    private final ScaleCheck scales;
    private final StudySubject subject;
    private final TrainedMap trainedMap;
    private boolean trainedMapVisible;

    /**
     * Creates the lab with its first study, not started.
     *
     * @param workers run the trials
     * @param window receives their updates: the FX thread
     * @param errorHandler receives errors from rejected changes
     */
    public TuningViewModel(TaskExecutor workers, Executor window, Consumer<InvalidInputException> errorHandler) {
        super("tuning.trial", DefaultStudies.firstStudy(), errorHandler);
        TuningStudy first = study();
        settings = new TuningSettings(settingsState());
        setViewState(SearchSnapshot.of(SearchState.notStarted(first, List.of(), Map.of()), 0));
        player = new SearchPlayer(playback(), workers, window, errorHandler, search(), this::searchChanged);
        mapsModel = new SearchMapsViewModel(viewState(), workers, window);
        race = new MethodRaceViewModel(first, workers, window, errorHandler);
        repeats = new BestTrialRepeats(workers, window);
        repeats.statusProperty().addListener((observed, before, now) -> repeatsChanged(before, now));
        comparison = new ComparisonViewModel(workers, window, errorHandler);
        scales = new ScaleCheck(workers, window);
        subject = new StudySubject(settingsState(), new TableColumns(workers, window, errorHandler));
        playback().lengthProperty().set(StudyBudget.trials(first));
        playback().setDriver(new SearchDriver());
        playback().positionProperty().addListener((observed, before, now) -> updateSnapshot());
        settingsState().stateProperty().addListener((observed, before, after) -> studyChanged(after));
        trainedMap = new TrainedMap(workers, window);
        mapsModel.show(viewState());
        for (ObservableValue<?> value : List.of(
                viewStateProperty(),
                mapsProperty(),
                axisXProperty(),
                axisYProperty(),
                race.statusProperty(),
                repeats.statusProperty(),
                comparison.statusProperty())) {
            value.addListener((observed, before, now) -> updateTrainedMap());
        }
    }

    private final class SearchDriver implements Playback.PlaybackDriver {
        @Override
        public void stepForward() {
            player.step();
        }

        @Override
        public void reset() {
            clearTrials();
        }
    }

    // properties

    public TuningSettings settings() {
        return settings;
    }

    public TuningStudy study() {
        return settingsState().get();
    }

    /** The maps of the model; null until they are first computed. */
    ReadOnlyObjectProperty<@Nullable SearchMaps> mapsProperty() {
        return mapsModel.mapsProperty();
    }

    /** The index of the maps' horizontal axis. */
    public IntegerProperty axisXProperty() {
        return mapsModel.axisXProperty();
    }

    /** The index of the maps' vertical axis. */
    public IntegerProperty axisYProperty() {
        return mapsModel.axisYProperty();
    }

    /** The time limit in seconds after which a search pauses; 0 for no limit. */
    public DoubleProperty secondsProperty() {
        return player.secondsProperty();
    }

    /** The brushed ranges of the parallel coordinates by axis index, which filter the table. */
    ObjectProperty<Map<Integer, ParallelCoordinatesChart.BrushRange>> brushesProperty() {
        return brushes;
    }

    /** The trial that the charts and the table mark. */
    TrialSelection selection() {
        return selection;
    }

    /** A trial of the current snapshot; empty if it is not there. */
    Optional<TrialRecord> trial(int number) {
        return viewState().rows().stream().filter(row -> row.trial() == number).findFirst();
    }

    public MethodRaceViewModel race() {
        return race;
    }

    /** The results of the best trials with several seeds. */
    ReadOnlyObjectProperty<StudyRunner.StudyStatus<TrialReplication.ReplicatedTrial>> replicationStatusProperty() {
        return repeats.statusProperty();
    }

    /** The comparison of the best trial with the default. */
    ReadOnlyObjectProperty<ComparisonStatus> comparisonProperty() {
        return comparison.statusProperty();
    }

    /** How different the scales of the features are; NaN if it is not known. */
    ReadOnlyDoubleProperty scaleRatioProperty() {
        return scales.ratioProperty();
    }

    /** The user's manual trials for the current subject and space. */
    List<TrialRecord> manualTrials() {
        return trialCache.manualTrials(study());
    }

    private SearchState search() {
        return viewState().search();
    }

    // commands

    /** Tunes a known function with its default study. */
    public void tune(String function) {
        subject.tune(function);
    }

    /**
     * Tunes an experiment with its default study.
     *
     * @param folder the base folder of its relative paths; null for the working directory
     */
    public void tune(Experiment experiment, @Nullable Path folder) {
        subject.tune(experiment, folder);
    }

    /** What the study tunes. */
    StudySubject subject() {
        return subject;
    }

    /** Tries a point picked by the user. If another method is active, this switches to manual search. */
    public void pick(Map<String, String> values) {
        if (study().isRecordOnly()) {
            return;
        }
        settingsState().change("tuning.undo.pick", study -> {
            SearchMethod.Manual before =
                    study.method() instanceof SearchMethod.Manual manual ? manual : new SearchMethod.Manual(List.of());
            SearchMethod.Manual picked = before.withPoint(values);
            return study.withMethod(picked)
                    .withTrials(Math.max(study.trials(), picked.points().size()));
        });
        playback().playingProperty().set(true);
    }

    /**
     * The hyperparameter values at a point of the maps, with coordinates 0 … 1. The other axes have the best trial's
     * values, or their center without a best trial.
     */
    Map<String, String> valuesAt(double x, double y) {
        return mapsModel.valuesAt(x, y);
    }

    /** Replaces the study by a remedied one, as one undo step. */
    void applyRemedy(TuningStudy remedied) {
        settingsState().change("tuning.undo.remedy", study -> remedied);
    }

    /** Applies the remedy of a finding: a changed study is one undo step. */
    void applyRemedy(SearchRemedy remedy) {
        remedy.applyTo(new SearchRemedy.Target() {
            @Override
            public void changeStudy(TuningStudy study) {
                applyRemedy(study);
            }

            @Override
            public void repeatBest(int trials) {
                TuningViewModel.this.repeatBest();
            }
        });
    }

    /** Reruns the best trials, each with several seeds. */
    void repeatBest() {
        repeats.start(study(), viewState().rows(), subject.trialSource());
    }

    void stopRepeating() {
        repeats.stop();
    }

    /** Trains the default and the best trial under the same seeds, or stops that. */
    void toggleComparison() {
        if (comparison.statusProperty().get().isRunning()) {
            comparison.stop();
        } else if (!search().isRunning()) {
            comparison.start(subject.trialSource(), study().parallel());
        }
    }

    /** Starts a new race of the selected methods. */
    public void startRace() {
        race.start(study(), subject.trialSource());
    }

    /**
     * Lets the study in a file race against the methods on the current one.
     *
     * @throws InvalidInputException if the file has no study that can be compared with the current one
     */
    void race(Path file) {
        race.setRival(study(), MethodRaceViewModel.SavedStudy.read(file, folder()));
    }

    /** The experiment of a trial as a document; empty for a known function. */
    Optional<Document> experiment(TrialRecord row) {
        return subject.trialSource()
                .experiment(study(), row.trial(), row.values())
                .map(Document.OfExperiment::new);
    }

    /** The most important axes as a map around the best trial; empty if there is none. */
    Optional<Document.OfMap> searchAsMap() {
        return mapRequest(OPENED_MAP_COUNT).map(TrainedMap.MapRequest::document);
    }

    /**
     * The map around the best trial; empty if there is none, or while the shown search still belongs to another study.
     *
     * @param count the maximum number of values of each axis
     */
    private Optional<TrainedMap.MapRequest> mapRequest(int count) {
        if (!search().study().equals(study())) {
            return Optional.empty();
        }
        SearchMaps maps = mapsProperty().get();
        TrialRanking ranking = TrialRanking.of(search().study(), search().rows(), repeats.trials());
        Experiment base = ranking.best()
                .flatMap(row -> subject.trialSource().experiment(study(), row.trial(), row.values()))
                .orElse(study().experiment());
        return SearchAsMap.of(
                        study(),
                        search().rows(),
                        ranking.best(),
                        maps == null || mapsModel.areAxesChosen() ? Optional.empty() : maps.importance(),
                        axisXProperty().get(),
                        axisYProperty().get(),
                        count,
                        base)
                .map(document ->
                        new TrainedMap.MapRequest(document, ranking.best().map(TrialRecord::trial), folder()));
    }

    /** The map around the best trial. */
    TrainedMap trainedMap() {
        return trainedMap;
    }

    /** Computes the map around the best trial while it is visible and nothing else is being trained. */
    void setTrainedMapVisible(boolean visible) {
        trainedMapVisible = visible;
        updateTrainedMap();
    }

    private void updateTrainedMap() {
        boolean training = search().isRunning()
                || race.isRunning()
                || repeats.statusProperty().get().isRunning()
                || comparison.statusProperty().get().isRunning();
        trainedMap.update(trainedMapVisible, training, () -> mapRequest(SHOWN_MAP_COUNT));
    }

    @Nullable
    Path folder() {
        return subject.trialSource().baseFolder();
    }

    /**
     * Writes the finished trials as a table.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    public void export(Path path) {
        TrialsFile.write(path, study(), search().finishedTrials());
    }

    @Override
    public Document document() {
        return new Document.OfStudy(
                study(), search().results(), secondsProperty().get(), comparison.result(), keptCurves());
    }

    /** The curves of its own trials; the study has those of another program, and a function has none. */
    private Map<Integer, TrialCurve> keptCurves() {
        TuningStudy study = search().study();
        return study.experiment() == null || study.method() instanceof SearchMethod.Recorded
                ? Map.of()
                : TuningChartModels.kept(search().curves(), study.objective().isLargerBetter());
    }

    /** Restores a study with its known results and clears the undo history. */
    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfStudy of) {
            subject.setFolder(folder);
            trialCache.put(of.study(), of.results(), TuningChartModels.drawn(of.curves()), of.comparison());
            secondsProperty().set(of.seconds());
            boolean same = of.study().equals(study());
            undo().applyAndClear(() -> settingsState().set(of.study()));
            if (same) {
                openStudy(of.study());
            }
        }
    }

    /** Pauses everything that is running, for example when the user leaves the lab. */
    @Override
    public void pause() {
        super.pause();
        player.stop();
        race.stop();
        repeats.stop();
        comparison.stop();
    }

    // running a search

    private void studyChanged(TuningStudy study) {
        trialCache.put(search().study(), search().results(), search().curves(), comparison.result());
        openStudy(study);
    }

    /** Switches to another study, with its known results. */
    private void openStudy(TuningStudy study) {
        SearchState first = SearchState.notStarted(study, trialCache.resultsOf(study), trialCache.curvesOf(study));
        player.take(first, subject.trialSource());
        mapsModel.setStudy(SearchSnapshot.of(first, 0));
        brushes.set(Map.of());
        selection.clear();
        race.setStudy(study);
        repeats.setStudy(study);
        comparison.setStudy(trialCache.comparisonOf(study));
        subject.setStudy(study);
        scales.measure(study.experiment(), subject.trialSource());
        boolean playing = playback().playingProperty().get();
        playback().playingProperty().set(false);
        show(first, true);
        playback().lengthProperty().set(plannedTrials(study));
        if (!first.results().isEmpty()) {
            player.replay();
        } else if (playing) {
            playback().playingProperty().set(true);
        }
    }

    /** The planned number of trials; at least one, so that there is something to play. */
    private static int plannedTrials(TuningStudy study) {
        try {
            return Math.max(1, StudyBudget.trials(study));
        } catch (InvalidInputException tooFewForItsGrid) {
            return study.trials();
        }
    }

    private void clearTrials() {
        trialCache.remove(study());
        repeats.clear();
        setViewState(SearchSnapshot.of(SearchState.notStarted(study(), List.of(), Map.of()), 0));
        openStudy(study());
    }

    private void searchChanged(SearchState now) {
        show(now, false);
        trialCache.putManualTrials(now);
    }

    private void show(SearchState search, boolean reset) {
        int before = playback().completedProperty().get();
        boolean follows = reset || playback().positionProperty().get() >= before;
        int finished = search.finishedTrials().size();
        playback().completedProperty().set(finished);
        setViewState(SearchSnapshot.of(
                search, follows ? finished : playback().positionProperty().get(), repeats.trials()));
        if (follows) {
            playback().seek(finished);
        }
        mapsModel.show(viewState());
        updateComparison();
    }

    private void repeatsChanged(
            StudyRunner.StudyStatus<TrialReplication.ReplicatedTrial> before,
            StudyRunner.StudyStatus<TrialReplication.ReplicatedTrial> now) {
        // While another study is opened, the search is still that of the study before.
        boolean current = search().study().equals(study());
        if (current && !before.results().equals(now.results())) {
            updateSnapshot();
            updateComparison();
        }
    }

    private void updateSnapshot() {
        setViewState(SearchSnapshot.of(search(), playback().positionProperty().get(), repeats.trials()));
        mapsModel.show(viewState());
    }

    /** Compares the best of all trials, wherever the play head is. */
    private void updateComparison() {
        TrialRanking ranking = TrialRanking.of(search().study(), search().rows(), repeats.trials());
        comparison.setBest(search().study(), ranking.best(), ranking.isDecidedByRepeats() ? BestTrialRepeats.SEEDS : 0);
    }
}
