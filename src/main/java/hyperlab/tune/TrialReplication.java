package hyperlab.tune;

import hyperlab.rule.Checks;
import hyperlab.train.Parallel;
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
 * @param seeds number of seeds per trial, 2 … {@value #MAX_SEEDS}
 */
public record TrialReplication(TuningStudy study, List<TrialRecord> best, int seeds) {
    public static final int MAX_SEEDS = 100;

    public TrialReplication {
        best = List.copyOf(best);
        Checks.wholeWithin("seeds", seeds, 2, MAX_SEEDS);
    }

    /**
     * One trial with several seeds.
     *
     * @param row its result in the study
     * @param values of the objective, one per seed; NaN if the run diverged or failed
     */
    public record ReplicatedTrial(TrialRecord row, double[] values) {
        /** The values of the runs that neither diverged nor failed. */
        public double[] finiteValues() {
            return Arrays.stream(values).filter(Double::isFinite).toArray();
        }
    }

    /** The total number of training runs. */
    public int runCount() {
        return best.size() * seeds;
    }

    /**
     * Runs all of them on the calling thread and {@code parallel − 1} tasks of {@code executor}.
     *
     * @param trials creates the trials of a study
     * @param listener receives the number of finished training runs, one call at a time
     * @return one entry per trial; empty if canceled
     */
    public List<ReplicatedTrial> run(
            java.util.function.Function<TuningStudy, TrialFactory> trials,
            Executor executor,
            int parallel,
            Consumer<Integer> listener,
            BooleanSupplier cancelled) {
        // Use seeds beyond those of all trials of the study.
        TuningStudy replicationStudy = study.withSeed(study.seed() + study.trials());
        TrialFactory trialFactory = trials.apply(replicationStudy);
        Map<Integer, Double> values = new ConcurrentHashMap<>();
        Parallel.runAll(
                runCount(),
                parallel,
                executor,
                index -> {
                    TrialRecord row = best.get(index / seeds);
                    @Nullable JobResult result = result(trialFactory, index % seeds, row, cancelled);
                    if (result != null) {
                        synchronized (values) {
                            values.put(index, result.hasValue() ? result.value() : Double.NaN);
                            listener.accept(values.size());
                        }
                    }
                },
                cancelled);
        if (values.size() < runCount()) {
            return List.of();
        }
        Map<Integer, Double> all = new HashMap<>(values);
        List<ReplicatedTrial> repeated = new ArrayList<>();
        for (int rank = 0; rank < best.size(); rank++) {
            double[] trialValues = new double[seeds];
            int first = rank * seeds;
            Arrays.setAll(trialValues, seed -> all.getOrDefault(first + seed, Double.NaN));
            repeated.add(new ReplicatedTrial(best.get(rank), trialValues));
        }
        return repeated;
    }

    private @Nullable JobResult result(
            TrialFactory trialFactory, int seed, TrialRecord row, BooleanSupplier cancelled) {
        try {
            return trialFactory.create(seed, row.values()).runTo(study.epochs(), report -> {}, cancelled);
        } catch (hyperlab.rule.InvalidInputException error) {
            return new JobResult(JobResult.JobOutcome.FAILED, 0, Double.NaN, 0);
        }
    }
}
