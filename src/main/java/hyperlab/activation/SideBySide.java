package hyperlab.activation;

import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.nn.Activation;
import hyperlab.train.Experiment;
import hyperlab.train.Parallel;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Trainings that go side by side, an epoch at a time, so that what they have come to can be shown at any moment: for each
 * of several functions one a seed, on the data and the split of that seed. Each is bit for bit what it would be alone.
 */
final class SideBySide {
    private final List<List<TrainingRun>> runs = new ArrayList<>();
    private final List<Partition> partitions = new ArrayList<>();
    private final List<TrainingRun> all;
    private final int threads;
    private final Executor executor;

    /**
     * Draws all networks and evaluates their start.
     *
     * @param threads at most so many trainings are under way at once
     * @param executor lends the threads beside the calling one
     */
    SideBySide(TrainingChoice choice, List<Activation> functions, long seed, int threads, Executor executor) {
        this.threads = threads;
        this.executor = executor;
        for (int k = 0; k < choice.seeds(); k++) {
            Experiment experiment = choice.experiment(functions.get(0), seed + k);
            partitions.add(Partitions.of(experiment.data(), experiment.seed(), null));
        }
        for (Activation function : functions) {
            List<TrainingRun> some = new ArrayList<>();
            for (int k = 0; k < choice.seeds(); k++) {
                some.add(new TrainingRun(choice.experiment(function, seed + k), partitions.get(k), null));
            }
            runs.add(some);
        }
        all = runs.stream().flatMap(List::stream).toList();
    }

    /** The trainings of one function, one a seed. */
    List<TrainingRun> of(int function) {
        return runs.get(function);
    }

    Partition partition(int seed) {
        return partitions.get(seed);
    }

    /** Has every training that has not ended go on to the end of its epoch, or leaves it where it is when cancelled. */
    void epoch(BooleanSupplier cancelled) {
        Parallel.each(all.size(), threads, executor, k -> epoch(all.get(k), cancelled), cancelled);
    }

    private static void epoch(TrainingRun run, BooleanSupplier cancelled) {
        while (run.outcome() == null && !cancelled.getAsBoolean() && !run.step()) {
            // Each step is all there is to do.
        }
    }

    static boolean isDiverged(TrainingRun run) {
        @Nullable TrainingOutcome outcome = run.outcome();
        return outcome instanceof TrainingOutcome.Diverged;
    }

    /** A number of each of a function's trainings; NaN for one that has diverged. */
    double[] numbers(int function, ToDoubleFunction<TrainingRun> number) {
        return of(function).stream()
                .mapToDouble(run -> isDiverged(run) ? Double.NaN : number.applyAsDouble(run))
                .toArray();
    }

    /** How many of a function's trainings have diverged. */
    int diverged(int function) {
        return (int) of(function).stream().filter(SideBySide::isDiverged).count();
    }
}
