package hyperlab.lab.tuning;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Parallel;
import hyperlab.train.Quantiles;
import hyperlab.tune.MethodComparison;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
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
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

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
    private List<SearchMethod> methods = List.of();
    private TuningStudy racedStudy;

    /** One finished search of the race. */
    record FinishedSearch(int method, int seed, MethodComparison.BestSoFarCurve course) {}

    /**
     * The standing of one method.
     *
     * @param seeds the number of finished searches
     * @param median the median best objective so far, by budget spent; NaN where not all values are finite
     * @param low the lower quartile
     * @param high the upper quartile
     * @param ahead the number of seeds, among those that all methods have finished, for which this method ends ahead of
     *     all others
     */
    record MethodStanding(SearchMethod method, int seeds, double[] median, double[] low, double[] high, int ahead) {}

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

    // commands

    /** Starts a new race. Reports an error if fewer than two methods are selected. */
    void start(TuningStudy study, TrialSource subject) {
        List<SearchMethod> racing = methods(study);
        if (racing.size() < MIN_METHODS) {
            errorHandler.accept(new InvalidInputException("methods", Rule.RACE_SIZE, racing.size()));
            return;
        }
        racedStudy = study;
        methods = racing;
        MethodComparison race = new MethodComparison(study, racing, (int) seeds.get());
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

    /** Clears the race if the study has changed in anything other than its method. */
    void setStudy(TuningStudy study) {
        run.setSubject(study.withMethod(new SearchMethod.RandomSearch()));
    }

    /** The standing of each method, in the order of the selected methods. */
    List<MethodStanding> standings() {
        List<FinishedSearch> searches = run.statusProperty().get().results();
        List<List<MethodComparison.BestSoFarCurve>> complete = new ArrayList<>();
        int commonSeeds = IntStream.range(0, methods.size())
                .map(method -> (int)
                        searches.stream().filter(lap -> lap.method() == method).count())
                .min()
                .orElse(0);
        for (int method = 0; method < methods.size(); method++) {
            complete.add(coursesOf(searches, method));
        }
        int budget = racedStudy.trials();
        List<List<MethodComparison.BestSoFarCurve>> commonCourses = complete.stream()
                .map(courses -> courses.subList(0, Math.min(commonSeeds, courses.size())))
                .toList();
        int[] ahead = commonSeeds == 0
                ? new int[methods.size()]
                : MethodComparison.countWins(
                        commonCourses, budget, racedStudy.objective().isLargerBetter());
        List<MethodStanding> standings = new ArrayList<>();
        for (int method = 0; method < methods.size(); method++) {
            standings.add(standing(methods.get(method), complete.get(method), budget, ahead[method]));
        }
        return standings;
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
            SearchMethod method, List<MethodComparison.BestSoFarCurve> courses, int budget, int ahead) {
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
        return new MethodStanding(method, courses.size(), median, low, high, ahead);
    }

    /** The best objective so far of the user's own trials, by budget spent. */
    double[] userBest(List<TrialRecord> rows) {
        return MethodComparison.BestSoFarCurve.of(racedStudy, rows).best();
    }
}
