package hyperlab.nn;

import hyperlab.nn.kernel.LaneProducts;
import hyperlab.nn.layer.DenseLanes;
import hyperlab.nn.layer.ElementwiseLayer;
import hyperlab.nn.layer.LaneParameters;
import hyperlab.nn.layer.Layer;
import hyperlab.nn.layer.ParameterBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many networks of one shape, side by side: network k is lane k of each array. They see the same batches, and their
 * gradients are those of {@link Network#gradient}, bit for bit. Confined to one thread at a time.
 */
public final class NetworkLanes {
    /** Rows of a batch that are processed at a time, so that their values stay in a fast cache. */
    private static final int PART_ROWS = 16;

    private final NetworkShape shape;
    private final LossFunction loss;
    private final DenseLanes[] dense;
    /** After each dense layer; null for none. */
    private final @Nullable ElementwiseLayer[] activations;
    /** The outputs of each dense layer and their gradients, samples × units × lanes. */
    private final double[][][] sums;

    private final double[][][] sumGradients;
    /** The same after the activation; the same arrays if there is none. */
    private final double[][][] values;

    private final double[][][] valueGradients;
    private final List<LaneParameters> parameters = new ArrayList<>();

    /** @param lanes maximum number of networks */
    public NetworkLanes(NetworkShape shape, int lanes) {
        if (!supports(shape)) {
            throw new IllegalArgumentException("not supported: " + shape);
        }
        this.shape = shape;
        this.loss = LossFunction.of(shape.loss());
        List<Integer> widths = new ArrayList<>(List.of(shape.inputs()));
        widths.addAll(shape.hidden());
        widths.add(shape.outputs());
        int layers = widths.size() - 1;
        dense = new DenseLanes[layers];
        activations = new ElementwiseLayer[layers];
        sums = new double[layers][][];
        sumGradients = new double[layers][][];
        values = new double[layers][][];
        valueGradients = new double[layers][][];
        for (int i = 0; i < layers; i++) {
            dense[i] = new DenseLanes(widths.get(i), widths.get(i + 1), lanes);
            parameters.addAll(dense[i].parameters());
            activations[i] = i < layers - 1 ? activation(shape) : null;
            int length = PART_ROWS * widths.get(i + 1);
            sums[i] = new double[length][lanes];
            sumGradients[i] = new double[length][lanes];
            boolean linear = activations[i] == null;
            values[i] = linear ? sums[i] : new double[length][lanes];
            valueGradients[i] = linear ? sumGradients[i] : new double[length][lanes];
        }
    }

    /** Whether networks of this shape can be trained side by side: narrow dense layers without dropout. */
    public static boolean supports(NetworkShape shape) {
        List<Layer> layers = shape.activation().createLayers(1);
        boolean elementwise = layers.isEmpty() || (layers.size() == 1 && layers.get(0) instanceof ElementwiseLayer);
        int widest = shape.hidden().stream()
                .mapToInt(Integer::intValue)
                .reduce(Math.max(shape.inputs(), shape.outputs()), Math::max);
        return elementwise
                && shape.convolutions().isEmpty()
                && shape.dropout() == 0
                && LaneProducts.isNarrow(Integer.MAX_VALUE, widest);
    }

    private static @Nullable ElementwiseLayer activation(NetworkShape shape) {
        return shape.activation().createLayers(1).stream()
                .map(ElementwiseLayer.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** All trainable parameters, in the order of {@link Network#parameters()}. */
    public List<LaneParameters> parameters() {
        return parameters;
    }

    /** Copies the parameters of a network to a lane. */
    public void load(int lane, Network network) {
        List<ParameterBlock> blocks = network.parameters();
        for (int b = 0; b < blocks.size(); b++) {
            parameters.get(b).load(lane, blocks.get(b).values());
        }
    }

    /** Copies the parameters of a lane to a network. */
    public void store(int lane, Network network) {
        List<ParameterBlock> blocks = network.parameters();
        for (int b = 0; b < blocks.size(); b++) {
            parameters.get(b).store(lane, blocks.get(b).values());
        }
    }

    /** Replaces the network in lane {@code to} by that of lane {@code from}. */
    public void move(int from, int to) {
        for (LaneParameters block : parameters) {
            block.move(from, to);
        }
    }

    /**
     * Stores the gradients of the mean losses of the networks in the {@link #parameters()}.
     *
     * @param features batch × inputs, row by row, at least one row
     * @param targets one per row
     * @param rows number of samples
     * @param lanes number of networks, the first ones
     * @param losses set to the mean loss of each network
     */
    public void gradient(double[] features, double[] targets, int rows, int lanes, double[] losses) {
        for (DenseLanes layer : dense) {
            layer.clearGradients(lanes);
        }
        Arrays.fill(losses, 0, lanes, 0);
        for (int from = 0; from < rows; from += PART_ROWS) {
            int count = Math.min(PART_ROWS, rows - from);
            forward(features, from, count, rows, lanes);
            int last = dense.length - 1;
            loss.addSumsAndGradients(
                    new LossFunction.LanePart(values[last], shape.outputs(), targets, from, count, rows, lanes),
                    valueGradients[last],
                    losses);
            backward(features, from, count, rows, lanes);
        }
        for (DenseLanes layer : dense) {
            layer.finishGradients(rows, lanes);
        }
        for (int lane = 0; lane < lanes; lane++) {
            losses[lane] = loss.ofSum(losses[lane]) / rows;
        }
    }

    private void forward(double[] features, int from, int count, int batchRows, int lanes) {
        for (int i = 0; i < dense.length; i++) {
            if (i == 0) {
                dense[i].forwardShared(features, from, count, batchRows, sums[i], lanes);
            } else {
                dense[i].forward(values[i - 1], count, batchRows, sums[i], lanes);
            }
            ElementwiseLayer activation = activations[i];
            if (activation != null) {
                activation.forwardLanes(
                        sums[i], values[i], count * shape.hidden().get(i), lanes);
            }
        }
    }

    private void backward(double[] features, int from, int count, int batchRows, int lanes) {
        for (int i = dense.length - 1; i >= 0; i--) {
            ElementwiseLayer activation = activations[i];
            if (activation != null) {
                activation.backwardLanes(
                        sums[i],
                        values[i],
                        valueGradients[i],
                        sumGradients[i],
                        count * shape.hidden().get(i),
                        lanes);
            }
            if (i == 0) {
                dense[i].addGradientsShared(features, from, count, sumGradients[i], lanes);
            } else {
                dense[i].addGradients(values[i - 1], count, sumGradients[i], lanes);
                dense[i].inputGradient(sumGradients[i], count, batchRows, valueGradients[i - 1], lanes);
            }
        }
    }
}
