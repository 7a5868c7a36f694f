package hyperlab.tune;

import hyperlab.rule.Rules;
import hyperlab.train.Parallel;
import hyperlab.train.Spread;
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
 * The best trials of a study once more, each under several seeds that none of its trials had: whether the order among
 * them was luck.
 *
 * @param study what was searched
 * @param best the trials to repeat, the best first
 * @param seeds under how many seeds each, 2 … {@value #MOST_SEEDS}
 */
public record Repeats(Study study, List<TrialRow> best, int seeds) {
    public static final int MOST_SEEDS = 100;

    public Repeats {
        best = List.copyOf(best);
        Rules.wholeWithin("seeds", seeds, 2, MOST_SEEDS);
    }

    /**
     * One trial under several seeds.
     *
     * @param row as it was in the study
     * @param values one a seed; NaN where it diverged
     */
    public record Repeated(TrialRow row, double[] values) {
        public Spread spread() {
            return Spread.of(values);
        }
    }

    /** How many trainings it takes. */
    public int trainings() {
        return best.size() * seeds;
    }

    /**
     * Runs them all, on the calling thread and {@code parallel − 1} tasks of {@code executor}.
     *
     * @param trials makes the trials of a study
     * @param listener hears, one call at a time, how many trainings are done
     * @return one for each trial; empty where it was cancelled
     */
    public List<Repeated> run(
            java.util.function.Function<Study, Trials> trials,
            Executor executor,
            int parallel,
            Consumer<Integer> listener,
            BooleanSupplier cancelled) {
        // Beyond the seeds of all trials of the study
        Study apart = study.withSeed(study.seed() + study.trials());
        Trials again = trials.apply(apart);
        Map<Integer, Double> values = new ConcurrentHashMap<>();
        Parallel.each(
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
        } catch (hyperlab.rule.Refusal refusal) {
            return new Result(Result.Ending.FAILED, 0, Double.NaN, 0);
        }
    }
}
