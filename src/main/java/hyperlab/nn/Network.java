package hyperlab.nn;

import hyperlab.random.RandomStream;
import hyperlab.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A feed-forward network of convolutions and dense layers with a loss on top. Matrices are samples × features. Targets
 * are one number a sample: the value where there is one output, the number of the class (0, 1, …) where there are
 * several. Belongs to one thread at a time.
 */
public final class Network {
    /** So many numbers at most are in one layer's buffer while a whole part is evaluated, unless one row has more. */
    private static final int CHUNK_NUMBERS = 1 << 16;

    private final List<Layer> layers;
    /** What training and prediction go through: the layers, some of them in one pass, without those that do nothing. */
    private Layer[] stages;
    /** How whole parts go through, where that is quicker. */
    private final @Nullable ColumnPass columns;

    private final RandomStream dropoutStream;
    private final List<ParameterBlock> parameters;
    private final OutputLoss loss;
    private final int chunkRows;
    private final DMatrixRMaj chunk = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj outputGradient = new DMatrixRMaj(0, 0);
    private NetworkShape shape;

    /**
     * Draws the initial weights from the stream {@code weights}; dropout draws from the stream {@code dropout}.
     * Initialization by {@code auto} follows the activation, for the output layer too.
     */
    public Network(NetworkShape shape, Initializer initializer, long seed) {
        this(shape, initializer, RandomStream.named(seed, "weights"), RandomStream.named(seed, "dropout"));
    }

    /**
     * The same with the streams themselves.
     *
     * @param weights what the initial weights are drawn from
     * @param dropout what each step's dropped units are drawn from; belongs to the network from now on
     */
    public Network(NetworkShape shape, Initializer initializer, RandomStream weights, RandomStream dropout) {
        this.shape = shape;
        this.dropoutStream = dropout;
        this.loss = OutputLoss.of(shape.loss());
        this.layers = Layers.stack(shape, initializer, weights, dropout);
        this.stages = stages(layers);
        this.parameters =
                layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        this.chunkRows = (int) Math.max(1, Math.min(512, CHUNK_NUMBERS / shape.widest()));
        this.columns = ColumnPass.of(layers, chunkRows);
    }

    /** A network of its own with the same weights, whose dropout draws anew from {@code seed}. */
    public Network copy(long seed) {
        Network copy = new Network(shape, new Initializer.Zero(), seed);
        for (int b = 0; b < parameters.size(); b++) {
            double[] from = parameters.get(b).values();
            System.arraycopy(from, 0, copy.parameters.get(b).values(), 0, from.length);
        }
        return copy;
    }

    public NetworkShape shape() {
        return shape;
    }

    /** Replaces the probability in [0, 1) that a unit is dropped, from the next {@link #gradient} on. */
    public void dropout(double probability) {
        shape = shape.withDropout(probability);
        for (Layer layer : layers) {
            if (layer instanceof DropoutLayer dropout) {
                dropout.probability(probability);
            }
        }
        stages = stages(layers);
    }

    private static Layer[] stages(List<Layer> layers) {
        return RectifiedMaxPoolLayer.fused(layers).stream()
                .filter(layer -> !(layer instanceof DropoutLayer dropout && dropout.isIdle()))
                .toArray(Layer[]::new);
    }

    /**
     * Which units of each hidden layer the latest {@link #gradient} left out of its first sample; empty where dropout is off
     * or there was none.
     */
    public List<boolean[]> dropped() {
        List<boolean[]> dropped = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof DropoutLayer dropout) {
                dropped.add(dropout.dropped());
            }
        }
        return dropped;
    }

    /** The {@link RandomStream#state() state} of the stream that dropped units are drawn from. */
    public long dropoutState() {
        return dropoutStream.state();
    }

    List<Layer> layers() {
        return layers;
    }

    OutputLoss loss() {
        return loss;
    }

    /** How many rows at most go through at once while a whole part is looked at. */
    int chunkRows() {
        return chunkRows;
    }

    /** All that is trained, from the first layer to the last. */
    public List<ParameterBlock> parameters() {
        return parameters;
    }

    /**
     * One pass forward and back in training, dropout on: leaves the gradient of the batch's mean loss in the
     * {@link #parameters()}.
     *
     * @param features batch × inputs, at least one row; its array may be longer
     * @param targets one a row; may be longer
     * @return the batch's mean loss
     */
    public double gradient(DMatrixRMaj features, double[] targets) {
        DMatrixRMaj outputs = forward(features, true);
        double sum = loss.sumAndGradient(outputs, targets, outputGradient);
        DMatrixRMaj gradient = outputGradient;
        for (int i = stages.length - 1; i >= 0; i--) {
            gradient = stages[i].backward(gradient);
        }
        return sum / features.numRows;
    }

    /** The loss and accuracy over all rows, in chunks of bounded memory, dropout off. */
    public Evaluation evaluate(DMatrixRMaj features, double[] targets) {
        double sum = 0;
        int right = 0;
        for (int from = 0; from < features.numRows; from += chunkRows) {
            DMatrixRMaj outputs = outputs(features, from);
            sum = loss.add(sum, outputs, targets, from);
            right += shape.outputs() > 1 ? countRight(outputs, targets, from) : 0;
        }
        double samples = features.numRows;
        return new Evaluation(sum / samples, shape.outputs() > 1 ? right / samples : Double.NaN);
    }

    /**
     * Predictions with dropout off, as a new matrix samples × outputs: probabilities for cross-entropy, the outputs
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
     * Outputs with dropout off for as many rows after {@code from} as one chunk has, in a buffer that is good until the
     * next call.
     */
    DMatrixRMaj outputs(DMatrixRMaj features, int from) {
        int rows = Math.min(chunkRows, features.numRows - from);
        if (columns != null && columns.suits(rows)) {
            return columns.outputs(features, from, rows);
        }
        return forward(chunk(features, from, rows), false);
    }

    /** Copies of all that was learned, in order. */
    public List<LayerWeights> weights() {
        List<LayerWeights> all = new ArrayList<>();
        for (Layer layer : layers) {
            LayerWeights weights = layer.weights();
            if (weights != null) {
                all.add(weights);
            }
        }
        return List.copyOf(all);
    }

    /** Takes over the given weights; refuses any wrong kind, shape or number before it changes anything. */
    public void load(List<LayerWeights> given) {
        List<Layer> learning =
                layers.stream().filter(layer -> layer.weights() != null).toList();
        if (given.size() != learning.size()) {
            throw new Refusal("layers", learning.size() + " layers", given.size());
        }
        for (int i = 0; i < given.size(); i++) {
            String name = "layers[" + i + "]";
            if (learning.get(i) instanceof DenseLayer dense) {
                dense.check(name, given.get(i));
            } else if (learning.get(i) instanceof ConvolutionLayer convolution) {
                convolution.check(name, given.get(i));
            } else {
                PreluLayer.check(name, given.get(i));
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (learning.get(i) instanceof DenseLayer dense && given.get(i) instanceof LayerWeights.Dense weights) {
                dense.load(weights);
            } else if (learning.get(i) instanceof ConvolutionLayer convolution
                    && given.get(i) instanceof LayerWeights.Convolution weights) {
                convolution.load(weights);
            } else if (learning.get(i) instanceof PreluLayer prelu
                    && given.get(i) instanceof LayerWeights.Prelu slope) {
                prelu.load(slope);
            }
        }
    }

    private DMatrixRMaj forward(DMatrixRMaj features, boolean training) {
        DMatrixRMaj values = features;
        for (Layer stage : stages) {
            values = stage.forward(values, training);
        }
        return values;
    }

    private DMatrixRMaj chunk(DMatrixRMaj features, int from, int rows) {
        chunk.reshape(rows, features.numCols);
        System.arraycopy(features.data, from * features.numCols, chunk.data, 0, rows * features.numCols);
        return chunk;
    }

    /** Rows whose largest output, the first of equals, is their target's class; row r has {@code targets[from + r]}. */
    static int countRight(DMatrixRMaj outputs, double[] targets, int from) {
        int classes = outputs.numCols;
        int right = 0;
        for (int row = 0; row < outputs.numRows; row++) {
            int at = row * classes;
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = outputs.data[at + c] > outputs.data[at + best] ? c : best;
            }
            right += best == (int) targets[from + row] ? 1 : 0;
        }
        return right;
    }
}
