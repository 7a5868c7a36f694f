package hyperlab.tune;

import hyperlab.data.DataSettings;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares several searches for the same thing, by different methods or in different spaces, with the same seeds and
 * the same budget. The budget is counted in full trials: the epochs of all trials together, divided by the epochs of
 * one trial that is not stopped early.
 *
 * @param study the study whose number of trials is the budget, and from whose seed the seeds count up
 * @param searches the searches to compare, 1 … {@value #MAX_SEARCHES}; their budgets and seeds are ignored
 * @param seeds number of seeds for each search, 1 … {@value #MAX_SEEDS}
 */
public record MethodComparison(TuningStudy study, List<TuningStudy> searches, int seeds) {
    public static final int MAX_SEEDS = 50;
    public static final int MAX_METHODS = 5;
    /** All methods, and a saved study. */
    public static final int MAX_SEARCHES = MAX_METHODS + 1;

    public MethodComparison {
        searches = List.copyOf(searches);
        Checks.wholeWithin("searches", searches.size(), 1, MAX_SEARCHES);
        Checks.wholeWithin("seeds", seeds, 1, MAX_SEEDS);
        searches.forEach(search -> requireComparable(study, search));
    }

    /** Compares methods on one study. */
    public static MethodComparison ofMethods(TuningStudy study, List<SearchMethod> methods, int seeds) {
        return new MethodComparison(
                study, methods.stream().map(study::withMethod).toList(), seeds);
    }

    /**
     * Rejects a search whose values or costs mean something else than those of a study.
     *
     * @throws InvalidInputException if it has other data, another function, another objective or other epochs
     */
    public static void requireComparable(TuningStudy study, TuningStudy search) {
        boolean sameSubject = Objects.equals(study.function(), search.function())
                && Objects.equals(data(study), data(search))
                && study.epochs() == search.epochs();
        if (!sameSubject || study.objective() != search.objective()) {
            throw new InvalidInputException("study", Rule.COMPARABLE_STUDY);
        }
    }

    private static @Nullable DataSettings data(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment == null ? null : experiment.data();
    }

    /**
     * The best value over the course of one search.
     *
     * @param best entry k is the best value after the budget of k + 1 full trials is spent; NaN if there is none yet
     */
    public record BestSoFarCurve(double[] best) {
        /** Returns the course of finished trials, given in the order in which they began. */
        public static BestSoFarCurve of(TuningStudy study, List<TrialRecord> rows) {
            BestSoFarTracker tracker = new BestSoFarTracker(study, study.trials());
            rows.forEach(tracker::record);
            return new BestSoFarCurve(tracker.best());
        }
    }

    /** One search with one of its seeds. */
    public TuningStudy study(int search, int seed) {
        TuningStudy seededStudy = searches.get(search).withSeed(study.seed() + seed);
        return StudyBudget.withinBudget(seededStudy, study.trials());
    }

    /**
     * Runs one search with one of its seeds to the end, or until canceled.
     *
     * @param trials creates the trials of a study
     * @return the course of the search; NaN from the point where it was canceled
     */
    public BestSoFarCurve run(
            int search,
            int seed,
            Function<TuningStudy, TrialFactory> trials,
            Executor executor,
            BooleanSupplier cancelled) {
        TuningStudy seededStudy = study(search, seed);
        BestSoFarTracker tracker = new BestSoFarTracker(seededStudy, study.trials());
        StudyListener listener = new StudyListener() {
            @Override
            public void trialChanged(TrialRecord row) {
                tracker.record(row);
            }
        };
        boolean completed = new TuningRun(seededStudy, trials.apply(seededStudy), Journal.NONE, listener)
                .run(executor, 1, cancelled);
        return new BestSoFarCurve(completed ? tracker.best() : tracker.bestSoFar());
    }

    /**
     * Counts for each method how often it was strictly better than all others after {@code spent} full trials. Ties
     * count for none.
     */
    public static int[] countWins(List<List<BestSoFarCurve>> curves, int spent, boolean largerIsBetter) {
        int[] wins = new int[curves.size()];
        int seeds = curves.stream().mapToInt(List::size).min().orElse(0);
        for (int seed = 0; seed < seeds; seed++) {
            int at = seed;
            double[] values = curves.stream()
                    .mapToDouble(each -> each.get(at).best()[spent - 1])
                    .map(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : largerIsBetter ? -value : value)
                    .toArray();
            double lowestCost = Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
            if (Arrays.stream(values).filter(value -> value == lowestCost).count() == 1) {
                for (int methodIndex = 0; methodIndex < values.length; methodIndex++) {
                    wins[methodIndex] += values[methodIndex] == lowestCost ? 1 : 0;
                }
            }
        }
        return wins;
    }

    /** Tracks a study and records its best value as a function of the spent budget. */
    private static final class BestSoFarTracker {
        private final TuningStudy study;
        private final double[] best;
        private final List<Integer> epochs = new ArrayList<>();
        private double lowest = Double.NaN;
        private long spent;

        BestSoFarTracker(TuningStudy study, int budget) {
            this.study = study;
            this.best = new double[budget];
            Arrays.fill(best, Double.NaN);
        }

        void record(TrialRecord row) {
            if (row.state() == TrialRecord.TrialStatus.RUNNING) {
                return;
            }
            while (epochs.size() <= row.trial()) {
                epochs.add(0);
            }
            spent += row.epochs() - epochs.set(row.trial(), row.epochs());
            if (row.state() == TrialRecord.TrialStatus.COMPLETED && Double.isFinite(row.value())) {
                boolean better = study.objective().isLargerBetter() ? row.value() > lowest : row.value() < lowest;
                lowest = better || Double.isNaN(lowest) ? row.value() : lowest;
            }
            int fullTrials = (int) Math.min(best.length, (spent + study.epochs() - 1) / study.epochs());
            if (fullTrials > 0) {
                best[fullTrials - 1] = lowest;
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
