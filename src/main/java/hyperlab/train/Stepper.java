package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.MiniBatches;
import hyperlab.nn.Network;
import hyperlab.nn.ParameterBlock;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerState;
import hyperlab.optim.Penalty;
import hyperlab.random.RandomStream;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Takes optimizer steps over mini-batches of the training part. Allocates nothing once its buffers have grown. */
final class Stepper {
    private final Network network;
    private final DataSet train;
    private final Penalty penalty;
    private final ParameterBlock[] blocks;
    private final OptimizerState[] states;
    private final MiniBatches batches;
    private final DMatrixRMaj features = new DMatrixRMaj(0, 0);
    private double[] targets = new double[0];
    private double batchLoss = Double.NaN;
    private int batchSamples;
    private long steps;

    Stepper(Network network, DataSet train, TrainingSettings settings, long seed) {
        this.network = network;
        this.train = train;
        this.penalty = settings.penalty();
        List<ParameterBlock> parameters = network.parameters();
        Optimizer optimizer = settings.optimizer();
        this.blocks = parameters.toArray(new ParameterBlock[0]);
        this.states = parameters.stream()
                .map(block -> optimizer.start(block.values().length, block.isWeight()))
                .toArray(OptimizerState[]::new);
        this.batches = new MiniBatches(train.samples(), settings.shuffle(), RandomStream.named(seed, "shuffle"));
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
        steps++;
        return true;
    }

    long steps() {
        return steps;
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
