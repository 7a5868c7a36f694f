package hyperlab.tune;

import hyperlab.rule.Checks;
import hyperlab.train.Parallel;
import hyperlab.train.FiveNumberSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the best trials of a study, each with several seeds that no trial of the study used, to check whether their
 * ranking was luck.
 *
 * @param study the finished study
 * @param best the trials to repeat, best first
 * @param seeds number of seeds per trial, 2 … {@value #MOST_SEEDS}
 */
public record Repeats(Study study, List<TrialRow> best, int seeds) {
    public static final int MOST_SEEDS = 100;

    public Repeats {
        best = List.copyOf(best);
        Checks.wholeWithin("seeds", seeds, 2, MOST_SEEDS);
    }

    /**
     * One trial with several seeds.
     *
     * @param row its result in the study
     * @param values of the objective, one per seed; NaN if the run diverged or failed
     */
    public record Repeated(TrialRow row, double[] values) {
        public FiveNumberSummary spread() {
            return FiveNumberSummary.of(values);
        }
    }

    /** The total number of training runs. */
    public int trainings() {
        return best.size() * seeds;
    }

    /**
     * Runs all of them on the calling thread and {@code parallel − 1} tasks of {@code executor}.
     *
     * @param trials creates the trials of a study
     * @param listener receives the number of finished training runs, one call at a time
     * @return one entry per trial; empty if cancelled
     */
    public List<Repeated> run(
            java.util.function.Function<Study, Trials> trials,
            Executor executor,
            int parallel,
            Consumer<Integer> listener,
            BooleanSupplier cancelled) {
        // Use seeds beyond those of all trials of the study.
        Study apart = study.withSeed(study.seed() + study.trials());
        Trials again = trials.apply(apart);
        Map<Integer, Double> values = new ConcurrentHashMap<>();
        Parallel.runAll(
                trainings(),
                parallel,
                executor,
                at -> {
                    TrialRow row = best.get(at / seeds);
                    @Nullable Result result = result(again, at % seeds, row, cancelled);
                    if (result != null) {
                        synchronized (values) {
                            values.put(at, result.counts() ? result.value() : Double.NaN);
                            listener.accept(values.size());
                        }
                    }
                },
                cancelled);
        if (values.size() < trainings()) {
            return List.of();
        }
        Map<Integer, Double> all = new HashMap<>(values);
        List<Repeated> repeated = new ArrayList<>();
        for (int place = 0; place < best.size(); place++) {
            double[] own = new double[seeds];
            int first = place * seeds;
            Arrays.setAll(own, seed -> all.getOrDefault(first + seed, Double.NaN));
            repeated.add(new Repeated(best.get(place), own));
        }
        return repeated;
    }

    private @Nullable Result result(Trials again, int seed, TrialRow row, BooleanSupplier cancelled) {
        try {
            return again.begin(seed, row.values()).bring(study.epochs(), report -> {}, cancelled);
        } catch (hyperlab.rule.InvalidInputException refusal) {
            return new Result(Result.Ending.FAILED, 0, Double.NaN, 0);
        }
    }
}
