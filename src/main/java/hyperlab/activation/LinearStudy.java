package hyperlab.activation;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.LinearCollapse;
import hyperlab.nn.Activation;
import hyperlab.nn.Network;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Why networks need activation functions. On data with two features, trains a network of linear layers, a single linear
 * layer, and the deep network with a nonlinear activation. After each epoch, reports what each network predicts across
 * the input plane, and the one matrix that the linear layers are equivalent to.
 *
 * @param settings data with two features, network and training; one seed
 * @param activation the activation function of the third network
 * @param seed of all three networks
 */
public record LinearStudy(ActivationTrainingSettings settings, Activation activation, long seed)
        implements IncrementalStudy<LinearStudy.LinearSnapshot> {
    /** Number of columns and rows of the decision maps. */
    private static final int MAP_SIZE = 61;

    /**
     * The state after one epoch.
     *
     * @param deep the network of linear layers
     * @param single one layer without hidden layers
     * @param nonlinear the same layers as {@code deep}, with the nonlinear activation between them
     * @param collapse the single layer that the linear layers are equivalent to
     * @param comparison of that layer with the network's own output, over the training rows
     */
    public record LinearSnapshot(
            DataSplit partition,
            NetworkFit deep,
            NetworkFit single,
            NetworkFit nonlinear,
            LinearCollapse collapse,
            LinearCollapse.CollapseComparison comparison) {}

    /**
     * One network after one epoch.
     *
     * @param report losses and accuracies
     * @param map predictions over the input plane
     * @param diverged whether the training has diverged; the other values are then the last finite ones
     */
    public record NetworkFit(EpochReport report, DecisionMap map, boolean diverged) {}

    @Override
    public void run(PartialResultsListener<LinearSnapshot> listener, BooleanSupplier cancelled) {
        Activation linear = new Activation.Linear();
        Experiment first = settings.experiment(linear, seed);
        DataSplit partition = DataSplitter.loadAndSplit(first.data(), seed, null);
        List<TrainingRun> runs = List.of(
                new TrainingRun(first, partition, null),
                new TrainingRun(settings.experiment(linear, List.of(), settings.learningRate(), seed), partition, null),
                new TrainingRun(settings.experiment(activation, seed), partition, null));
        List<LinearSnapshot> snapshots = new ArrayList<>();
        @Nullable LinearSnapshot last = null;
        for (int epoch = 0; epoch <= settings.epochs(); epoch++) {
            for (TrainingRun run : runs) {
                while (epoch > 0 && run.outcome() == null && !cancelled.getAsBoolean() && !run.step()) {
                    // The loop condition does the work.
                }
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            last = snapshot(partition, runs, last);
            snapshots.add(last);
            listener.resultsChanged(List.copyOf(snapshots), (double) epoch / settings.epochs());
        }
    }

    private static LinearSnapshot snapshot(DataSplit partition, List<TrainingRun> runs, @Nullable LinearSnapshot last) {
        boolean diverged = last != null && ParallelTrainings.isDiverged(runs.get(0));
        Network deep = runs.get(0).network();
        LinearCollapse collapse = diverged && last != null ? last.collapse() : LinearCollapse.of(deep);
        LinearCollapse.CollapseComparison comparison = diverged && last != null
                ? last.comparison()
                : collapse.compare(deep, partition.train().features());
        return new LinearSnapshot(
                partition,
                fit(partition, runs.get(0), last == null ? null : last.deep()),
                fit(partition, runs.get(1), last == null ? null : last.single()),
                fit(partition, runs.get(2), last == null ? null : last.nonlinear()),
                collapse,
                comparison);
    }

    private static NetworkFit fit(DataSplit partition, TrainingRun run, @Nullable NetworkFit last) {
        if (last != null && ParallelTrainings.isDiverged(run)) {
            return new NetworkFit(last.report(), last.map(), true);
        }
        return new NetworkFit(
                run.report(), DecisionMap.of(partition, run.network()::predict, MAP_SIZE, MAP_SIZE), false);
    }
}
