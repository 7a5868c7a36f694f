package hyperlab.app.cases;

import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.Runner;
import hyperlab.cases.Baseline;
import hyperlab.cases.Case;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Measure;
import hyperlab.cases.Score;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.Partitions;
import hyperlab.file.Document;
import hyperlab.file.Settings;
import hyperlab.file.StudiedCase;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.Found;
import hyperlab.tune.NetworkTrials;
import hyperlab.tune.Notes;
import hyperlab.tune.Study;
import hyperlab.tune.StudyListener;
import hyperlab.tune.StudyRun;
import hyperlab.tune.TrialRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A table of one's own on its way to a case: looked through, its guesses corrected, a baseline trained, a study run, and
 * the two compared on rows that neither saw. Each step works on a worker and can be stopped; a step that fails says why
 * in one line and leaves what was there.
 */
public final class OwnData {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int FEW_ROWS = 1000;
    private static final int FOLDS = 5;

    private final Runner workers;
    private final Executor window;
    private final Consumer<Refusal> refused;
    private final BiConsumer<Case, @Nullable Path> made;
    private final ReadOnlyObjectWrapper<OwnState> state = new ReadOnlyObjectWrapper<>(this, "state", OwnState.NONE);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
    private final ReadOnlyObjectWrapper<@Nullable CsvPreview> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", null);
    private final ReadOnlyObjectWrapper<@Nullable CsvGuess> guess = new ReadOnlyObjectWrapper<>(this, "guess", null);
    private final ReadOnlyObjectWrapper<Trained> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", Trained.NOTHING);
    private final ReadOnlyObjectWrapper<List<TrialRow>> trials = new ReadOnlyObjectWrapper<>(this, "trials", List.of());
    private final Latest<Runnable> news;
    private AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable Path file;

    /**
     * What is known of the baseline.
     *
     * @param experiment null before it was made
     * @param rows how many rows are used
     * @param dropped how many were left out
     * @param values its scores on the rows held out, one a seed so far
     */
    public record Trained(
            @Nullable Experiment experiment, Measure measure, int rows, int dropped, List<Double> values) {
        static final Trained NOTHING = new Trained(null, Measure.ACCURACY, 0, 0, List.of());

        public Trained {
            values = List.copyOf(values);
        }
    }

    /** @param made is given a case that is done, and where its paths start */
    OwnData(Runner workers, Executor window, Consumer<Refusal> refused, BiConsumer<Case, @Nullable Path> made) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        this.made = made;
        news = new Latest<>(window, Runnable::run);
    }

    // properties

    public ReadOnlyObjectProperty<OwnState> state() {
        return state.getReadOnlyProperty();
    }

    /** How much of the step under way is done, 0 … 1. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** The file at a glance; null before one was read. */
    public ReadOnlyObjectProperty<@Nullable CsvPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** How it is used: the guess as it was corrected, with its reasons. */
    public ReadOnlyObjectProperty<@Nullable CsvGuess> guess() {
        return guess.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Trained> trained() {
        return trained.getReadOnlyProperty();
    }

    /** The trials of the study so far. */
    public ReadOnlyObjectProperty<List<TrialRow>> trials() {
        return trials.getReadOnlyProperty();
    }

    /** Where the file lies; null for the working directory or no file. */
    public @Nullable Path folder() {
        return file == null ? null : file.toAbsolutePath().getParent();
    }

    boolean isWorking() {
        return switch (state.get()) {
            case READING, TRAINING, TUNING, COMPARING -> true;
            case NONE, PREVIEWED, TRAINED -> false;
        };
    }

    // commands

    /** Looks a file through; one that is refused leaves what was there. */
    public void read(Path newFile) {
        work(OwnState.READING, "table", stop -> {
            CsvPreview read = CsvPreview.read(newFile);
            CsvGuess first = CsvGuess.of(read);
            return () -> {
                file = newFile;
                preview.set(read);
                guess.set(first);
                forget();
                state.set(OwnState.PREVIEWED);
            };
        });
    }

    /** Predicts another column, with the rest guessed anew; refused where it cannot be predicted. */
    public void target(String column) {
        CsvPreview now = preview.get();
        CsvGuess before = guess.get();
        if (now == null || before == null || before.plan().target().equals(column)) {
            return;
        }
        try {
            guess.set(CsvGuess.of(now, column));
            forget();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    /** Uses the file otherwise. */
    public void correct(CsvPlan plan) {
        CsvPreview now = preview.get();
        CsvGuess before = guess.get();
        if (now == null || before == null || before.plan().equals(plan)) {
            return;
        }
        guess.set(before.measured(now, plan));
        forget();
    }

    /** What was trained is out of date. */
    private void forget() {
        stopped.set(true);
        trained.set(Trained.NOTHING);
        trials.set(List.of());
        state.set(OwnState.PREVIEWED);
    }

    /** Trains the baseline under so many seeds. */
    public void train(int seeds) {
        CsvGuess now = guess.get();
        Path path = file;
        if (now == null || path == null) {
            return;
        }
        Path folder = folder();
        trained.set(Trained.NOTHING);
        trials.set(List.of());
        work(OwnState.TRAINING, "baseline", stop -> {
            DataSettings settings = settings(path, now.plan());
            DataSet data = Partitions.load(settings, 1, folder);
            Experiment made = Baseline.of(settings, data);
            Experiment baseline =
                    made.withData(made.data().withStandardize(now.plan().standardize()));
            Measure measure = Measure.of(data.task());
            tell(stop, () -> trained.set(new Trained(baseline, measure, data.samples(), data.dropped(), List.of())));
            SeedRuns runs = new SeedRuns(
                    List.of(baseline),
                    seeds,
                    measure,
                    one -> new TrainingRun(one, Partitions.part(data, one.data(), one.seed()), null),
                    THREADS,
                    task -> workers.run("baseline", task));
            List<SeedRuns.Result> all = new ArrayList<>();
            runs.run(
                    (results, done) -> {
                        List<SeedRuns.Result> copy = List.copyOf(results);
                        synchronized (all) {
                            all.clear();
                            all.addAll(copy);
                        }
                        news.offer(() -> {
                            if (!stop.getAsBoolean()) {
                                share.set(done);
                                trained.set(
                                        new Trained(baseline, measure, data.samples(), data.dropped(), values(copy)));
                            }
                        });
                    },
                    stop);
            List<Double> values = values(all);
            return () -> {
                trained.set(new Trained(baseline, measure, data.samples(), data.dropped(), values));
                state.set(values.isEmpty() ? OwnState.PREVIEWED : OwnState.TRAINED);
            };
        });
    }

    private static List<Double> values(List<SeedRuns.Result> results) {
        List<Double> values = new ArrayList<>();
        for (double value : SeedRuns.values(results, 0, 1)) {
            values.add(value);
        }
        return values;
    }

    private static DataSettings settings(Path path, CsvPlan plan) {
        return DataSettings.DEFAULT
                .withCsv(plan.settings(String.valueOf(path.getFileName())))
                .withStandardize(plan.standardize());
    }

    /** Runs the usual study from the baseline, then both under so many seeds; the case is handed over when it is done. */
    public void tune(int seeds) {
        Experiment baseline = trained.get().experiment();
        Path path = file;
        if (baseline == null || path == null) {
            return;
        }
        Path folder = folder();
        Trained before = trained.get();
        trials.set(List.of());
        work(OwnState.TUNING, "study", stop -> {
            DataSet data = Partitions.load(baseline.data(), baseline.seed(), folder);
            Study study = Baseline.study(baseline, data);
            Notes notes = new Notes(List.of());
            NetworkTrials networks = new NetworkTrials(study, OwnData::with, folder);
            networks.refuseUnfit();
            StudyRun run = new StudyRun(study, networks, notes, listener(study, stop));
            boolean over = run.run(task -> workers.run("trial", task), Math.min(THREADS, study.parallel()), stop);
            if (!over) {
                return () -> state.set(OwnState.TRAINED);
            }
            TrialRow best = run.best()
                    .orElseThrow(() -> new Refusal("study", "must have a trial that is completed, all failed"));
            int folds = data.samples() <= FEW_ROWS ? FOLDS : 0;
            Case made = StudiedCase.of(
                    name(path), new Document.OfStudy(study, notes.found()), best, seeds, folds, before.measure());
            return () -> compare(made, data, run.rows(), notes.found());
        });
    }

    private static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    private static Experiment with(Experiment experiment, Map<String, String> values) {
        return Settings.with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    private StudyListener listener(Study study, BooleanSupplier stop) {
        TreeMap<Integer, TrialRow> rows = new TreeMap<>();
        return new StudyListener() {
            @Override
            public synchronized void trialChanged(TrialRow row) {
                rows.put(row.trial(), row);
                List<TrialRow> now = List.copyOf(rows.values());
                long over = now.stream()
                        .filter(one -> one.state() != TrialRow.State.RUNNING && one.state() != TrialRow.State.WAITING)
                        .count();
                news.offer(() -> {
                    if (!stop.getAsBoolean()) {
                        trials.set(now);
                        share.set((double) over / study.trials());
                    }
                });
            }
        };
    }

    private void compare(Case one, DataSet data, List<TrialRow> rows, List<Found> found) {
        trials.set(rows);
        Objects.requireNonNull(found);
        work(OwnState.COMPARING, "compare", stop -> {
            CaseRun run = new CaseRun(
                    one.plan(),
                    one.measure(),
                    each -> new TrainingRun(each, Partitions.part(data, each.data(), each.seed()), null),
                    THREADS,
                    task -> workers.run("compare", task));
            List<Score> all = new ArrayList<>();
            run.run(
                    (scores, done) -> {
                        synchronized (all) {
                            all.clear();
                            all.addAll(scores);
                        }
                        news.offer(() -> {
                            if (!stop.getAsBoolean()) {
                                share.set(done);
                            }
                        });
                    },
                    stop);
            if (stop.getAsBoolean()) {
                return () -> state.set(OwnState.TRAINED);
            }
            Case recorded = one.withRecorded(CaseScores.of(all));
            return () -> {
                state.set(OwnState.TRAINED);
                made.accept(recorded, folder());
            };
        });
    }

    /** Stops the step under way; what it has found so far stays where it is of use. */
    public void stop() {
        if (!isWorking()) {
            return;
        }
        OwnState before = state.get();
        stopped.set(true);
        share.set(0);
        state.set(
                before == OwnState.READING
                        ? preview.get() == null ? OwnState.NONE : OwnState.PREVIEWED
                        : before == OwnState.TRAINING ? OwnState.PREVIEWED : OwnState.TRAINED);
    }

    /** One step on a worker: gives what the window does with what was found. */
    private interface Step {
        Runnable carryOut(BooleanSupplier stop);
    }

    private void work(OwnState during, String name, Step step) {
        stopped.set(true);
        AtomicBoolean own = new AtomicBoolean();
        stopped = own;
        OwnState before = state.get();
        share.set(0);
        state.set(during);
        workers.run(name, () -> {
            Runnable end;
            try {
                end = step.carryOut(own::get);
            } catch (Refusal refusal) {
                end = () -> {
                    state.set(before == OwnState.COMPARING || before == OwnState.TUNING ? OwnState.TRAINED : before);
                    refused.accept(refusal);
                };
            }
            Runnable last = end;
            window.execute(() -> {
                if (!own.get()) {
                    share.set(0);
                    last.run();
                }
            });
        });
    }

    private void tell(BooleanSupplier stop, Runnable change) {
        window.execute(() -> {
            if (!stop.getAsBoolean()) {
                change.run();
            }
        });
    }
}
