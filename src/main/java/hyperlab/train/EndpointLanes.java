package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.data.MiniBatches;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkLanes;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.layer.LaneParameters;
import hyperlab.optim.Adam;
import hyperlab.optim.LaneOptimizer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Performs many {@link EndpointRun}s side by side, with the same results, bit for bit. The runs start from the same
 * weights and see the same batches, so they may differ only in what a {@link #groupKey} leaves out. A run that ends
 * makes room at once. Use from one thread at a time.
 */
public final class EndpointLanes {
    /** The numbers of many larger networks do not fit a fast cache; they are faster one after the other. */
    private static final int MAX_PARAMETERS = 256;

    private final DataSplit partition;
    private final int batchSize;
    private final Ensemble ensemble;
    private final Network network;
    private final NetworkLanes lanes;
    private final MiniBatches batches;
    private final LaneOptimizer[] optimizers;
    private final EndpointTrack[] tracks;
    /** The run in each lane. */
    private final int[] runs;
    /** Layers × lanes. */
    private final double[][] rates;

    private final double[] losses;
    private final double[] checks;
    private double[] features = new double[0];
    private double[] targets = new double[0];
    private int active;

    /** Receives the runs that ended. */
    @FunctionalInterface
    public interface EndpointListener {
        /**
         * Called when a run has ended.
         *
         * @param run index in the list of experiments
         * @param result its ensemble is valid during the call
         */
        void ended(int run, EndpointRun.EndpointResult result);
    }

    /**
     * @param experiments at least one, all with an equal {@link #groupKey}
     * @param partition the data, split as the experiments specify
     * @throws hyperlab.rule.InvalidInputException as {@link TrainingRun}
     */
    public EndpointLanes(List<Experiment> experiments, DataSplit partition, EndpointRun.EndpointCriteria criteria) {
        Experiment first = experiments.get(0);
        this.partition = partition;
        this.batchSize = first.training().batchSize().samples();
        this.ensemble = new EnsembleTrainer(first, partition, null).ensemble();
        this.network = ensemble.members().get(0);
        this.active = experiments.size();
        this.lanes = new NetworkLanes(network.shape(), active);
        this.batches = new MiniBatches(
                partition.train().samples(), first.training().shuffle(), RandomStream.named(first.seed(), "shuffle"));
        boolean patience = experiments.stream().anyMatch(each -> each.training().patience() > 0);
        EndpointTrack.InitialLosses initial = EndpointTrack.InitialLosses.of(ensemble, partition, patience);
        tracks = experiments.stream()
                .map(each -> new EndpointTrack(each.training(), partition, criteria, initial))
                .toArray(EndpointTrack[]::new);
        runs = new int[active];
        Arrays.setAll(runs, lane -> lane);
        for (int lane = 0; lane < active; lane++) {
            lanes.load(lane, network);
        }
        List<Optimizer> laneOptimizers =
                experiments.stream().map(each -> each.training().optimizer()).toList();
        List<Penalty> penalties =
                experiments.stream().map(each -> each.training().penalty()).toList();
        optimizers = lanes.parameters().stream()
                .map(block -> new LaneOptimizer(laneOptimizers, penalties, block.values().length, block.isWeight()))
                .toArray(LaneOptimizer[]::new);
        rates = new double[network.shape().hidden().size() + 1][active];
        losses = new double[active];
        checks = new double[active];
    }

    /** Whether the runs of an experiment can be performed side by side with others, and are faster then. */
    public static boolean supports(Experiment experiment, DataSplit partition) {
        NetworkShape shape = EnsembleTrainer.shape(experiment, partition);
        return experiment.ensemble() == 1 && NetworkLanes.supports(shape) && shape.parameterCount() <= MAX_PARAMETERS;
    }

    /** The number of training samples of a run times the number of parameters, which its time grows with. */
    public static double work(Experiment experiment, DataSplit partition) {
        return (double) experiment.training().epochs()
                * partition.train().samples()
                * EnsembleTrainer.shape(experiment, partition).parameterCount();
    }

    /**
     * Equal for experiments that can be performed side by side: all settings except the learning rates, the schedule,
     * the number of epochs, the patience, and the constants of the penalty and
     * of the optimizer. Runs with plain gradient descent, with momentum, and with other optimizers are kept apart,
     * because the former are faster among themselves.
     *
     * @throws hyperlab.rule.InvalidInputException if the layer rates do not match the network
     */
    public static Experiment groupKey(Experiment experiment) {
        LayerRates.check(experiment);
        TrainingSettings settings = experiment.training();
        Optimizer optimizer = settings.optimizer();
        Penalty penalty = settings.penalty();
        return experiment.withTraining(settings.withLearningRate(1)
                .withLayerRates(List.of())
                .withSchedule(TrainingSettings.DEFAULT.schedule())
                .withEpochs(1)
                .withPatience(0)
                .withOptimizer(
                        optimizer instanceof Sgd sgd
                                ? new Sgd(sgd.momentum() == 0 ? 0 : 0.5, sgd.nesterov())
                                : Adam.DEFAULT)
                .withPenalty(new Penalty(Math.signum(penalty.l1()), Math.signum(penalty.l2()), penalty.method())));
    }

    /**
     * Trains all runs to the end. Can be called once.
     *
     * @param cancelled checked at each step; true stops all runs
     */
    public void run(EndpointListener listener, BooleanSupplier cancelled) {
        if (tracks[0].divergesAtStart()) {
            for (int run = 0; run < active; run++) {
                listener.ended(run, tracks[run].diverged(ensemble));
            }
            return;
        }
        removeEnded(listener);
        while (active > 0) {
            startEpoch();
            while (active > 0 && batches.hasNext()) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                step(listener);
            }
            removeNotFinite(listener);
            for (int lane = 0; lane < active; lane++) {
                if (tracks[lane].needsEvaluation()) {
                    lanes.store(lane, network);
                }
                tracks[lane].endEpoch(ensemble);
            }
            removeEnded(listener);
        }
    }

    private void startEpoch() {
        batches.startEpoch();
        for (int lane = 0; lane < active; lane++) {
            tracks[lane].startEpoch();
            double rate = tracks[lane].rate();
            double[] layerRates = tracks[lane].layerRates();
            for (int layer = 0; layer < rates.length; layer++) {
                rates[layer][lane] = layerRates == null ? rate : layerRates[layer];
            }
        }
    }

    private void step(EndpointListener listener) {
        int count = batches.next(batchSize);
        gatherBatch(count);
        lanes.gradient(features, targets, count, active, losses);
        List<LaneParameters> parameters = lanes.parameters();
        for (int block = 0; block < optimizers.length; block++) {
            LaneParameters values = parameters.get(block);
            // Each layer has two blocks: its weights and its biases.
            optimizers[block].step(values.values(), values.gradient(), rates[block / 2], active);
        }
        for (int lane = active - 1; lane >= 0; lane--) {
            if (!tracks[lane].addStep(losses[lane], count)) {
                listener.ended(runs[lane], tracks[lane].diverged(ensemble));
                remove(lane);
            }
        }
    }

    private void gatherBatch(int count) {
        int width = partition.train().features().numCols;
        if (targets.length < count) {
            targets = new double[count];
            features = new double[count * width];
        }
        int[] order = batches.order();
        double[] from = partition.train().features().data;
        for (int i = 0; i < count; i++) {
            int row = order[batches.offset() + i];
            System.arraycopy(from, row * width, features, i * width, width);
            targets[i] = partition.train().targets()[row];
        }
    }

    private void removeNotFinite(EndpointListener listener) {
        Arrays.fill(checks, 0, active, 0);
        for (LaneParameters block : lanes.parameters()) {
            for (double[] values : block.values()) {
                addZeroIfFinite(values, checks, active);
            }
        }
        for (int lane = active - 1; lane >= 0; lane--) {
            if (checks[lane] != 0) {
                listener.ended(runs[lane], tracks[lane].diverged(ensemble));
                remove(lane);
            }
        }
    }

    /** Adds 0 or, for a value that is not finite, NaN. */
    private static void addZeroIfFinite(double[] values, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += values[i] * 0;
        }
    }

    private void removeEnded(EndpointListener listener) {
        for (int lane = active - 1; lane >= 0; lane--) {
            if (tracks[lane].hasEnded()) {
                lanes.store(lane, network);
                listener.ended(runs[lane], tracks[lane].ended(ensemble));
                remove(lane);
            }
        }
    }

    /** Moves the last run to a lane. */
    private void remove(int lane) {
        active--;
        if (lane == active) {
            return;
        }
        lanes.move(active, lane);
        for (LaneOptimizer optimizer : optimizers) {
            optimizer.move(active, lane);
        }
        tracks[lane] = tracks[active];
        runs[lane] = runs[active];
        losses[lane] = losses[active];
        checks[lane] = checks[active];
        for (double[] rate : rates) {
            rate[lane] = rate[active];
        }
    }
}
