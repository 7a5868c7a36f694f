package hyperlab.app.tuning;

import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.Playback;
import hyperlab.chart.ParallelChart;
import hyperlab.file.Document;
import hyperlab.file.TrialsFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.Method;
import hyperlab.tune.Repeats;
import hyperlab.tune.Study;
import hyperlab.tune.StudyPlan;
import hyperlab.tune.TrialRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Tuning lab. During playback, the study's trials run on workers and appear as they progress. The
 * results of a study are kept while other studies are shown, so that undo restores them. {@link #moment()} is the
 * search at the playback position, and {@link #maps()} is the model of it.
 */
public final class TuningViewModel {
    private final UndoHistory undo = new UndoHistory();
    private final Playback playback = new Playback("tuning.trial");
    private final TuningSettings settings;
    private final KnownTrials known = new KnownTrials();
    private final ReadOnlyObjectWrapper<Moment> moment;
    private final ObjectProperty<Map<Integer, ParallelChart.Stretch>> brushes =
            new SimpleObjectProperty<>(this, "brushes", Map.of());
    private final MapBoard board;
    private final SearchPlayer player;
    private final RaceBoard race;
    private final BestRepeats repeats;
    private Subject subject = new Subject(null);

    /**
     * Creates the lab with its first study, not started.
     *
     * @param workers run the trials
     * @param window receives their updates: the FX thread
     * @param refused receives errors from rejected changes
     */
    public TuningViewModel(TaskExecutor workers, Executor window, Consumer<InvalidInputException> refused) {
        Study first = SearchKeys.beginning();
        settings = new TuningSettings(first, undo, refused);
        moment = new ReadOnlyObjectWrapper<>(this, "moment", Moment.of(Search.none(first, List.of()), 0));
        player = new SearchPlayer(playback, workers, window, refused, search(), this::take);
        board = new MapBoard(moment.get(), workers, window);
        race = new RaceBoard(first, workers, window, refused);
        repeats = new BestRepeats(workers, window);
        playback.length().set(StudyPlan.trials(first));
        playback.setDriver(new Driver());
        playback.position().addListener((observed, before, now) -> look());
        settings.whole().state().addListener((observed, before, after) -> follow(after));
        board.show(moment.get());
    }

    private final class Driver implements Playback.PlaybackDriver {
        @Override
        public void stepForward() {
            player.step();
        }

        @Override
        public void reset() {
            forget();
        }
    }

    // properties

    public UndoHistory undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    public TuningSettings settings() {
        return settings;
    }

    public Study study() {
        return settings.whole().get();
    }

    /** The search at the playback position. */
    ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** The maps of the model; null until they are first computed. */
    ReadOnlyObjectProperty<@Nullable Maps> maps() {
        return board.maps();
    }

    /** The index of the maps' horizontal axis. */
    public IntegerProperty axisX() {
        return board.axisX();
    }

    /** The index of the maps' vertical axis. */
    public IntegerProperty axisY() {
        return board.axisY();
    }

    /** The time limit in seconds after which a search pauses; 0 for no limit. */
    public DoubleProperty seconds() {
        return player.seconds();
    }

    /** The brushed ranges of the parallel coordinates by axis index, which filter the table. */
    ObjectProperty<Map<Integer, ParallelChart.Stretch>> brushes() {
        return brushes;
    }

    public RaceBoard race() {
        return race;
    }

    /** The results of the best trials with several seeds. */
    ReadOnlyObjectProperty<StudyRunner.StudyStatus<Repeats.Repeated>> repeated() {
        return repeats.found();
    }

    /** The user's manual trials for the current subject and space. */
    List<TrialRow> own() {
        return known.own(study());
    }

    private Search search() {
        return moment.get().search();
    }

    // commands

    /** Tunes a known function with its default study. */
    public void tune(String function) {
        settings.whole().change("tuning.undo.subject", study -> SearchKeys.of(function));
    }

    /**
     * Tunes an experiment with its default study.
     *
     * @param folder the base folder of its relative paths; null for the working directory
     */
    public void tune(Experiment experiment, @Nullable Path folder) {
        subject = new Subject(folder);
        settings.whole().change("tuning.undo.subject", study -> SearchKeys.of(experiment));
    }

    /** Tries a point picked by the user. If another method is active, this switches to manual search. */
    public void pick(Map<String, String> values) {
        settings.whole().change("tuning.undo.pick", study -> {
            Method.Manual before =
                    study.method() instanceof Method.Manual manual ? manual : new Method.Manual(List.of());
            Method.Manual picked = before.and(values);
            return study.withMethod(picked)
                    .withTrials(Math.max(study.trials(), picked.points().size()));
        });
        playback.playing().set(true);
    }

    /**
     * The hyperparameter values at a point of the maps, with coordinates 0 … 1. The other axes have the best trial's
     * values, or their center without a best trial.
     */
    Map<String, String> valuesAt(double x, double y) {
        return board.valuesAt(x, y);
    }

    /** Applies the doctor's remedy, as one undo step. */
    void mend(Study mended) {
        settings.whole().change("tuning.undo.remedy", study -> mended);
    }

    /** Reruns the best trials, each with several seeds. */
    void repeatBest() {
        repeats.start(study(), moment.get().rows(), subject);
    }

    void stopRepeating() {
        repeats.stop();
    }

    /** Starts a new race of the selected methods. */
    public void startRace() {
        race.start(study(), subject);
    }

    /** The experiment of a trial as a document; empty for a known function. */
    Optional<Document> experiment(TrialRow row) {
        return subject.experiment(study(), row.trial(), row.values()).map(Document.OfExperiment::new);
    }

    @Nullable
    Path folder() {
        return subject.folder();
    }

    /**
     * Writes the finished trials as a table.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    public void export(Path path) {
        TrialsFile.write(path, study(), search().over());
    }

    public Document document() {
        return new Document.OfStudy(study(), search().found(), seconds().get());
    }

    /**
     * Restores a study with its known results and clears the undo history.
     *
     * @param folder the base folder of the document's relative paths; null for the working directory
     */
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfStudy of) {
            subject = new Subject(folder);
            known.keep(of.study(), of.results());
            seconds().set(of.seconds());
            boolean same = of.study().equals(study());
            undo.applyAndClear(() -> settings.whole().set(of.study()));
            if (same) {
                begin(of.study());
            }
        }
    }

    /** Pauses everything that is running, for example when the user leaves the lab. */
    public void park() {
        playback.playing().set(false);
        player.stop();
        race.stop();
        repeats.stop();
    }

    // running a search

    private void follow(Study study) {
        known.keep(search().study(), search().found());
        begin(study);
    }

    /** Switches to another study, with its known results. */
    private void begin(Study study) {
        Search first = Search.none(study, known.of(study));
        player.take(first, subject);
        board.about(Moment.of(first, 0));
        brushes.set(Map.of());
        race.about(study);
        repeats.about(study);
        boolean playing = playback.playing().get();
        playback.playing().set(false);
        show(first, true);
        playback.length().set(planned(study));
        if (!first.found().isEmpty()) {
            player.replay();
        } else if (playing) {
            playback.playing().set(true);
        }
    }

    /** The planned number of trials; at least one, so that there is something to play. */
    private static int planned(Study study) {
        try {
            return Math.max(1, StudyPlan.trials(study));
        } catch (InvalidInputException tooFewForItsGrid) {
            return study.trials();
        }
    }

    private void forget() {
        known.forget(study());
        moment.set(Moment.of(Search.none(study(), List.of()), 0));
        begin(study());
    }

    private void take(Search now) {
        show(now, false);
        known.remember(now);
    }

    private void show(Search search, boolean anew) {
        int before = playback.done().get();
        boolean follows = anew || playback.position().get() >= before;
        int over = search.over().size();
        playback.done().set(over);
        moment.set(Moment.of(search, follows ? over : playback.position().get()));
        if (follows) {
            playback.seek(over);
        }
        board.show(moment.get());
    }

    private void look() {
        moment.set(Moment.of(search(), playback.position().get()));
        board.show(moment.get());
    }
}
