package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The single layer that is equivalent to a network of linear layers: {@code W_n(… W_2(W_1x + b_1) + b_2 …) + b_n = Wx +
 * b} with {@code W = W_n ⋯ W_2W_1} and {@code b = W_n(… W_2b_1 + b_2 …) + b_n}. More linear layers do not let the
 * network compute anything that one layer cannot.
 *
 * @param sizes the number of inputs, then the number of units of each layer, with the outputs last
 * @param weights W: outputs × inputs
 * @param bias b: one per output
 */
public record LinearCollapse(List<Integer> sizes, double[][] weights, double[] bias) {
    public LinearCollapse {
        sizes = List.copyOf(sizes);
    }

    /**
     * Multiplies the network's weight matrices.
     *
     * @throws InvalidInputException unless the activation is the linear function and there are no convolutions
     */
    public static LinearCollapse of(Network network) {
        Activation activation = network.shape().activation();
        if (!(activation instanceof Activation.Linear)) {
            throw new InvalidInputException("activation", Rule.LINEAR_LAYERS, activation.name());
        }
        List<Integer> sizes = new ArrayList<>(List.of(network.shape().inputs()));
        DMatrixRMaj product = CommonOps_DDRM.identity(network.shape().inputs());
        DMatrixRMaj offset = new DMatrixRMaj(network.shape().inputs(), 1);
        for (LayerWeights layer : network.weights()) {
            if (!(layer instanceof LayerWeights.Dense dense)) {
                throw new InvalidInputException("convolutions", Rule.NO_CONVOLUTIONS);
            }
            DMatrixRMaj matrix = new DMatrixRMaj(dense.weights());
            DMatrixRMaj next = new DMatrixRMaj(matrix.numRows, product.numCols);
            CommonOps_DDRM.mult(matrix, product, next);
            DMatrixRMaj nextOffset = new DMatrixRMaj(matrix.numRows, 1);
            CommonOps_DDRM.mult(matrix, offset, nextOffset);
            CommonOps_DDRM.addEquals(nextOffset, new DMatrixRMaj(matrix.numRows, 1, true, dense.bias()));
            product = next;
            offset = nextOffset;
            sizes.add(matrix.numRows);
        }
        double[][] weights = new double[product.numRows][product.numCols];
        for (int row = 0; row < product.numRows; row++) {
            for (int column = 0; column < product.numCols; column++) {
                weights[row][column] = product.get(row, column);
            }
        }
        return new LinearCollapse(sizes, weights, offset.data.clone());
    }

    /** Returns Wx + b for each row, as samples × outputs. */
    public DMatrixRMaj outputs(DMatrixRMaj features) {
        DMatrixRMaj outputs = new DMatrixRMaj(features.numRows, bias.length);
        CommonOps_DDRM.multTransB(features, new DMatrixRMaj(weights), outputs);
        for (int row = 0; row < features.numRows; row++) {
            for (int k = 0; k < bias.length; k++) {
                outputs.add(row, k, bias[k]);
            }
        }
        return outputs;
    }

    /**
     * Compares Wx + b with the network's own output.
     *
     * @param product Wx + b of the first row
     * @param network the network's own output for the first row, before any softmax
     * @param maxDifference the largest absolute difference of the two over all rows and outputs, which is due to
     *     rounding
     */
    public record CollapseComparison(List<Double> product, List<Double> network, double maxDifference) {
        public CollapseComparison {
            product = List.copyOf(product);
            network = List.copyOf(network);
        }
    }

    /** Compares the outputs over the given rows, of which there must be at least one. */
    public CollapseComparison compare(Network network, DMatrixRMaj features) {
        DMatrixRMaj collapsed = outputs(features);
        NetworkProbe probe = new NetworkProbe(network);
        DMatrixRMaj original =
                probe.outputs(probe.weightLayers().get(probe.weightLayers().size() - 1), features);
        double maxDifference = 0;
        for (int i = 0; i < collapsed.getNumElements(); i++) {
            maxDifference = Math.max(maxDifference, Math.abs(collapsed.data[i] - original.data[i]));
        }
        return new CollapseComparison(first(collapsed), first(original), maxDifference);
    }

    private static List<Double> first(DMatrixRMaj outputs) {
        return Arrays.stream(outputs.data, 0, outputs.numCols).boxed().toList();
    }
}
