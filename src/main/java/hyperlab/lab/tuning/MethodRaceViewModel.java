package hyperlab.lab.tuning;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Parallel;
import hyperlab.train.Quantiles;
import hyperlab.tune.MethodComparison;
import hyperlab.tune.PairedComparison;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * A race of search methods on the current study: the methods, the number of seeds, and the standings. FX thread only.
 */
public final class MethodRaceViewModel {
    static final List<String> NAMES = List.of("random", "bayesian", "grid", "halving", "hyperband");
    static final int SEEDS = 5;
    static final int MIN_METHODS = 2;

    private final Map<String, BooleanProperty> chosen = new LinkedHashMap<>();
    private final DoubleProperty seeds = new SimpleDoubleProperty(this, "seeds", SEEDS);
    private final StudyRunner<FinishedSearch> run;
    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> errorHandler;
    private final ReadOnlyObjectWrapper<@Nullable SavedStudy> rival = new ReadOnlyObjectWrapper<>(this, "rival", null);
    private List<Racer> racers = List.of();
    private TuningStudy racedStudy;

    /** A study from a file, by the name of the file. */
    record SavedStudy(String name, TuningStudy study) {
        /**
         * Reads the study in a file.
         *
         * @param folder the folder that its relative paths will be relative to; null for the working directory
         * @throws InvalidInputException if the file has no study
         */
        static SavedStudy read(Path file, @Nullable Path folder) {
            if (!(Documents.read(file) instanceof Document.OfStudy saved)) {
                throw new InvalidInputException(file.toString(), Rule.NOT_A_STUDY);
            }
            Path own = file.toAbsolutePath().getParent();
            Path base = folder == null ? Path.of("") : folder;
            TuningStudy study =
                    own == null ? saved.study() : RelativePaths.rebased(saved.study(), own, base.toAbsolutePath());
            String name = String.valueOf(file.getFileName()).replaceFirst("(\\.hyperlab-study)?\\.json$", "");
            return new SavedStudy(name, study);
        }
    }

    /**
     * One of the searches that race.
     *
     * @param savedName the name of the file that has the study; null for a method on the current study
     */
    record Racer(@Nullable String savedName, TuningStudy study) {}

    /** One finished search of the race. */
    record FinishedSearch(int method, int seed, MethodComparison.BestSoFarCurve course) {}

    /**
     * The standing of one racer.
     *
     * @param seeds the number of finished searches
     * @param median the median best objective so far, by budget spent; NaN where not all values are finite
     * @param low the lower quartile
     * @param high the upper quartile
     * @param ahead the number of seeds, among those that all methods have finished, for which this method ends ahead of
     *     all others
     * @param againstFirst compared with the first racer: the best objectives at the end, seed by seed; null for the first
     *     racer itself
     */
    record MethodStanding(
            Racer racer,
            int seeds,
            double[] median,
            double[] low,
            double[] high,
            int ahead,
            @Nullable PairedComparison againstFirst) {}

    MethodRaceViewModel(
            TuningStudy first, TaskExecutor workers, Executor window, Consumer<InvalidInputException> errorHandler) {
        this.workers = workers;
        this.window = window;
        this.errorHandler = errorHandler;
        racedStudy = first;
        NAMES.forEach(name -> chosen.put(
                name, new SimpleBooleanProperty(this, name, name.equals("random") || name.equals("bayesian"))));
        run = new StudyRunner<>("race", workers, window);
    }

    // properties

    /** Whether a method is selected. */
    public BooleanProperty chosen(String name) {
        BooleanProperty property = chosen.get(name);
        if (property == null) {
            throw new IllegalArgumentException(name);
        }
        return property;
    }

    /** The number of seeds for each method. */
    public DoubleProperty seedsProperty() {
        return seeds;
    }

    /** The race's results so far. */
    ReadOnlyObjectProperty<StudyRunner.StudyStatus<FinishedSearch>> statusProperty() {
        return run.statusProperty();
    }

    /** The study of the current or latest race. */
    TuningStudy racedStudy() {
        return racedStudy;
    }

    boolean isRunning() {
        return run.statusProperty().get().isRunning();
    }

    /** Whether a method can search this study. Methods that stop trials early cannot search known functions. */
    static boolean canSearch(String name, TuningStudy study) {
        return study.function() == null || !TuningSettings.defaultMethod(name).stopsEarly();
    }

    /** The selected methods that can search a study. */
    List<SearchMethod> methods(TuningStudy study) {
        return NAMES.stream()
                .filter(name -> chosen(name).get() && canSearch(name, study))
                .map(name -> study.method().name().equals(name) ? study.method() : TuningSettings.defaultMethod(name))
                .toList();
    }

    /** The saved study that races too; null for none. */
    ReadOnlyObjectProperty<@Nullable SavedStudy> rivalProperty() {
        return rival.getReadOnlyProperty();
    }

    private List<Racer> racers(TuningStudy study) {
        List<Racer> all = new ArrayList<>();
        methods(study).forEach(method -> all.add(new Racer(null, study.withMethod(method))));
        SavedStudy saved = rival.get();
        if (saved != null) {
            all.add(new Racer(saved.name(), saved.study()));
        }
        return all;
    }

    // commands

    /**
     * Lets a saved study race against the methods on the current one; null lets it no longer race.
     *
     * @throws InvalidInputException if the two cannot be compared
     */
    void setRival(TuningStudy study, @Nullable SavedStudy saved) {
        if (saved != null) {
            if (saved.study().method() instanceof SearchMethod.Manual
                    || saved.study().method() instanceof SearchMethod.Recorded) {
                throw new InvalidInputException("study.method", Rule.RACE_WITHOUT_HAND);
            }
            MethodComparison.requireComparable(study, saved.study());
        }
        rival.set(saved);
    }

    /** Starts a new race. Reports an error if fewer than two methods are selected. */
    void start(TuningStudy study, TrialSource subject) {
        List<Racer> racing = racers(study);
        if (racing.size() < MIN_METHODS) {
            errorHandler.accept(new InvalidInputException("methods", Rule.RACE_SIZE, racing.size()));
            return;
        }
        racedStudy = study;
        racers = racing;
        MethodComparison race =
                new MethodComparison(study, racing.stream().map(Racer::study).toList(), (int) seeds.get());
        run.start((listener, cancelled) -> {
            List<FinishedSearch> searches = new ArrayList<>();
            int all = racing.size() * race.seeds();
            try {
                subject.trials(study);
                Parallel.runAll(
                        all,
                        study.parallel(),
                        task -> workers.run("racer", task),
                        taskIndex -> {
                            int method = taskIndex % racing.size();
                            int seed = taskIndex / racing.size();
                            MethodComparison.BestSoFarCurve course =
                                    race.run(method, seed, subject::trials, Runnable::run, cancelled);
                            synchronized (searches) {
                                if (!cancelled.getAsBoolean()) {
                                    searches.add(new FinishedSearch(method, seed, course));
                                    listener.resultsChanged(List.copyOf(searches), searches.size() / (double) all);
                                }
                            }
                        },
                        cancelled);
            } catch (InvalidInputException error) {
                window.execute(() -> errorHandler.accept(error));
            }
        });
    }

    void stop() {
        run.stop();
    }

    /**
     * Clears the race if the study has changed in anything other than its method. A saved study that cannot be compared
     * with the new one no longer races.
     */
    void setStudy(TuningStudy study) {
        run.setSubject(study.withMethod(new SearchMethod.RandomSearch()));
        SavedStudy saved = rival.get();
        if (saved != null) {
            try {
                MethodComparison.requireComparable(study, saved.study());
            } catch (InvalidInputException other) {
                rival.set(null);
            }
        }
    }

    /** The standing of each racer, in their order. */
    List<MethodStanding> standings() {
        List<FinishedSearch> searches = run.statusProperty().get().results();
        List<List<MethodComparison.BestSoFarCurve>> complete = new ArrayList<>();
        int commonSeeds = IntStream.range(0, racers.size())
                .map(method -> (int)
                        searches.stream().filter(lap -> lap.method() == method).count())
                .min()
                .orElse(0);
        for (int method = 0; method < racers.size(); method++) {
            complete.add(coursesOf(searches, method));
        }
        int budget = racedStudy.trials();
        List<List<MethodComparison.BestSoFarCurve>> commonCourses = complete.stream()
                .map(courses -> courses.subList(0, Math.min(commonSeeds, courses.size())))
                .toList();
        int[] ahead = commonSeeds == 0
                ? new int[racers.size()]
                : MethodComparison.countWins(
                        commonCourses, budget, racedStudy.objective().isLargerBetter());
        List<MethodStanding> standings = new ArrayList<>();
        for (int method = 0; method < racers.size(); method++) {
            standings.add(standing(
                    racers.get(method),
                    complete.get(method),
                    budget,
                    ahead[method],
                    method == 0 ? null : compare(commonCourses.get(0), commonCourses.get(method))));
        }
        return standings;
    }

    private PairedComparison compare(
            List<MethodComparison.BestSoFarCurve> first, List<MethodComparison.BestSoFarCurve> second) {
        return PairedComparison.of(
                lastBest(first), lastBest(second), racedStudy.objective().isLargerBetter());
    }

    private static double[] lastBest(List<MethodComparison.BestSoFarCurve> courses) {
        return courses.stream()
                .mapToDouble(course -> RaceText.last(course.best()))
                .toArray();
    }

    /** The finished searches of a method, sorted by seed. */
    private static List<MethodComparison.BestSoFarCurve> coursesOf(List<FinishedSearch> searches, int method) {
        return searches.stream()
                .filter(lap -> lap.method() == method)
                .sorted(java.util.Comparator.comparingInt(FinishedSearch::seed))
                .map(FinishedSearch::course)
                .toList();
    }

    private static MethodStanding standing(
            Racer racer,
            List<MethodComparison.BestSoFarCurve> courses,
            int budget,
            int ahead,
            @Nullable PairedComparison againstFirst) {
        double[] median = new double[budget];
        double[] low = new double[budget];
        double[] high = new double[budget];
        Arrays.fill(median, Double.NaN);
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        for (int spent = 0; spent < budget && !courses.isEmpty(); spent++) {
            int at = spent;
            double[] values =
                    courses.stream().mapToDouble(course -> course.best()[at]).toArray();
            if (Arrays.stream(values).allMatch(Double::isFinite)) {
                Quantiles spread = Quantiles.of(values);
                median[spent] = spread.median();
                low[spent] = spread.lower();
                high[spent] = spread.upper();
            }
        }
        return new MethodStanding(racer, courses.size(), median, low, high, ahead, againstFirst);
    }

    /** The best objective so far of the user's own trials, by budget spent. */
    double[] userBest(List<TrialRecord> rows) {
        return MethodComparison.BestSoFarCurve.of(racedStudy, rows).best();
    }
}
