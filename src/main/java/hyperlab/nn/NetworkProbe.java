package hyperlab.nn;

import hyperlab.nn.layer.Layer;
import hyperlab.nn.layer.MaxoutLayer;
import hyperlab.nn.layer.ParameterBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Inspects a network without affecting its parameters, its random streams or its further training: computes gradients,
 * Hessian-vector products and the activations of each layer, over any number of rows in chunks of bounded memory.
 * Dropout is off and the penalty is not included. Uses the buffers of the network, so it must be called on the
 * network's thread, between two steps. Afterward, the gradients in {@link Network#parameters()} are undefined until the
 * next {@link Network#gradient}.
 */
public final class NetworkProbe {
    private final Network network;
    private final List<Layer> layers;
    private final LossFunction loss;
    private final List<WeightLayer> weightLayers;
    /** The index of each weight layer in {@link #layers}. */
    private final int[] weightLayerIndices;
    /**
     * For each layer, the index in {@link Network#parameters()} of its first parameter array; the last element is the
     * number of arrays.
     */
    private final int[] firstBlock;

    private final DMatrixRMaj chunk = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj lossGradient = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj lossGradientTangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj ones = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj[] outputs;
    private final DMatrixRMaj[] gradients;
    private double[] targets = new double[0];

    public NetworkProbe(Network network) {
        this.network = network;
        this.layers = network.layers();
        this.loss = network.loss();
        this.firstBlock = new int[layers.size() + 1];
        for (int i = 0; i < layers.size(); i++) {
            firstBlock[i + 1] = firstBlock[i] + layers.get(i).parameters().size();
        }
        this.weightLayerIndices = IntStream.range(0, layers.size())
                .filter(i -> layers.get(i).parameters().stream().anyMatch(ParameterBlock::isWeight))
                .toArray();
        this.weightLayers = createWeightLayers();
        this.outputs = new DMatrixRMaj[layers.size()];
        this.gradients = new DMatrixRMaj[layers.size()];
    }

    private List<WeightLayer> createWeightLayers() {
        int pieces = network.shape().activation().pieces();
        int convolutions = network.shape().convolutions().size();
        List<WeightLayer> result = new ArrayList<>();
        for (int index = 0; index < weightLayerIndices.length; index++) {
            boolean last = index == weightLayerIndices.length - 1;
            int from = firstBlock[weightLayerIndices[index]];
            int to = firstBlock[last ? layers.size() : weightLayerIndices[index + 1]];
            List<Integer> weights = new ArrayList<>();
            List<Integer> all = new ArrayList<>();
            for (int block = from; block < to; block++) {
                all.add(block);
                if (network.parameters().get(block).isWeight()) {
                    weights.add(block);
                }
            }
            int biases = network.parameters().get(from + 1).values().length;
            WeightLayer.LayerKind hidden =
                    index < convolutions ? WeightLayer.LayerKind.CONVOLUTION : WeightLayer.LayerKind.HIDDEN;
            result.add(new WeightLayer(
                    index,
                    last ? WeightLayer.LayerKind.OUTPUT : hidden,
                    last ? 1 : index < convolutions ? index + 1 : index - convolutions + 1,
                    last ? biases : biases / pieces,
                    weights,
                    all));
        }
        return List.copyOf(result);
    }

    /** The layers with weights, from the first to the output layer. */
    public List<WeightLayer> weightLayers() {
        return weightLayers;
    }

    public Network network() {
        return network;
    }

    /**
     * Computes the mean loss over all rows and its gradient, which full-batch gradient descent would use.
     *
     * @param features samples × inputs, at least one row
     * @param rowTargets one per row
     * @param result overwritten with the gradient
     * @return the mean loss
     */
    public double gradient(DMatrixRMaj features, double[] rowTargets, ParameterVector result) {
        return processChunks(features, rowTargets, result, () -> {});
    }

    /**
     * Like {@link #gradient}, but also passes the activations and gradients of each layer to a visitor.
     *
     * @return the mean loss
     */
    public double visitLayers(
            DMatrixRMaj features, double[] rowTargets, ParameterVector result, LayerPass.LayerPassVisitor visitor) {
        return processChunks(
                features, rowTargets, result, () -> weightLayers.forEach(layer -> visitor.visit(layerPass(layer))));
    }

    private double processChunks(
            DMatrixRMaj features, double[] rowTargets, ParameterVector result, Runnable afterEachChunk) {
        result.fill(0);
        double sum = 0;
        for (int from = 0; from < features.numRows; from += chunk.numRows) {
            loadChunk(features, rowTargets, from);
            sum += forwardBackward(Layer::backward);
            addGradients(1.0 / features.numRows, result);
            afterEachChunk.run();
        }
        return sum / features.numRows;
    }

    /**
     * The signals of one layer for a chunk of rows.
     *
     * @param outputs a, as in {@link LayerPass}
     * @param sumGradients derivative of each row's own loss with respect to z, as in {@link LayerPass}
     */
    public record LayerSignals(WeightLayer layer, DMatrixRMaj outputs, DMatrixRMaj sumGradients) {}

    /**
     * Passes the outputs and the gradients of each layer with weights to a visitor, from the first layer to the last
     * for each chunk of rows, without the gradients of the weights. The matrices are valid only during the call.
     */
    public void visitSignals(DMatrixRMaj features, double[] rowTargets, Consumer<LayerSignals> visitor) {
        for (int from = 0; from < features.numRows; from += chunk.numRows) {
            loadChunk(features, rowTargets, from);
            forwardBackward(Layer::inputGradient);
            for (WeightLayer layer : weightLayers) {
                visitor.accept(new LayerSignals(
                        layer, outputs[outputIndex(layer)], gradients[weightLayerIndices[layer.index()]]));
            }
        }
    }

    /**
     * Computes the product of the Hessian of the mean loss over all rows with a direction. This is the derivative of
     * the gradient in that direction, exact except for rounding (Pearlmutter 1994), with the second derivative taken as
     * 0 at kinks. Costs about as much as three gradients.
     *
     * @param features samples × inputs, at least one row
     * @param rowTargets one per row
     * @param direction not modified
     * @param result overwritten with the product
     */
    public void hessianVectorProduct(
            DMatrixRMaj features, double[] rowTargets, ParameterVector direction, ParameterVector result) {
        result.fill(0);
        ParameterVector part = ParameterVector.zeros(network);
        for (int from = 0; from < features.numRows; from += chunk.numRows) {
            loadChunk(features, rowTargets, from);
            forwardBackward(Layer::backward);
            computeTangents(direction, part);
            result.addScaled(1.0 / features.numRows, part);
        }
    }

    /** The outputs f(z) of a layer for each row, as a new matrix samples × outputs. */
    public DMatrixRMaj outputs(WeightLayer layer, DMatrixRMaj features) {
        DMatrixRMaj all = new DMatrixRMaj(0, 0);
        for (int from = 0; from < features.numRows; from += chunk.numRows) {
            loadChunk(features, new double[0], from);
            forward();
            DMatrixRMaj chunkOutputs = outputs[outputIndex(layer)];
            all.reshape(features.numRows, chunkOutputs.numCols);
            System.arraycopy(
                    chunkOutputs.data, 0, all.data, from * chunkOutputs.numCols, chunkOutputs.getNumElements());
        }
        return all;
    }

    /**
     * The pre-activations of one layer for a chunk of rows.
     *
     * @param sums z, as in {@link LayerPass}
     * @param slopes f′(z); null for Maxout and if no activation follows
     */
    public record LayerSums(
            WeightLayer layer, DMatrixRMaj sums, @Nullable DMatrixRMaj slopes) {}

    /** Receives the pre-activations of a layer, which are valid only during the call. */
    @FunctionalInterface
    public interface LayerSumsVisitor {
        /** Called once for each layer, from the first to the last. */
        void visit(LayerSums layerSums);
    }

    /**
     * Passes the pre-activations of each layer with weights to a visitor, without computing gradients.
     *
     * @param from the first row
     * @param maxRows the maximum number of rows, &gt; 0; fewer are visited at the end, and if memory requires it
     * @return the number of rows that were visited
     */
    public int visitSums(DMatrixRMaj features, int from, int maxRows, LayerSumsVisitor visitor) {
        loadRows(features, from, Math.min(maxRows, network.chunkRows()));
        forward();
        for (WeightLayer layer : weightLayers) {
            visitor.visit(new LayerSums(layer, outputs[weightLayerIndices[layer.index()]], slopes(layer)));
        }
        return chunk.numRows;
    }

    private void loadChunk(DMatrixRMaj features, double[] rowTargets, int from) {
        int rows = loadRows(features, from, network.chunkRows());
        targets = from < rowTargets.length ? Arrays.copyOfRange(rowTargets, from, from + rows) : targets;
    }

    private int loadRows(DMatrixRMaj features, int from, int maxRows) {
        int rows = Math.min(maxRows, features.numRows - from);
        chunk.reshape(rows, features.numCols);
        System.arraycopy(features.data, from * features.numCols, chunk.data, 0, rows * features.numCols);
        return rows;
    }

    private DMatrixRMaj forward() {
        DMatrixRMaj values = chunk;
        for (int i = 0; i < layers.size(); i++) {
            values = layers.get(i).forward(values, false);
            outputs[i] = values;
        }
        return values;
    }

    /**
     * Returns the summed loss of the chunk.
     *
     * @param backward {@link Layer#backward} stores the gradient of that sum in the parameters
     */
    private double forwardBackward(BiFunction<Layer, DMatrixRMaj, DMatrixRMaj> backward) {
        DMatrixRMaj values = forward();
        double sum = loss.sumAndGradient(values, targets, lossGradient);
        scale(lossGradient, values.numRows);
        DMatrixRMaj gradient = lossGradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            gradients[i] = gradient;
            gradient = backward.apply(layers.get(i), gradient);
        }
        return sum;
    }

    private void computeTangents(ParameterVector direction, ParameterVector result) {
        DMatrixRMaj tangent = chunk;
        for (int i = 0; i < layers.size(); i++) {
            tangent = layers.get(i).forwardTangent(tangent, direction.slice(firstBlock[i], firstBlock[i + 1]));
        }
        loss.gradientTangent(outputs[layers.size() - 1], tangent, lossGradientTangent);
        scale(lossGradientTangent, chunk.numRows);
        DMatrixRMaj gradientTangent = lossGradientTangent;
        for (int i = layers.size() - 1; i >= 0; i--) {
            gradientTangent = layers.get(i)
                    .backwardTangent(
                            gradients[i],
                            gradientTangent,
                            direction.slice(firstBlock[i], firstBlock[i + 1]),
                            result.slice(firstBlock[i], firstBlock[i + 1]));
        }
    }

    private void addGradients(double factor, ParameterVector result) {
        for (int b = 0; b < result.blocks(); b++) {
            double[] from = network.parameters().get(b).gradient();
            double[] to = result.block(b);
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * from[i];
            }
        }
    }

    private LayerPass layerPass(WeightLayer layer) {
        int layerIndex = weightLayerIndices[layer.index()];
        int last = outputIndex(layer);
        DMatrixRMaj inputs = layerIndex == 0 ? chunk : outputs[layerIndex - 1];
        return new LayerPass(layer, inputs, outputs[layerIndex], gradients[layerIndex], outputs[last], slopes(layer));
    }

    /** f′(z) of the activation that follows a layer; null for Maxout and if none follows. */
    private @Nullable DMatrixRMaj slopes(WeightLayer layer) {
        int layerIndex = weightLayerIndices[layer.index()];
        int last = outputIndex(layer);
        Layer activation = layers.get(last);
        if (last == layerIndex || activation instanceof MaxoutLayer) {
            return null;
        }
        // The tangent of an elementwise function for an input tangent of all ones is its derivative.
        DMatrixRMaj sums = outputs[layerIndex];
        ones.reshape(sums.numRows, sums.numCols);
        Arrays.fill(ones.data, 1);
        return activation.forwardTangent(
                ones, new double[activation.parameters().size()][1]);
    }

    /**
     * The index of the layer that produces a weight layer's outputs: its activation if there is one, otherwise the
     * layer itself.
     */
    private int outputIndex(WeightLayer layer) {
        int next = weightLayerIndices[layer.index()] + 1;
        return next < layers.size() && layers.get(next).isActivation() ? next : next - 1;
    }

    private static void scale(DMatrixRMaj matrix, double factor) {
        int length = matrix.getNumElements();
        for (int i = 0; i < length; i++) {
            matrix.data[i] *= factor;
        }
    }
}
