package hyperlab.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Compares several search methods on one study with the same seeds and the same budget. The budget is counted in full
 * trials: the epochs of all trials together, divided by the epochs of one trial that is not stopped early.
 *
 * @param study the study; its number of trials is the budget, and its method is ignored
 * @param methods the methods to compare, 1 … {@value #MOST_METHODS}
 * @param seeds number of seeds for each method, counted up from the study's seed, 1 … {@value #MOST_SEEDS}
 */
public record Race(Study study, List<Method> methods, int seeds) {
    public static final int MOST_SEEDS = 50;
    public static final int MOST_METHODS = 5;

    public Race {
        methods = List.copyOf(methods);
        hyperlab.rule.Checks.wholeWithin("methods", methods.size(), 1, MOST_METHODS);
        hyperlab.rule.Checks.wholeWithin("seeds", seeds, 1, MOST_SEEDS);
    }

    /**
     * The best value over the course of one search.
     *
     * @param best entry k is the best value after the budget of k + 1 full trials is spent; NaN if there is none yet
     */
    public record Course(double[] best) {
        /** Returns the course of finished trials, given in the order in which they began. */
        public static Course of(Study study, List<TrialRow> rows) {
            Tracker tracker = new Tracker(study, study.trials());
            rows.forEach(tracker::take);
            return new Course(tracker.best());
        }
    }

    /** The study of one method with one of its seeds. */
    public Study study(int method, int seed) {
        Study own = study.withMethod(methods.get(method)).withSeed(study.seed() + seed);
        return StudyPlan.within(own, study.trials());
    }

    /**
     * Runs one method with one of its seeds to the end, or until cancelled.
     *
     * @param trials creates the trials of a study
     * @return the course of the search; NaN from the point where it was cancelled
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

    /**
     * Counts for each method how often it was strictly better than all others after {@code spent} full trials. Ties
     * count for none.
     */
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

    /** Tracks a study and records its best value as a function of the spent budget. */
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

        /**
         * Fills entries without a value from the entry before; after the last recorded entry, the last value is
         * repeated.
         */
        double[] best() {
            double[] filled = best.clone();
            for (int i = 1; i < filled.length; i++) {
                filled[i] = Double.isNaN(filled[i]) ? filled[i - 1] : filled[i];
            }
            return filled;
        }

        /** The same, with NaN for the budget that is not spent yet. */
        double[] bestSoFar() {
            double[] filled = best();
            Arrays.fill(filled, (int) Math.min(filled.length, spent / study.epochs()), filled.length, Double.NaN);
            return filled;
        }
    }
}
