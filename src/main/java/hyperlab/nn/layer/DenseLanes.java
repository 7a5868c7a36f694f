package hyperlab.nn.layer;

import hyperlab.nn.kernel.LaneProducts;
import java.util.Arrays;
import java.util.List;

/**
 * A {@link DenseLayer} of many networks side by side, with the numbers of each, bit for bit. The values of a layer are
 * samples × units arrays with one element per lane. A batch is passed in parts, to keep them small.
 */
public final class DenseLanes {
    private final int inputs;
    private final int outputs;
    private final LaneParameters weights;
    private final LaneParameters bias;

    public DenseLanes(int inputs, int outputs, int lanes) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = new LaneParameters(inputs * outputs, lanes, true);
        this.bias = new LaneParameters(outputs, lanes, false);
    }

    /** The same as those of {@link DenseLayer#parameters()}. */
    public List<LaneParameters> parameters() {
        return List.of(weights, bias);
    }

    /** Sets the gradients to 0, before the first part of a batch. */
    public void clearGradients(int lanes) {
        for (double[] gradient : weights.gradient()) {
            Arrays.fill(gradient, 0, lanes, 0);
        }
        for (double[] gradient : bias.gradient()) {
            Arrays.fill(gradient, 0, lanes, 0);
        }
    }

    /** Completes the gradients after the last part of a batch. */
    public void finishGradients(int batchRows, int lanes) {
        if (!LaneProducts.addsTermsDirectly(outputs, inputs, batchRows)) {
            for (double[] gradient : weights.gradient()) {
                LaneProducts.addZero(gradient, lanes);
            }
        }
    }

    /**
     * z = W·x + b, where all networks have the same samples.
     *
     * @param x samples × inputs, row by row
     * @param from index of the first sample
     * @param rows number of samples in this part of the batch
     * @param batchRows number of samples in the batch
     */
    public void forwardShared(double[] x, int from, int rows, int batchRows, double[][] result, int lanes) {
        boolean direct = LaneProducts.addsTermsDirectly(batchRows, outputs, inputs);
        for (int row = 0; row < rows; row++) {
            for (int o = 0; o < outputs; o++) {
                double[] sums = result[row * outputs + o];
                start(direct, o, sums, lanes);
                LaneProducts.addScaled(
                        x, (from + row) * inputs, 1, weights.values(), o * inputs, 1, inputs, sums, lanes);
                finish(direct, o, sums, lanes);
            }
        }
    }

    /** z = W·x + b. */
    public void forward(double[][] x, int rows, int batchRows, double[][] result, int lanes) {
        boolean direct = LaneProducts.addsTermsDirectly(batchRows, outputs, inputs);
        for (int row = 0; row < rows; row++) {
            for (int o = 0; o < outputs; o++) {
                double[] sums = result[row * outputs + o];
                start(direct, o, sums, lanes);
                LaneProducts.addProducts(x, row * inputs, 1, weights.values(), o * inputs, 1, inputs, sums, lanes);
                finish(direct, o, sums, lanes);
            }
        }
    }

    private void start(boolean direct, int output, double[] sums, int lanes) {
        if (direct) {
            System.arraycopy(bias.values()[output], 0, sums, 0, lanes);
        } else {
            Arrays.fill(sums, 0, lanes, 0);
        }
    }

    private void finish(boolean direct, int output, double[] sums, int lanes) {
        if (!direct) {
            LaneProducts.addTo(bias.values()[output], sums, lanes);
        }
    }

    /** Adds to the gradients of W and b, where all networks have the same samples. */
    public void addGradientsShared(double[] x, int from, int rows, double[][] outputGradient, int lanes) {
        for (int o = 0; o < outputs; o++) {
            for (int k = 0; k < inputs; k++) {
                LaneProducts.addScaled(
                        x,
                        from * inputs + k,
                        inputs,
                        outputGradient,
                        o,
                        outputs,
                        rows,
                        weights.gradient()[o * inputs + k],
                        lanes);
            }
        }
        addBiasGradients(rows, outputGradient, lanes);
    }

    /** Adds to the gradients of W and b. */
    public void addGradients(double[][] x, int rows, double[][] outputGradient, int lanes) {
        for (int o = 0; o < outputs; o++) {
            for (int k = 0; k < inputs; k++) {
                LaneProducts.addProducts(
                        outputGradient, o, outputs, x, k, inputs, rows, weights.gradient()[o * inputs + k], lanes);
            }
        }
        addBiasGradients(rows, outputGradient, lanes);
    }

    private void addBiasGradients(int rows, double[][] outputGradient, int lanes) {
        for (int o = 0; o < outputs; o++) {
            LaneProducts.addRows(outputGradient, o, outputs, rows, bias.gradient()[o], lanes);
        }
    }

    /** The gradient with respect to the input, δ·W. */
    public void inputGradient(double[][] outputGradient, int rows, int batchRows, double[][] result, int lanes) {
        boolean direct = LaneProducts.addsTermsDirectly(batchRows, inputs, outputs);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inputs; k++) {
                double[] sums = result[row * inputs + k];
                Arrays.fill(sums, 0, lanes, 0);
                LaneProducts.addProducts(
                        outputGradient, row * outputs, 1, weights.values(), k, inputs, outputs, sums, lanes);
                if (!direct) {
                    LaneProducts.addZero(sums, lanes);
                }
            }
        }
    }
}
