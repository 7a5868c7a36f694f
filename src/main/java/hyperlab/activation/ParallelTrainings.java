package hyperlab.activation;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
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
 * Several trainings that advance together, one epoch at a time, so that intermediate results can be shown at any time.
 * There is one training for each function and seed; all functions with the same seed use the same data and split. Each
 * training gives bit-for-bit the same result as if it ran alone.
 */
final class ParallelTrainings {
    private final List<List<TrainingRun>> runs = new ArrayList<>();
    private final List<DataSplit> partitions = new ArrayList<>();
    private final List<TrainingRun> all;
    private final int threads;
    private final Executor executor;

    /**
     * Initializes all networks and evaluates them.
     *
     * @param threads maximum number of trainings that run at the same time
     * @param executor provides the threads in addition to the calling thread
     */
    ParallelTrainings(
            ActivationTrainingSettings settings,
            List<Activation> functions,
            long seed,
            int threads,
            Executor executor) {
        this.threads = threads;
        this.executor = executor;
        for (int k = 0; k < settings.seeds(); k++) {
            Experiment experiment = settings.experiment(functions.get(0), seed + k);
            partitions.add(DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null));
        }
        for (Activation function : functions) {
            List<TrainingRun> functionRuns = new ArrayList<>();
            for (int k = 0; k < settings.seeds(); k++) {
                functionRuns.add(new TrainingRun(settings.experiment(function, seed + k), partitions.get(k), null));
            }
            runs.add(functionRuns);
        }
        all = runs.stream().flatMap(List::stream).toList();
    }

    /** The trainings of one function, one for each seed. */
    List<TrainingRun> runsOf(int function) {
        return runs.get(function);
    }

    DataSplit partition(int seed) {
        return partitions.get(seed);
    }

    /**
     * Advances every unfinished training to the end of its epoch. If canceled, trainings stop after their current
     * step.
     */
    void trainEpoch(BooleanSupplier cancelled) {
        Parallel.runAll(all.size(), threads, executor, k -> trainEpoch(all.get(k), cancelled), cancelled);
    }

    private static void trainEpoch(TrainingRun run, BooleanSupplier cancelled) {
        while (run.outcome() == null && !cancelled.getAsBoolean() && !run.step()) {
            // The loop condition does the work.
        }
    }

    static boolean isDiverged(TrainingRun run) {
        @Nullable TrainingOutcome outcome = run.outcome();
        return outcome instanceof TrainingOutcome.Diverged;
    }

    /** A value for each training of a function; NaN for a diverged training. */
    double[] values(int function, ToDoubleFunction<TrainingRun> value) {
        return runsOf(function).stream()
                .mapToDouble(run -> isDiverged(run) ? Double.NaN : value.applyAsDouble(run))
                .toArray();
    }

    /** The number of diverged trainings of a function. */
    int countDiverged(int function) {
        return (int)
                runsOf(function).stream().filter(ParallelTrainings::isDiverged).count();
    }
}
