package hyperlab.app.tuning;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.Playback;
import hyperlab.chart.ParallelChart;
import hyperlab.file.Document;
import hyperlab.file.TrialsFile;
import hyperlab.rule.Refusal;
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
 * The Tuning lab without a window. A study is set; played, its trials run on workers and appear as they do; what was
 * found of a study is kept while others are looked at, so that undo brings it back. {@link #moment()} is what there is to
 * see at the play head, {@link #maps()} what a model makes of it.
 */
public final class TuningViewModel {
    private final Undo undo = new Undo();
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
     * A lab with its first study, not begun.
     *
     * @param workers where trials run
     * @param window where what they tell is taken up: the FX thread
     * @param refused told of what will not do, and was left as it was
     */
    public TuningViewModel(Runner workers, Executor window, Consumer<Refusal> refused) {
        Study first = SearchKeys.beginning();
        settings = new TuningSettings(first, undo, refused);
        moment = new ReadOnlyObjectWrapper<>(this, "moment", Moment.of(Search.none(first, List.of()), 0));
        player = new SearchPlayer(playback, workers, window, refused, search(), this::take);
        board = new MapBoard(moment.get(), workers, window);
        race = new RaceBoard(first, workers, window, refused);
        repeats = new BestRepeats(workers, window);
        playback.length().set(StudyPlan.trials(first));
        playback.drivenBy(new Driver());
        playback.position().addListener((observed, before, now) -> look());
        settings.whole().state().addListener((observed, before, after) -> follow(after));
        board.show(moment.get());
    }

    private final class Driver implements Playback.Driver {
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

    public Undo undo() {
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

    /** What there is to see at the play head. */
    ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** What a model makes of it; null before anything was worked out. */
    ReadOnlyObjectProperty<@Nullable Maps> maps() {
        return board.maps();
    }

    /** Place of the axis that maps have from left to right. */
    public IntegerProperty axisX() {
        return board.axisX();
    }

    /** Place of the axis that maps have from the bottom up. */
    public IntegerProperty axisY() {
        return board.axisY();
    }

    /** After so many seconds a search pauses; 0 for never. */
    public DoubleProperty seconds() {
        return player.seconds();
    }

    /** Stretches of axes of the parallel coordinates to which the table is narrowed. */
    ObjectProperty<Map<Integer, ParallelChart.Stretch>> brushes() {
        return brushes;
    }

    public RaceBoard race() {
        return race;
    }

    /** The best trials under several seeds. */
    ReadOnlyObjectProperty<StudyRun.Found<Repeats.Repeated>> repeated() {
        return repeats.found();
    }

    /** The person's own trials at what is tuned now. */
    List<TrialRow> own() {
        return known.own(study());
    }

    private Search search() {
        return moment.get().search();
    }

    // commands

    /** Tunes a known function, by its usual study. */
    public void tune(String function) {
        settings.whole().change("tuning.undo.subject", study -> SearchKeys.of(function));
    }

    /**
     * Tunes an experiment, by its usual study.
     *
     * @param folder where its paths start; null for the working directory
     */
    public void tune(Experiment experiment, @Nullable Path folder) {
        subject = new Subject(folder);
        settings.whole().change("tuning.undo.subject", study -> SearchKeys.of(experiment));
    }

    /** Tries a point that the person picks; where another method searches, this begins trials by hand. */
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

    /** The values at a place of the maps: along the other axes those of the best trial. */
    Map<String, String> valuesAt(double x, double y) {
        return board.valuesAt(x, y);
    }

    /** Puts the doctor's remedy in force; one undo takes it back. */
    void mend(Study mended) {
        settings.whole().change("tuning.undo.remedy", study -> mended);
    }

    /** Runs the best trials again, each under several seeds. */
    void repeatBest() {
        repeats.start(study(), moment.get().rows(), subject);
    }

    void stopRepeating() {
        repeats.stop();
    }

    /** Begins the race of the chosen methods anew. */
    public void startRace() {
        race.start(study(), subject);
    }

    /** The experiment of a trial, with where its paths start; empty for a known function. */
    Optional<Document> experiment(TrialRow row) {
        return subject.experiment(study(), row.trial(), row.values()).map(Document.OfExperiment::new);
    }

    @Nullable
    Path folder() {
        return subject.folder();
    }

    /**
     * Writes the trials that are over as a table.
     *
     * @throws Refusal where the file cannot be written
     */
    public void export(Path path) {
        TrialsFile.write(path, study(), search().over());
    }

    public Document document() {
        return new Document.OfStudy(study(), search().found(), seconds().get());
    }

    /**
     * Comes back to a study with what is known of it, and forgets what could be undone.
     *
     * @param folder where the document's paths start; null for the working directory
     */
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfStudy of) {
            subject = new Subject(folder);
            known.keep(of.study(), of.found());
            seconds().set(of.seconds());
            boolean same = of.study().equals(study());
            undo.forgetThrough(() -> settings.whole().set(of.study()));
            if (same) {
                begin(of.study());
            }
        }
    }

    /** Pauses what runs, as when the lab is left. */
    public void park() {
        playback.playing().set(false);
        player.stop();
        race.stop();
        repeats.stop();
    }

    // how a search runs

    private void follow(Study study) {
        known.keep(search().study(), search().found());
        begin(study);
    }

    /** Another study is looked at, with what is known of it. */
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

    /** How many trials there will be; at least one, so that there is something to play. */
    private static int planned(Study study) {
        try {
            return Math.max(1, StudyPlan.trials(study));
        } catch (Refusal tooFewForItsGrid) {
            return study.trials();
        }
    }

    /** Forgets all trials. */
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
