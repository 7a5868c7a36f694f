package hyperlab.tune;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search method, which chooses the trials; the {@code method} object of a study file. */
public sealed interface SearchMethod {
    /** All methods with their default settings, in the order used in files. */
    static List<SearchMethod> all() {
        return List.of(
                new Grid(null),
                new RandomSearch(),
                Bayesian.DEFAULT,
                Halving.DEFAULT,
                Hyperband.DEFAULT,
                new Manual(List.of()),
                new Recorded("", List.of()));
    }

    /**
     * The method with this name, with its default settings.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    static SearchMethod byName(String name) {
        return all().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /**
     * The name in files: {@code grid}, {@code random}, {@code bayesian}, {@code halving}, {@code hyperband},
     * {@code manual}, {@code recorded}.
     */
    String name();

    /** Whether the method stops trials early. Such a method needs an experiment with epochs. */
    default boolean stopsEarly() {
        return false;
    }

    /** Whether the method chooses the points itself, in whatever space is searched. */
    default boolean choosesPoints() {
        return true;
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each method.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Grid grid);

        R visit(RandomSearch random);

        R visit(Bayesian bayesian);

        R visit(Halving halving);

        R visit(Hyperband hyperband);

        R visit(Manual manual);

        R visit(Recorded recorded);
    }

    /**
     * Every combination of evenly spaced values; the last axis varies fastest.
     *
     * @param pointsPerAxis 2 … 1,000; null for the most that fit into the number of trials
     */
    record Grid(@Nullable Integer pointsPerAxis) implements SearchMethod {
        public static final int MAX_POINTS = 1_000;

        public Grid {
            if (pointsPerAxis != null) {
                Checks.wholeWithin("pointsPerAxis", pointsPerAxis, 2, MAX_POINTS);
            }
        }

        @Override
        public String name() {
            return "grid";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Points drawn uniformly (Bergstra and Bengio 2012). */
    record RandomSearch() implements SearchMethod {
        @Override
        public String name() {
            return "random";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A Gaussian process with a Matérn 5/2 kernel, which proposes the point with the largest expected improvement
     * (Snoek, Larochelle and Adams 2012).
     *
     * @param initial number of random trials at the start, 2 … 1,000
     */
    record Bayesian(int initial) implements SearchMethod {
        public static final Bayesian DEFAULT = new Bayesian(8);

        public Bayesian {
            Checks.wholeWithin("initial", initial, 2, 1_000);
        }

        @Override
        public String name() {
            return "bayesian";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Successive halving (Jamieson and Talwalkar 2016): all trials begin, and at each rung the best 1/{@code reduction}
     * of them continue to {@code reduction} times as many epochs.
     *
     * @param reduction 2 … 10
     * @param minimumEpochs of the first rung, ≥ 1
     */
    record Halving(int reduction, int minimumEpochs) implements SearchMethod {
        public static final Halving DEFAULT = new Halving(3, 1);

        public Halving {
            checkRungs(reduction, minimumEpochs);
        }

        @Override
        public String name() {
            return "halving";
        }

        @Override
        public boolean stopsEarly() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Hyperband (Li et al. 2018, algorithm 1): brackets of successive halving, from many trials with few epochs to few
     * trials with all epochs. The brackets run one after another and repeat until the requested number of trials has
     * started.
     *
     * @param reduction 2 … 10
     * @param minimumEpochs minimum epochs of a rung, ≥ 1
     */
    record Hyperband(int reduction, int minimumEpochs) implements SearchMethod {
        public static final Hyperband DEFAULT = new Hyperband(3, 1);

        public Hyperband {
            checkRungs(reduction, minimumEpochs);
        }

        @Override
        public String name() {
            return "hyperband";
        }

        @Override
        public boolean stopsEarly() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Manually chosen points, in their order.
     *
     * @param points each with a text value for every key of the space
     */
    record Manual(List<Map<String, String>> points) implements SearchMethod {
        public Manual {
            points = points.stream()
                    .map(point -> Collections.unmodifiableMap(new LinkedHashMap<>(point)))
                    .toList();
        }

        /** A copy with one more point. */
        public Manual withPoint(Map<String, String> point) {
            List<Map<String, String>> extended = new ArrayList<>(points);
            extended.add(point);
            return new Manual(extended);
        }

        @Override
        public String name() {
            return "manual";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public boolean choosesPoints() {
            return false;
        }
    }

    /**
     * Trials that ran in another program, as they ended there. None of them is run again.
     *
     * @param source the program and its method, such as {@code Optuna, TPESampler}
     * @param trials in ascending order of their numbers
     * @param omitted how many other trials ran, which are left out because there are too many for a document
     */
    record Recorded(String source, List<RecordedTrial> trials, int omitted) implements SearchMethod {
        /** All trials that ran. */
        public Recorded(String source, List<RecordedTrial> trials) {
            this(source, trials, 0);
        }

        public Recorded {
            trials = List.copyOf(trials);
            Checks.wholeWithin("omitted", omitted, 0, TuningStudy.MAX_TRIALS);
            for (int i = 1; i < trials.size(); i++) {
                if (trials.get(i).number() <= trials.get(i - 1).number()) {
                    throw new InvalidInputException(
                            "method.trials[" + i + "].trial",
                            Rule.AFTER_TRIAL,
                            trials.get(i - 1).number(),
                            trials.get(i).number());
                }
            }
        }

        /** How many curves have fewer points than the other program recorded. */
        public long thinnedCurves() {
            return trials.stream().filter(trial -> trial.curve().isThinned()).count();
        }

        /**
         * A trial.
         *
         * @param number from 0
         * @param values a text value for every key of the space
         * @param curve what the trial reported while it ran
         */
        public record RecordedTrial(int number, Map<String, String> values, TrialCurve curve) {
            /** A trial that reported nothing while it ran. */
            public RecordedTrial(int number, Map<String, String> values) {
                this(number, values, TrialCurve.EMPTY);
            }

            public RecordedTrial {
                values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
                Checks.wholeWithin("trial", number, 0, TuningStudy.MAX_TRIALS - 1);
            }
        }

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public boolean choosesPoints() {
            return false;
        }
    }

    private static void checkRungs(int reduction, int minimumEpochs) {
        Checks.wholeWithin("reduction", reduction, 2, 10);
        Checks.atLeast("minimumEpochs", minimumEpochs, 1);
    }
}
