package hyperlab.nn;

import hyperlab.nn.kernel.KernelMatrixOps;
import hyperlab.nn.kernel.MatrixOps;
import hyperlab.nn.kernel.Workers;
import hyperlab.nn.layer.ColumnwiseForwardPass;
import hyperlab.nn.layer.DropoutLayer;
import hyperlab.nn.layer.FusedReluMaxPoolLayer;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.Layer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.nn.layer.TrainableLayer;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A feed-forward network of convolutions and dense layers, with a loss function. Matrices are samples × features. There
 * is one target number per sample: the value if there is one output, and the class index (0, 1, …) if there are
 * several. Confined to one thread at a time.
 */
public final class Network {
    /**
     * The maximum number of values in one layer's buffer during the evaluation of a data set, unless a single row has
     * more.
     */
    private static final int MAX_CHUNK_VALUES = 1 << 16;
    /** After this many rows, an evaluation checks whether it has been cancelled. */
    static final int MAX_UNCHECKED_ROWS = 1 << 12;
    /** From this many values in one layer's buffer on, a pass checks at each layer whether it has been cancelled. */
    private static final long MIN_CHECKED_VALUES = 1 << 18;

    private final List<Layer> layers;
    /** The layers that training and prediction run: idle layers are omitted and some layers are fused. */
    private Layer[] executedLayers;
    /** A faster method to evaluate whole data sets, if available. */
    private final @Nullable ColumnwiseForwardPass columnwisePass;

    private final RandomStream dropoutStream;
    private final Workers workers = new Workers();
    private final Function<Workers, MatrixOps> matrixOps;
    private final List<ParameterBlock> parameters;
    private final LossFunction loss;
    private final int chunkRows;
    private final long valuesPerSample;
    private final DMatrixRMaj chunk = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj outputGradient = new DMatrixRMaj(0, 0);
    private NetworkShape shape;

    /**
     * Initializes the weights with the random stream {@code weights}; dropout uses the random stream {@code dropout}.
     * For the output layer too, {@code auto} initialization depends on the activation of the hidden layers.
     */
    public Network(NetworkShape shape, Initializer initializer, long seed) {
        this(shape, initializer, RandomStream.named(seed, "weights"), RandomStream.named(seed, "dropout"));
    }

    /**
     * Creates a network with the given random streams.
     *
     * @param weights stream for the initial weights
     * @param dropout stream for the dropped units of each step; used only by this network from then on
     */
    public Network(NetworkShape shape, Initializer initializer, RandomStream weights, RandomStream dropout) {
        this(shape, initializer, weights, dropout, KernelMatrixOps::new);
    }

    /**
     * Creates a network with the given random streams and matrix products.
     *
     * @param weights stream for the initial weights
     * @param dropout stream for the dropped units of each step; used only by this network from then on
     * @param matrixOps creates the matrix products of each dense layer. Convolutions and the evaluation of narrow
     *     networks on whole data sets have kernels of their own, which are not matrix products.
     */
    public Network(
            NetworkShape shape,
            Initializer initializer,
            RandomStream weights,
            RandomStream dropout,
            Function<Workers, MatrixOps> matrixOps) {
        this.shape = shape;
        this.matrixOps = matrixOps;
        this.dropoutStream = dropout;
        this.loss = LossFunction.of(shape.loss());
        this.layers = LayerFactory.build(shape, initializer, weights, dropout, matrixOps, workers);
        this.executedLayers = executedLayers(layers, workers);
        this.parameters =
                layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        this.valuesPerSample = shape.maxValuesPerSample();
        this.chunkRows = (int) Math.max(1, Math.min(512, MAX_CHUNK_VALUES / valuesPerSample));
        this.columnwisePass = ColumnwiseForwardPass.of(layers, chunkRows);
    }

    /** The threads that this network may use, by default only the calling thread. The results do not depend on them. */
    public Workers workers() {
        return workers;
    }

    /** An independent network with the same weights, whose dropout uses a new random stream from {@code seed}. */
    public Network copy(long seed) {
        Network copy = new Network(
                shape,
                new Initializer.Zero(),
                RandomStream.named(seed, "weights"),
                RandomStream.named(seed, "dropout"),
                matrixOps);
        for (int b = 0; b < parameters.size(); b++) {
            double[] from = parameters.get(b).values();
            System.arraycopy(from, 0, copy.parameters.get(b).values(), 0, from.length);
        }
        return copy;
    }

    public NetworkShape shape() {
        return shape;
    }

    /** Sets the dropout probability, in [0, 1), from the next {@link #gradient} on. */
    public void setDropout(double probability) {
        shape = shape.withDropout(probability);
        for (Layer layer : layers) {
            if (layer instanceof DropoutLayer dropout) {
                dropout.setProbability(probability);
            }
        }
        executedLayers = executedLayers(layers, workers);
    }

    private static Layer[] executedLayers(List<Layer> layers, Workers workers) {
        return FusedReluMaxPoolLayer.fuse(layers, workers).stream()
                .filter(layer -> !(layer instanceof DropoutLayer dropout && dropout.isIdle()))
                .toArray(Layer[]::new);
    }

    /**
     * The units of each hidden layer that the latest {@link #gradient} dropped in its first sample; empty if dropout is
     * off or there was no training pass.
     */
    public List<boolean[]> droppedUnits() {
        List<boolean[]> droppedUnits = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof DropoutLayer dropout) {
                droppedUnits.add(dropout.droppedUnits());
            }
        }
        return droppedUnits;
    }

    /** The {@link RandomStream#state() state} of the random stream for dropout. */
    public long dropoutState() {
        return dropoutStream.state();
    }

    /** Restores a {@link #dropoutState()}. */
    public void restoreDropout(long state) {
        dropoutStream.restore(state);
    }

    public List<Layer> layers() {
        return layers;
    }

    LossFunction loss() {
        return loss;
    }

    /** The maximum number of rows that are evaluated at once. */
    int chunkRows() {
        return chunkRows;
    }

    /** All trainable parameters, from the first layer to the last. */
    public List<ParameterBlock> parameters() {
        return parameters;
    }

    /**
     * Runs one forward and one backward pass in training mode, with dropout, and stores the gradient of the batch's
     * mean loss in the {@link #parameters()}.
     *
     * @param features batch × inputs, at least one row; its array may be longer than its shape
     * @param targets one per row; the array may be longer
     * @return the mean loss of the batch
     */
    public double gradient(DMatrixRMaj features, double[] targets) {
        return backward(forward(features, true), features.numRows, targets);
    }

    /**
     * The same with the same arithmetic, and records what each layer receives and returns.
     *
     * @param trace receives copies of the values of each layer that runs, from the first to the last
     */
    public double gradient(DMatrixRMaj features, double[] targets, List<LayerTrace> trace) {
        DMatrixRMaj values = features;
        List<DMatrixRMaj> outputs = new ArrayList<>();
        for (Layer stage : executedLayers) {
            checkCancelled(features.numRows);
            values = stage.forward(values, true);
            outputs.add(values.copy());
        }
        double sum = loss.sumAndGradient(values, targets, outputGradient);
        DMatrixRMaj gradient = outputGradient;
        List<DMatrixRMaj> gradients = new ArrayList<>();
        for (int i = executedLayers.length - 1; i >= 0; i--) {
            checkCancelled(features.numRows);
            gradients.add(0, gradient.copy());
            gradient = executedLayers[i].backward(gradient);
        }
        for (int i = 0; i < executedLayers.length; i++) {
            boolean weighted = executedLayers[i].parameters().stream().anyMatch(ParameterBlock::isWeight);
            trace.add(new LayerTrace(weighted, outputs.get(i), gradients.get(i)));
        }
        return sum / features.numRows;
    }

    /**
     * What one layer returned in a training pass.
     *
     * @param weighted whether it has weights; other layers are activations and dropout
     * @param outputs its outputs, samples × outputs
     * @param gradients derivative of the batch's mean loss with respect to the outputs, of the same shape
     */
    public record LayerTrace(boolean weighted, DMatrixRMaj outputs, DMatrixRMaj gradients) {}

    private double backward(DMatrixRMaj outputs, int samples, double[] targets) {
        checkCancelled(samples);
        double sum = loss.sumAndGradient(outputs, targets, outputGradient);
        DMatrixRMaj gradient = outputGradient;
        for (int i = executedLayers.length - 1; i >= 0; i--) {
            checkCancelled(samples);
            gradient = executedLayers[i].backward(gradient);
        }
        return sum / samples;
    }

    /** Throws if the work has been cancelled, unless a layer takes so little time that it is not worth asking. */
    private void checkCancelled(int samples) {
        if (samples * valuesPerSample >= MIN_CHECKED_VALUES) {
            workers.checkCancelled();
        }
    }

    /**
     * The loss and accuracy over all rows, without dropout, computed in chunks to bound the memory.
     *
     * @param features samples × inputs
     * @param targets one per row
     */
    public Evaluation evaluate(DMatrixRMaj features, double[] targets) {
        double sum = 0;
        int correct = 0;
        int unchecked = 0;
        for (int from = 0; from < features.numRows; from += chunkRows) {
            unchecked += chunkRows;
            if (unchecked >= MAX_UNCHECKED_ROWS) {
                unchecked = 0;
                workers.checkCancelled();
            }
            DMatrixRMaj outputs = outputs(features, from);
            sum = loss.addLosses(sum, outputs, targets, from);
            correct += shape.outputs() > 1 ? countCorrect(outputs, targets, from) : 0;
        }
        double samples = features.numRows;
        return new Evaluation(sum / samples, shape.outputs() > 1 ? correct / samples : Double.NaN);
    }

    /**
     * Predictions without dropout, as a new matrix samples × outputs: probabilities for cross-entropy, the outputs
     * themselves for squared error.
     */
    public DMatrixRMaj predict(DMatrixRMaj features) {
        DMatrixRMaj predictions = new DMatrixRMaj(features.numRows, shape.outputs());
        for (int from = 0; from < features.numRows; from += chunkRows) {
            DMatrixRMaj outputs = outputs(features, from);
            loss.predict(outputs);
            System.arraycopy(
                    outputs.data, 0, predictions.data, from * shape.outputs(), outputs.numRows * shape.outputs());
        }
        return predictions;
    }

    /**
     * Outputs without dropout for one chunk of rows starting at row {@code from}, in a buffer that is valid until the
     * next call.
     */
    DMatrixRMaj outputs(DMatrixRMaj features, int from) {
        int rows = Math.min(chunkRows, features.numRows - from);
        if (columnwisePass != null && columnwisePass.isFasterFor(rows)) {
            return columnwisePass.outputs(features, from, rows);
        }
        return forward(chunk(features, from, rows), false);
    }

    /** Copies of all learned parameters, in layer order. */
    public List<LayerWeights> weights() {
        List<LayerWeights> all = new ArrayList<>();
        for (TrainableLayer layer : trainableLayers()) {
            all.add(layer.weights());
        }
        return List.copyOf(all);
    }

    /**
     * Replaces all learned parameters by the given ones. Everything is validated first, so nothing changes if an
     * exception is thrown.
     *
     * @throws InvalidInputException if a kind, shape or number is invalid
     */
    public void load(List<LayerWeights> newWeights) {
        List<TrainableLayer> trainable = trainableLayers();
        if (newWeights.size() != trainable.size()) {
            throw new InvalidInputException("layers", Rule.LAYER_COUNT, trainable.size(), newWeights.size());
        }
        for (int i = 0; i < newWeights.size(); i++) {
            trainable.get(i).check("layers[" + i + "]", newWeights.get(i));
        }
        for (int i = 0; i < newWeights.size(); i++) {
            trainable.get(i).load(newWeights.get(i));
        }
    }

    private List<TrainableLayer> trainableLayers() {
        return layers.stream()
                .filter(TrainableLayer.class::isInstance)
                .map(TrainableLayer.class::cast)
                .toList();
    }

    private DMatrixRMaj forward(DMatrixRMaj features, boolean training) {
        DMatrixRMaj values = features;
        for (Layer stage : executedLayers) {
            checkCancelled(features.numRows);
            values = stage.forward(values, training);
        }
        return values;
    }

    private DMatrixRMaj chunk(DMatrixRMaj features, int from, int rows) {
        chunk.reshape(rows, features.numCols);
        System.arraycopy(features.data, from * features.numCols, chunk.data, 0, rows * features.numCols);
        return chunk;
    }

    /**
     * The number of rows whose largest output (the first one in a tie) is the target class; the target of row r is
     * {@code targets[from + r]}.
     */
    static int countCorrect(DMatrixRMaj outputs, double[] targets, int from) {
        int classes = outputs.numCols;
        int correct = 0;
        for (int row = 0; row < outputs.numRows; row++) {
            int at = row * classes;
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = outputs.data[at + c] > outputs.data[at + best] ? c : best;
            }
            correct += best == (int) targets[from + row] ? 1 : 0;
        }
        return correct;
    }
}
