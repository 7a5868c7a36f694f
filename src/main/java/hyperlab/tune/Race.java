package hyperlab.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Several methods at one study, each under the same seeds and with the same budget, which is counted in whole trials: the
 * epochs of all trials together, divided by those of one that is not stopped early.
 *
 * @param study what is searched; its trials are the budget, its method does not matter
 * @param methods two to five that race
 * @param seeds how many seeds each has, from the study's on, 1 … {@value #MOST_SEEDS}
 */
public record Race(Study study, List<Method> methods, int seeds) {
    public static final int MOST_SEEDS = 50;
    public static final int MOST_METHODS = 5;

    public Race {
        methods = List.copyOf(methods);
        hyperlab.rule.Rules.wholeWithin("methods", methods.size(), 1, MOST_METHODS);
        hyperlab.rule.Rules.wholeWithin("seeds", seeds, 1, MOST_SEEDS);
    }

    /**
     * The best so far of one search.
     *
     * @param best entry k is the best value once k + 1 whole trials' worth is spent; NaN while there is none
     */
    public record Course(double[] best) {
        /** That of trials which are over, in the order in which they began. */
        public static Course of(Study study, List<TrialRow> rows) {
            Tracker tracker = new Tracker(study, study.trials());
            rows.forEach(tracker::take);
            return new Course(tracker.best());
        }
    }

    /** The study of one racer under one of its seeds. */
    public Study study(int method, int seed) {
        Study own = study.withMethod(methods.get(method)).withSeed(study.seed() + seed);
        return StudyPlan.within(own, study.trials());
    }

    /**
     * Runs one racer under one of its seeds to the end, or until cancelled.
     *
     * @param trials makes the trials of a study
     * @return its course; with NaN from where it was cancelled on
     */
    public Course run(
            int method, int seed, Function<Study, Trials> trials, Executor executor, BooleanSupplier cancelled) {
        Study own = study(method, seed);
        Tracker tracker = new Tracker(own, study.trials());
        StudyListener listener = new StudyListener() {
            @Override
            public void trialChanged(TrialRow row) {
                tracker.take(row);
            }
        };
        boolean over = new TuningRun(own, trials.apply(own), Journal.NONE, listener).run(executor, 1, cancelled);
        return new Course(over ? tracker.best() : tracker.bestSoFar());
    }

    /** How often each of some racers was strictly ahead of all others after {@code spent} whole trials; ties count for none. */
    public static int[] ahead(List<List<Course>> courses, int spent, boolean larger) {
        int[] ahead = new int[courses.size()];
        int seeds = courses.stream().mapToInt(List::size).min().orElse(0);
        for (int seed = 0; seed < seeds; seed++) {
            int at = seed;
            double[] values = courses.stream()
                    .mapToDouble(each -> each.get(at).best()[spent - 1])
                    .map(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : larger ? -value : value)
                    .toArray();
            double least = Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
            if (Arrays.stream(values).filter(value -> value == least).count() == 1) {
                for (int racer = 0; racer < values.length; racer++) {
                    ahead[racer] += values[racer] == least ? 1 : 0;
                }
            }
        }
        return ahead;
    }

    /** Follows a study and keeps its best so far by what it has spent. */
    private static final class Tracker {
        private final Study study;
        private final double[] best;
        private final List<Integer> epochs = new ArrayList<>();
        private double lowest = Double.NaN;
        private long spent;

        Tracker(Study study, int budget) {
            this.study = study;
            this.best = new double[budget];
            Arrays.fill(best, Double.NaN);
        }

        void take(TrialRow row) {
            if (row.state() == TrialRow.State.RUNNING) {
                return;
            }
            while (epochs.size() <= row.trial()) {
                epochs.add(0);
            }
            spent += row.epochs() - epochs.set(row.trial(), row.epochs());
            if (row.state() == TrialRow.State.COMPLETED && Double.isFinite(row.value())) {
                boolean better = study.objective().isLargerBetter() ? row.value() > lowest : row.value() < lowest;
                lowest = better || Double.isNaN(lowest) ? row.value() : lowest;
            }
            int whole = (int) Math.min(best.length, (spent + study.epochs() - 1) / study.epochs());
            if (whole > 0) {
                best[whole - 1] = lowest;
            }
        }

        /** Each entry as it was or, where nothing was told of it, as the one before; from the last on the last. */
        double[] best() {
            double[] filled = best.clone();
            for (int i = 1; i < filled.length; i++) {
                filled[i] = Double.isNaN(filled[i]) ? filled[i - 1] : filled[i];
            }
            return filled;
        }

        /** The same, but for what has not been spent yet. */
        double[] bestSoFar() {
            double[] filled = best();
            Arrays.fill(filled, (int) Math.min(filled.length, spent / study.epochs()), filled.length, Double.NaN);
            return filled;
        }
    }
}
