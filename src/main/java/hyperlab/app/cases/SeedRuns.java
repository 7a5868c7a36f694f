package hyperlab.app.cases;

import hyperlab.train.Experiment;
import hyperlab.train.Parallel;
import hyperlab.train.Seeds;
import hyperlab.train.Study;
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
final class SeedRuns implements Study<SeedRuns.Result> {
    private final List<Experiment> experiments;
    private final int seeds;
    private final ToDoubleFunction<TrainingRun> score;
    private final Function<Experiment, TrainingRun> opener;
    private final int threads;
    private final Executor others;

    /** The score of one run: the index of its experiment and its seed, both from 0. */
    record Result(int experiment, int seed, double value) {}

    /** @param score computes the score of a completed run */
    SeedRuns(
            List<Experiment> experiments,
            int seeds,
            ToDoubleFunction<TrainingRun> score,
            Function<Experiment, TrainingRun> opener,
            int threads,
            Executor others) {
        this.experiments = List.copyOf(experiments);
        this.seeds = seeds;
        this.score = score;
        this.opener = opener;
        this.threads = threads;
        this.others = others;
    }

    @Override
    public void run(Listener<Result> listener, BooleanSupplier cancelled) {
        List<Result> found = new ArrayList<>();
        AtomicLong epochs = new AtomicLong();
        int count = experiments.size() * seeds;
        double total = (double) seeds
                * experiments.stream()
                        .mapToInt(one -> Math.max(1, one.training().epochs()))
                        .sum();
        Parallel.each(
                count,
                threads,
                others,
                piece -> {
                    int which = piece % experiments.size();
                    int seed = piece / experiments.size();
                    TrainingRun run = opener.apply(new Seeds(experiments.get(which), seed + 1).of(seed));
                    TrainingOutcome outcome = run.train(
                            report -> {
                                if (report.epoch() > 0) {
                                    tell(listener, found, Math.min(0.99, epochs.incrementAndGet() / total));
                                }
                            },
                            cancelled);
                    if (!(outcome instanceof TrainingOutcome.Stopped)) {
                        add(listener, found, new Result(which, seed, score.applyAsDouble(run)), count);
                    }
                },
                cancelled);
    }

    private static void tell(Listener<Result> listener, List<Result> found, double share) {
        synchronized (found) {
            listener.found(List.copyOf(found), share);
        }
    }

    private static void add(Listener<Result> listener, List<Result> found, Result result, int count) {
        synchronized (found) {
            found.add(result);
            listener.found(
                    List.copyOf(found), found.size() == count ? 1 : Math.min(0.99, found.size() / (double) count));
        }
    }

    /**
     * The scores of one experiment in the order of the seeds, for the seeds under which all experiments have completed.
     */
    static double[] values(List<Result> results, int experiment, int experiments) {
        return results.stream()
                .filter(result -> result.experiment() == experiment)
                .filter(result -> results.stream()
                                .filter(other -> other.seed() == result.seed())
                                .count()
                        == experiments)
                .sorted(Comparator.comparingInt(Result::seed))
                .mapToDouble(Result::value)
                .toArray();
    }
}
