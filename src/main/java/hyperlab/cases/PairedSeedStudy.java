package hyperlab.cases;

import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Parallel;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Runs several experiments under the same seeds, each scored on the same rows. The experiments run together seed by
 * seed, so that partial results can be paired.
 */
public final class PairedSeedStudy implements IncrementalStudy<PairedSeedStudy.SeedScore> {
    private final List<Experiment> experiments;
    private final int seeds;
    private final ToDoubleFunction<TrainingRun> score;
    private final Function<Experiment, TrainingRun> runFactory;
    private final int threads;
    private final Executor executor;

    /** The score of one run: the index of its experiment and of its seed, both from 0. */
    public record SeedScore(int experiment, int seed, double value) {}

    /**
     * @param score computes the score of a run that has ended
     * @param runFactory creates the run of an experiment; called on any thread
     * @param threads maximum number of simultaneous runs
     * @param executor runs the work of all threads but the first
     */
    public PairedSeedStudy(
            List<Experiment> experiments,
            int seeds,
            ToDoubleFunction<TrainingRun> score,
            Function<Experiment, TrainingRun> runFactory,
            int threads,
            Executor executor) {
        this.experiments = List.copyOf(experiments);
        this.seeds = seeds;
        this.score = score;
        this.runFactory = runFactory;
        this.threads = threads;
        this.executor = executor;
    }

    @Override
    public void run(PartialResultsListener<SeedScore> listener, BooleanSupplier cancelled) {
        List<SeedScore> found = new ArrayList<>();
        AtomicLong epochs = new AtomicLong();
        int count = experiments.size() * seeds;
        double total = (double) seeds
                * experiments.stream()
                        .mapToInt(one -> Math.max(1, one.training().epochs()))
                        .sum();
        Parallel.runAll(
                count,
                threads,
                executor,
                index -> {
                    int experimentIndex = index % experiments.size();
                    int seed = index / experiments.size();
                    TrainingRun run = runFactory.apply(
                            new SeededExperiments(experiments.get(experimentIndex), seed + 1).experimentOf(seed));
                    TrainingOutcome outcome = run.train(
                            report -> {
                                if (report.epoch() > 0) {
                                    reportProgress(listener, found, Math.min(0.99, epochs.incrementAndGet() / total));
                                }
                            },
                            cancelled);
                    if (!(outcome instanceof TrainingOutcome.Stopped)) {
                        addScore(
                                listener, found, new SeedScore(experimentIndex, seed, score.applyAsDouble(run)), count);
                    }
                },
                cancelled);
    }

    private static void reportProgress(
            PartialResultsListener<SeedScore> listener, List<SeedScore> found, double share) {
        synchronized (found) {
            listener.resultsChanged(List.copyOf(found), share);
        }
    }

    private static void addScore(
            PartialResultsListener<SeedScore> listener, List<SeedScore> found, SeedScore result, int count) {
        synchronized (found) {
            found.add(result);
            listener.resultsChanged(
                    List.copyOf(found), found.size() == count ? 1 : Math.min(0.99, found.size() / (double) count));
        }
    }

    /**
     * The scores of one experiment in the order of the seeds, for the seeds under which all experiments have completed.
     */
    public static double[] values(List<SeedScore> results, int experiment, int experiments) {
        return results.stream()
                .filter(result -> result.experiment() == experiment)
                .filter(result -> results.stream()
                                .filter(other -> other.seed() == result.seed())
                                .count()
                        == experiments)
                .sorted(Comparator.comparingInt(SeedScore::seed))
                .mapToDouble(SeedScore::value)
                .toArray();
    }
}
