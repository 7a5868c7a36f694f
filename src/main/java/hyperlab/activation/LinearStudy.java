package hyperlab.activation;

import hyperlab.data.Partition;
import hyperlab.data.Partitions;
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
 * @param choice data with two features, network and training; one seed
 * @param bend the activation function of the third network
 * @param seed of all three networks
 */
public record LinearStudy(TrainingChoice choice, Activation bend, long seed) implements IncrementalStudy<LinearStudy.Moment> {
    /** Number of columns and rows of the decision maps. */
    private static final int SAMPLES = 61;

    /**
     * The state after one epoch.
     *
     * @param deep the network of linear layers
     * @param single one layer without hidden layers
     * @param bent the same layers as {@code deep}, with the nonlinear activation between them
     * @param collapse the single layer that the linear layers are equivalent to
     * @param comparison of that layer with the network's own output, over the training rows
     */
    public record Moment(
            Partition partition,
            Fit deep,
            Fit single,
            Fit bent,
            LinearCollapse collapse,
            LinearCollapse.Comparison comparison) {}

    /**
     * One network after one epoch.
     *
     * @param report losses and accuracies
     * @param map predictions over the input plane
     * @param diverged whether the training has diverged; the other values are then the last finite ones
     */
    public record Fit(EpochReport report, DecisionMap map, boolean diverged) {}

    @Override
    public void run(PartialResultsListener<Moment> listener, BooleanSupplier cancelled) {
        Activation linear = new Activation.Linear();
        Experiment first = choice.experiment(linear, seed);
        Partition partition = Partitions.of(first.data(), seed, null);
        List<TrainingRun> runs = List.of(
                new TrainingRun(first, partition, null),
                new TrainingRun(choice.experiment(linear, List.of(), choice.learningRate(), seed), partition, null),
                new TrainingRun(choice.experiment(bend, seed), partition, null));
        List<Moment> found = new ArrayList<>();
        @Nullable Moment last = null;
        for (int epoch = 0; epoch <= choice.epochs(); epoch++) {
            for (TrainingRun run : runs) {
                while (epoch > 0 && run.outcome() == null && !cancelled.getAsBoolean() && !run.step()) {
                    // The loop condition does the work.
                }
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            last = moment(partition, runs, last);
            found.add(last);
            listener.resultsChanged(List.copyOf(found), (double) epoch / choice.epochs());
        }
    }

    private static Moment moment(Partition partition, List<TrainingRun> runs, @Nullable Moment last) {
        boolean astray = last != null && SideBySide.isDiverged(runs.get(0));
        Network deep = runs.get(0).network();
        LinearCollapse collapse = astray && last != null ? last.collapse() : LinearCollapse.of(deep);
        LinearCollapse.Comparison comparison = astray && last != null
                ? last.comparison()
                : collapse.compare(deep, partition.train().features());
        return new Moment(
                partition,
                fit(partition, runs.get(0), last == null ? null : last.deep()),
                fit(partition, runs.get(1), last == null ? null : last.single()),
                fit(partition, runs.get(2), last == null ? null : last.bent()),
                collapse,
                comparison);
    }

    private static Fit fit(Partition partition, TrainingRun run, @Nullable Fit last) {
        if (last != null && SideBySide.isDiverged(run)) {
            return new Fit(last.report(), last.map(), true);
        }
        return new Fit(run.report(), DecisionMap.of(partition, run.network()::predict, SAMPLES, SAMPLES), false);
    }
}
