package hyperlab.activation;

import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.LinearCollapse;
import hyperlab.nn.Activation;
import hyperlab.nn.Network;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Study;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Why there is a bend between the layers: on data of two features, a network of linear layers, one layer alone, and the
 * deep network with a bend, epoch by epoch, with what each predicts where; and the one matrix that the linear layers are.
 *
 * @param choice data of two features, network and training; one seed
 * @param bend the function of the third network
 * @param seed of all three
 */
public record LinearStudy(TrainingChoice choice, Activation bend, long seed) implements Study<LinearStudy.Moment> {
    /** Columns and rows of the maps. */
    private static final int SAMPLES = 61;

    /**
     * After one epoch.
     *
     * @param deep the linear layers
     * @param single one layer, without hidden ones
     * @param bent the same layers as {@code deep}, with a bend between them
     * @param collapse what the linear layers multiply to
     * @param comparison of that matrix with the network's own output, over the training rows
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
     * @param map what it predicts where
     * @param diverged whether its training has gone astray, so that these are its last finite numbers
     */
    public record Fit(EpochReport report, DecisionMap map, boolean diverged) {}

    @Override
    public void run(Listener<Moment> listener, BooleanSupplier cancelled) {
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
                    // Each step is all there is to do.
                }
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            last = moment(partition, runs, last);
            found.add(last);
            listener.found(List.copyOf(found), (double) epoch / choice.epochs());
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
