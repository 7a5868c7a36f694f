package hyperlab.app.tuning;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.NewestWork;
import hyperlab.app.concurrent.Pace;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.Playback;
import hyperlab.chart.ParallelChart;
import hyperlab.chart.StudyPictures;
import hyperlab.file.Document;
import hyperlab.file.TrialsFile;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import hyperlab.tune.Found;
import hyperlab.tune.Method;
import hyperlab.tune.Repeats;
import hyperlab.tune.Study;
import hyperlab.tune.StudyPlan;
import hyperlab.tune.TrialRow;
import hyperlab.tune.Trials;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Tuning lab without a window. A study is set; played, its trials run on workers and appear as they do; what was
 * found of a study is kept while others are looked at, so that undo brings it back. {@link #moment()} is what there is to
 * see at the play head, {@link #maps()} what a model makes of it.
 */
public final class TuningViewModel {
    private static final int BEST = 5;
    private static final int REPEATED = 10;
    private static final double NANOS = 1e9;

    private final Undo undo = new Undo();
    private final Playback playback = new Playback("tuning.trial");
    private final TuningSettings settings;
    private final Runner workers;
    private final Executor window;
    private final Consumer<Refusal> refused;
    private final KnownTrials known = new KnownTrials();
    private final ReadOnlyObjectWrapper<Moment> moment;
    private final ReadOnlyObjectWrapper<@Nullable Maps> maps = new ReadOnlyObjectWrapper<>(this, "maps", null);
    private final IntegerProperty axisX = new SimpleIntegerProperty(this, "axisX", 0);
    private final IntegerProperty axisY = new SimpleIntegerProperty(this, "axisY", 1);
    private final DoubleProperty seconds = new SimpleDoubleProperty(this, "seconds", 0);
    private final ObjectProperty<Map<Integer, ParallelChart.Stretch>> brushes =
            new SimpleObjectProperty<>(this, "brushes", Map.of());
    private final NewestWork<Maps.Order, Maps> mapWork;
    private final Latest<News> news;
    private final RaceBoard race;
    private final StudyRun<Repeats.Repeated> repeats;
    private Subject subject = new Subject(null);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable SearchRun run;
    private long order;
    private Maps.@Nullable Order mapped;

    private record News(long order, Search search) {}

    /**
     * A lab with its first study, not begun.
     *
     * @param workers where trials run
     * @param window where what they tell is taken up: the FX thread
     * @param refused told of what will not do, and was left as it was
     */
    public TuningViewModel(Runner workers, Executor window, Consumer<Refusal> refused) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        Study first = SearchKeys.beginning();
        settings = new TuningSettings(first, undo, refused);
        moment = new ReadOnlyObjectWrapper<>(this, "moment", Moment.of(Search.none(first, List.of()), 0));
        news = new Latest<>(window, this::take);
        mapWork = new NewestWork<>(work -> workers.run("maps", work), window, Maps.Order::carryOut, this::takeMaps);
        race = new RaceBoard(first, workers, window, refused);
        repeats = new StudyRun<>("repeats", workers, window);
        playback.length().set(StudyPlan.trials(first));
        playback.drivenBy(new Driver());
        playback.playing().addListener((observed, before, now) -> playOrPause(now));
        playback.position().addListener((observed, before, now) -> look());
        settings.whole().state().addListener((observed, before, after) -> follow(after));
        axisX.addListener((observed, before, now) -> map());
        axisY.addListener((observed, before, now) -> map());
        map();
    }

    private final class Driver implements Playback.Driver {
        @Override
        public void stepForward() {
            start(1);
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
        return maps.getReadOnlyProperty();
    }

    /** Place of the axis that maps have from left to right. */
    public IntegerProperty axisX() {
        return axisX;
    }

    /** Place of the axis that maps have from the bottom up. */
    public IntegerProperty axisY() {
        return axisY;
    }

    /** After so many seconds a search pauses; 0 for never. */
    public DoubleProperty seconds() {
        return seconds;
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
        double[] point = moment.get()
                .best()
                .map(best -> study().space().point(best.values()))
                .orElseGet(() -> {
                    double[] middle = new double[study().space().dimensions()];
                    java.util.Arrays.fill(middle, 0.5);
                    return middle;
                });
        point[axisX.get()] = x;
        point[axisY.get()] = y;
        return study().space().values(study().space().snapped(point));
    }

    /** Puts the doctor's remedy in force; one undo takes it back. */
    void mend(Study mended) {
        settings.whole().change("tuning.undo.remedy", study -> mended);
    }

    /** Runs the best trials again, each under several seeds. */
    void repeatBest() {
        Study about = study();
        List<TrialRow> best = StudyPictures.ranked(about, moment.get().rows()).stream()
                .limit(BEST)
                .toList();
        Repeats again = new Repeats(about, best, REPEATED);
        Subject from = subject;
        repeats.start((listener, stopped) -> listener.found(
                again.run(
                        from::trials,
                        task -> workers.run("repeat", task),
                        about.parallel(),
                        done -> listener.found(List.of(), 0.99 * done / again.trainings()),
                        stopped),
                stopped.getAsBoolean() ? 0 : 1));
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
        return new Document.OfStudy(study(), search().found());
    }

    public boolean takes(Document document) {
        return document instanceof Document.OfStudy;
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
        cancelled.set(true);
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
        cancelled.set(true);
        order++;
        run = null;
        int last = study.space().dimensions() - 1;
        axisX.set(Math.min(axisX.get(), last));
        axisY.set(axisX.get() == Math.min(Math.max(1, axisY.get()), last) ? last : Math.min(axisY.get(), last));
        brushes.set(Map.of());
        race.about(study);
        repeats.about(study);
        List<Found> found = known.of(study);
        boolean playing = playback.playing().get();
        playback.playing().set(false);
        show(Search.none(study, found), true);
        playback.length().set(planned(study));
        if (!found.isEmpty()) {
            start(0);
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

    private void playOrPause(boolean playing) {
        if (!playing) {
            cancelled.set(true);
        } else if (search().state() == Search.State.DONE || isOutOfTime(search())) {
            playback.playing().set(false);
        } else {
            playback.seek(playback.done().get());
            start(Integer.MAX_VALUE / 2);
        }
    }

    private boolean isOutOfTime(Search search) {
        return seconds.get() > 0 && search.seconds() >= seconds.get();
    }

    /** @param most so many new results; 0 for what is known alone */
    private void start(int most) {
        Search before = search();
        if (before.isRunning() || before.state() == Search.State.DONE) {
            return;
        }
        long own = order;
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        Study study = before.study();
        SearchRun current = run == null
                ? new SearchRun(
                        study,
                        before.found(),
                        new Pace(playback::unitsPerSecond),
                        search -> news.offer(new News(own, search)))
                : run;
        run = current;
        Subject from = subject;
        double secondsLeft = seconds.get() <= 0 ? Double.POSITIVE_INFINITY : seconds.get() - before.seconds();
        long begun = System.nanoTime();
        show(before.in(Search.State.RUNNING), false);
        workers.run("search", () -> {
            try {
                Trials trials = most == 0 ? null : from.trials(study);
                current.go(
                        trials,
                        task -> workers.run("trial", task),
                        most,
                        () -> stop.get() || (System.nanoTime() - begun) / NANOS >= secondsLeft);
            } catch (Refusal refusal) {
                window.execute(() -> fail(own, refusal));
            }
        });
    }

    private void fail(long own, Refusal refusal) {
        if (own == order) {
            playback.playing().set(false);
            run = null;
            show(search().in(Search.State.READY), false);
            refused.accept(refusal);
        }
    }

    private void take(News heard) {
        if (heard.order() != order) {
            return;
        }
        show(heard.search(), false);
        known.remember(heard.search());
        if (heard.search().isRunning()) {
            return;
        }
        if (playback.playing().get() && heard.search().state() == Search.State.READY && !isOutOfTime(heard.search())) {
            start(Integer.MAX_VALUE / 2);
        } else {
            playback.playing().set(false);
        }
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
        map();
    }

    private void look() {
        moment.set(Moment.of(search(), playback.position().get()));
        map();
    }

    private void map() {
        Moment now = moment.get();
        Maps.Order wanted = new Maps.Order(now.study(), now.over(), now.outlook(), axisX.get(), axisY.get());
        Maps.Order last = mapped;
        boolean modelComesNext = now.search().isRunning()
                && now.study().method() instanceof Method.Bayesian bayesian
                && wanted.rows().size() >= bayesian.initial()
                && wanted.own().isEmpty();
        if (modelComesNext) {
            return;
        }
        if (last == null || !last.equals(wanted)) {
            mapped = wanted;
            mapWork.order(wanted, Maps.Order::isShort);
        }
    }

    private void takeMaps(Maps made) {
        maps.set(made);
    }
}
