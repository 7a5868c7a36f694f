package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.MiniBatches;
import hyperlab.nn.Network;
import hyperlab.nn.ParameterBlock;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerState;
import hyperlab.optim.Penalty;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Takes optimizer steps of one network over mini-batches of the training part. Allocates nothing once its buffers have
 * grown.
 */
final class Stepper {
    private final Network network;
    private final DataSet train;
    private final ParameterBlock[] blocks;
    private final OptimizerState[] states;
    private final MiniBatches batches;
    private final DMatrixRMaj features = new DMatrixRMaj(0, 0);
    private double[] targets = new double[0];
    private Penalty penalty;
    private Optimizer optimizer;
    private double batchLoss = Double.NaN;
    private int batchSamples;

    /** Before the first step; orders of the rows are drawn from the stream {@code shuffle}. */
    Stepper(Network network, DataSet train, TrainingSettings settings, long seed) {
        this(
                network,
                train,
                settings,
                new MiniBatches(train.samples(), settings.shuffle(), RandomStream.named(seed, "shuffle")));
        start();
    }

    /** Goes on between two epochs, as the stepper did that {@code state} was taken from. */
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
    }

    private void start() {
        for (int i = 0; i < blocks.length; i++) {
            states[i] = optimizer.start(blocks[i].values().length, blocks[i].isWeight());
        }
    }

    /**
     * All that decides the steps to come, between two epochs.
     *
     * @param values the network's trained numbers; not to be changed
     * @param optimizer whose moments they are
     * @param moments one a parameter array; not to be stepped
     * @param batches the order of the rows and its stream
     * @param dropout the state of the stream of dropped units
     * @param batchLoss of the latest batch
     * @param batchSamples of the latest batch
     */
    record State(
            double[][] values,
            Optimizer optimizer,
            List<OptimizerState> moments,
            MiniBatches.State batches,
            long dropout,
            double batchLoss,
            int batchSamples) {
        /** How many trained numbers there are. */
        long parameters() {
            return Arrays.stream(values).mapToLong(array -> array.length).sum();
        }

        /** Bytes of all other numbers. */
        long bytesBeside() {
            long numbers = moments.stream().mapToLong(OptimizerState::numbers).sum();
            return Double.BYTES * numbers + (long) Integer.BYTES * batches.order().length;
        }
    }

    /** @param values the network's as they are now, so that whoever has a copy need not make another */
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

    /** A copy of all trained numbers. */
    double[][] values() {
        return Arrays.stream(blocks).map(block -> block.values().clone()).toArray(double[][]::new);
    }

    /** Takes over what {@link #values()} gave. */
    void load(double[][] values) {
        for (int i = 0; i < blocks.length; i++) {
            System.arraycopy(values[i], 0, blocks[i].values(), 0, values[i].length);
        }
    }

    /** Takes up other settings: the penalty, dropout and optimizer at the next step, the shuffling at the next epoch. */
    void change(TrainingSettings settings, double dropout) {
        penalty = settings.penalty();
        network.dropout(dropout);
        batches.shuffle(settings.shuffle());
        if (!optimizer.equals(settings.optimizer())) {
            optimizer = settings.optimizer();
            start();
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

    /** One step over the next batch, unless its loss is not finite: then nothing moves. */
    boolean step(int size, double learningRate) {
        gather(batches.next(size));
        batchLoss = network.gradient(features, targets);
        if (!Double.isFinite(batchLoss)) {
            return false;
        }
        boolean penalized = !penalty.isNone();
        for (int i = 0; i < blocks.length; i++) {
            ParameterBlock block = blocks[i];
            double[] values = block.values();
            if (penalized && block.isWeight()) {
                penalty.addGradient(values, block.gradient(), values.length);
            }
            states[i].step(values, block.gradient(), learningRate);
        }
        return true;
    }

    double batchLoss() {
        return batchLoss;
    }

    int batchSamples() {
        return batchSamples;
    }

    private void gather(int count) {
        batchSamples = count;
        int width = train.features().numCols;
        features.reshape(count, width);
        if (targets.length < count) {
            targets = new double[count];
        }
        int[] order = batches.order();
        int offset = batches.offset();
        double[] from = train.features().data;
        for (int i = 0; i < count; i++) {
            int row = order[offset + i];
            copyRow(from, row * width, features.data, i * width, width);
            targets[i] = train.targets()[row];
        }
    }

    /** For a few numbers a loop is quicker than a call of the runtime. */
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
