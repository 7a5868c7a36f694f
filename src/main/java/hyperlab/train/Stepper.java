package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.MiniBatches;
import hyperlab.nn.Network;
import hyperlab.nn.kernel.Workers;
import hyperlab.nn.layer.Layer;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerState;
import hyperlab.optim.Penalty;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Performs optimizer steps of one network over mini-batches of the training set. Does not allocate once its buffers
 * have grown to their final size.
 */
final class Stepper {
    /** Copying a number from memory takes as long as this many multiplications. */
    private static final long COPY_COST = 8;

    /** Updating a weight takes as long as this many multiplications. */
    private static final long UPDATE_COST = 8;
    /** Threads update ranges that are multiples of this many weights, so that no two write to the same cache line. */
    private static final int UPDATED_AT_ONCE = 64;

    private final Network network;
    private final DataSet train;
    private final ParameterBlock[] blocks;
    private final OptimizerState[] states;
    /** For each block, the index of its layer among the layers with weights. */
    private final int[] layerIndices;

    private final MiniBatches batches;
    private final DMatrixRMaj features = new DMatrixRMaj(0, 0);
    private double[] targets = new double[0];
    private Penalty penalty;
    private Optimizer optimizer;
    private double batchLoss = Double.NaN;
    private int batchSamples;
    private @Nullable List<Network.LayerTrace> tracedLayers;
    private double[][] tracedValues = new double[0][];
    private long dropoutBefore;

    /** Creates a stepper before its first step. Row orders are drawn from the random stream {@code shuffle}. */
    Stepper(Network network, DataSet train, TrainingSettings settings, long seed) {
        this(
                network,
                train,
                settings,
                new MiniBatches(train.samples(), settings.shuffle(), RandomStream.named(seed, "shuffle")));
        initOptimizerStates();
    }

    /** Resumes between two epochs from the saved {@code state}. */
    Stepper(Network network, DataSet train, TrainingSettings settings, State state) {
        this(network, train, settings, new MiniBatches(state.batches, settings.shuffle()));
        load(state.values);
        optimizer = state.optimizer;
        for (int i = 0; i < states.length; i++) {
            states[i] = state.moments.get(i).copy();
        }
        batchLoss = state.batchLoss;
        batchSamples = state.batchSamples;
    }

    private Stepper(Network network, DataSet train, TrainingSettings settings, MiniBatches batches) {
        this.network = network;
        this.train = train;
        this.penalty = settings.penalty();
        this.optimizer = settings.optimizer();
        this.blocks = network.parameters().toArray(new ParameterBlock[0]);
        this.states = new OptimizerState[blocks.length];
        this.batches = batches;
        this.layerIndices = layerIndices(network);
    }

    /** A learned slope belongs to the layer with weights before it. */
    private static int[] layerIndices(Network network) {
        int[] indices = new int[network.parameters().size()];
        int index = -1;
        int block = 0;
        for (Layer layer : network.layers()) {
            index += layer.parameters().stream().anyMatch(ParameterBlock::isWeight) ? 1 : 0;
            for (int i = 0; i < layer.parameters().size(); i++) {
                indices[block] = index;
                block++;
            }
        }
        return indices;
    }

    private void initOptimizerStates() {
        for (int i = 0; i < blocks.length; i++) {
            states[i] = optimizer.createState(blocks[i].values().length, blocks[i].isWeight());
        }
    }

    /**
     * Everything that determines the following steps, between two epochs.
     *
     * @param values the trained parameters of the network; must not be modified
     * @param optimizer the optimizer that the moments belong to
     * @param moments the optimizer state of each parameter array; must not be stepped
     * @param batches the row order and its random stream
     * @param dropout the state of the random stream of the dropout masks
     * @param batchLoss loss of the latest batch
     * @param batchSamples number of samples in the latest batch
     */
    record State(
            double[][] values,
            Optimizer optimizer,
            List<OptimizerState> moments,
            MiniBatches.MiniBatchesState batches,
            long dropout,
            double batchLoss,
            int batchSamples) {
        /** The number of trained parameters. */
        long parameters() {
            return Arrays.stream(values).mapToLong(array -> array.length).sum();
        }

        /** The size of all other numbers in bytes. */
        long otherBytes() {
            long numbers = moments.stream().mapToLong(OptimizerState::size).sum();
            return Double.BYTES * numbers + (long) Integer.BYTES * batches.order().length;
        }
    }

    /** @param values the current parameters of the network; passed in so that an existing copy can be reused */
    State state(double[][] values) {
        return new State(
                values,
                optimizer,
                Arrays.stream(states).map(OptimizerState::copy).toList(),
                batches.state(),
                network.dropoutState(),
                batchLoss,
                batchSamples);
    }

    /** A copy of all trained parameters. */
    double[][] values() {
        return Arrays.stream(blocks).map(block -> block.values().clone()).toArray(double[][]::new);
    }

    /** Loads parameters that {@link #values()} returned. */
    void load(double[][] values) {
        for (int i = 0; i < blocks.length; i++) {
            System.arraycopy(values[i], 0, blocks[i].values(), 0, values[i].length);
        }
    }

    /** Applies other settings: the penalty, dropout and optimizer at the next step, the shuffling at the next epoch. */
    void applySettings(TrainingSettings settings, double dropout) {
        penalty = settings.penalty();
        network.setDropout(dropout);
        batches.setShuffle(settings.shuffle());
        if (!optimizer.equals(settings.optimizer())) {
            optimizer = settings.optimizer();
            initOptimizerStates();
        }
    }

    Network network() {
        return network;
    }

    void startEpoch() {
        batches.startEpoch();
    }

    /** Whether the epoch has samples left. */
    boolean hasNext() {
        return batches.hasNext();
    }

    /**
     * Computes the loss of the next batch and its gradient. Returns whether the loss is finite.
     *
     * @throws hyperlab.nn.kernel.CancelledException if the work has been canceled
     */
    boolean computeGradient(int size) {
        dropoutBefore = network.dropoutState();
        gatherBatch(batches.next(size));
        List<Network.LayerTrace> layers = tracedLayers;
        batchLoss = layers == null ? network.gradient(features, targets) : network.gradient(features, targets, layers);
        return Double.isFinite(batchLoss);
    }

    /** Records the numbers of the next step, until {@link #endTrace}. */
    void startTrace() {
        tracedLayers = new ArrayList<>();
        tracedValues = values();
    }

    /**
     * Returns the numbers of the step since {@link #startTrace}.
     *
     * @param step the number of the step, from 1
     */
    StepTrace endTrace(long step, double learningRate) {
        List<Network.LayerTrace> layers = Objects.requireNonNull(tracedLayers);
        tracedLayers = null;
        double[][] gradients =
                Arrays.stream(blocks).map(block -> block.gradient().clone()).toArray(double[][]::new);
        DMatrixRMaj batch = features.copy();
        double[] batchTargets = Arrays.copyOf(targets, batchSamples);
        double lossAfter = network.evaluate(batch, batchTargets).loss();
        return new StepTrace(
                step,
                learningRate,
                batch,
                batchTargets,
                layers,
                batchLoss,
                lossAfter,
                tracedValues,
                gradients,
                values());
    }

    /** Stops recording. */
    void cancelTrace() {
        tracedLayers = null;
    }

    /** Takes {@link #computeGradient} back, so that the same batch comes next, with the same dropout. */
    void takeBack() {
        batches.back();
        network.restoreDropout(dropoutBefore);
    }

    /**
     * Changes the weights by the gradient computed last.
     *
     * @param layerRates the rate of each layer with weights, used instead of {@code learningRate}; null for none
     */
    void update(double learningRate, double @Nullable [] layerRates) {
        boolean penalized = !penalty.isNone();
        for (int i = 0; i < blocks.length; i++) {
            ParameterBlock block = blocks[i];
            double[] values = block.values();
            if (penalized && block.isWeight()) {
                penalty.addGradient(values, block.gradient(), values.length);
            }
            double rate = layerRates == null ? learningRate : layerRates[layerIndices[i]];
            step(states[i], values, block.gradient(), rate);
            if (penalized && block.isWeight()) {
                penalty.softThreshold(values, rate);
            }
        }
    }

    private void step(OptimizerState state, double[] values, double[] gradient, double rate) {
        Workers workers = network.workers();
        if (workers.parts(values.length, UPDATED_AT_ONCE, UPDATE_COST) == 1) {
            state.step(values, gradient, rate);
            return;
        }
        state.begin(rate);
        workers.compute(
                values.length,
                UPDATED_AT_ONCE,
                UPDATE_COST,
                (number, from, to) -> state.update(values, gradient, from, to));
    }

    double batchLoss() {
        return batchLoss;
    }

    int batchSamples() {
        return batchSamples;
    }

    private void gatherBatch(int count) {
        batchSamples = count;
        int width = train.features().numCols;
        features.reshape(count, width);
        if (targets.length < count) {
            targets = new double[count];
        }
        Workers workers = network.workers();
        if (workers.parts(count, 1, COPY_COST * width) == 1) {
            gatherRows(0, count);
        } else {
            workers.compute(count, 1, COPY_COST * width, (number, from, to) -> gatherRows(from, to));
        }
    }

    private void gatherRows(int first, int end) {
        int width = features.numCols;
        int[] order = batches.order();
        int offset = batches.offset();
        double[] from = train.features().data;
        for (int i = first; i < end; i++) {
            int row = order[offset + i];
            copyRow(from, row * width, features.data, i * width, width);
            targets[i] = train.targets()[row];
        }
    }

    /** For a few numbers a loop is faster than a call to {@link System#arraycopy}. */
    private static void copyRow(double[] from, int fromIndex, double[] to, int toIndex, int width) {
        if (width > 16) {
            System.arraycopy(from, fromIndex, to, toIndex, width);
            return;
        }
        for (int k = 0; k < width; k++) {
            to[toIndex + k] = from[fromIndex + k];
        }
    }
}
