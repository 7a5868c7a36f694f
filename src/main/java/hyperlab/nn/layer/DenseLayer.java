package hyperlab.nn.layer;

import hyperlab.nn.kernel.BiasKernel;
import hyperlab.nn.kernel.MatrixOps;
import hyperlab.nn.kernel.RowAxpy;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** z = W·x + b for each sample: batch × inputs to batch × outputs. W is outputs × inputs in row-major order. */
public final class DenseLayer implements TrainableLayer {
    private final int inputs;
    private final int outputs;
    private final boolean first;
    private final ParameterBlock weights;
    private final ParameterBlock bias;
    private final MatrixOps ops;
    /** W and its gradient: the arrays of {@link #weights} as matrices. */
    private final DMatrixRMaj weightMatrix;

    private final DMatrixRMaj weightGradient;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj addend = new DMatrixRMaj(0, 0);
    private DMatrixRMaj inputTangent = tangent;

    /**
     * @param first whether this is the network's first layer, so that the gradient of its input is not needed
     * @param ops matrix products; used only by the thread of this layer
     */
    public DenseLayer(int inputs, int outputs, boolean first, MatrixOps ops) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.first = first;
        this.weights = new ParameterBlock(inputs * outputs, true);
        this.bias = new ParameterBlock(outputs, false);
        this.ops = ops;
        this.weightMatrix = DMatrixRMaj.wrap(outputs, inputs, weights.values());
        this.weightGradient = DMatrixRMaj.wrap(outputs, inputs, weights.gradient());
    }

    /** Initializes the weights row by row and sets the bias to 0. */
    public void initialize(Initializer initializer, boolean rectifier, RandomStream stream) {
        WeightSampler.of(initializer, rectifier, inputs, outputs).initialize(weights, bias, stream);
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        forward(newInput, weightMatrix, bias.values(), output);
        return output;
    }

    /** result = x·Wᵀ + b; reshaped and overwritten. */
    private void forward(DMatrixRMaj x, DMatrixRMaj w, double[] b, DMatrixRMaj result) {
        result.reshape(x.numRows, outputs);
        BiasKernel.fillRows(b, result);
        ops.multAddTransB(x, w, result);
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        ops.multTransA(outputGradient, input, weightGradient);
        BiasKernel.columnSums(outputGradient, bias.gradient());
        return inputGradient(outputGradient);
    }

    @Override
    public DMatrixRMaj inputGradient(DMatrixRMaj outputGradient) {
        if (!first) {
            ops.mult(outputGradient, weightMatrix, inputGradient);
        }
        return inputGradient;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    /** The same as {@link #forward} with one array per unit: inputs × samples to outputs × samples. */
    void forwardColumns(double[][] inputColumns, double[][] outputColumns, int samples) {
        for (int o = 0; o < outputs; o++) {
            Arrays.fill(outputColumns[o], 0, samples, bias.values()[o]);
            RowAxpy.add(weights.values(), o * inputs, 1, inputColumns, 0, inputs, outputColumns[o], 0, samples);
        }
    }

    /** With the directions V of W and c of b: V·x + c + W·ẋ. */
    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj newInputTangent, double[][] direction) {
        inputTangent = newInputTangent;
        forward(input, asWeights(direction[0]), direction[1], tangent);
        if (!first) {
            forward(newInputTangent, weightMatrix, new double[outputs], addend);
            add(addend.data, tangent.data, tangent.getNumElements());
        }
        return tangent;
    }

    /** With δ and its derivative δ̇: δ̇ᵀ·x + δᵀ·ẋ for W, the column sums of δ̇ for b, and δ̇·W + δ·V for the input. */
    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        ops.multTransA(gradientTangent, input, asWeights(result[0]));
        BiasKernel.columnSums(gradientTangent, result[1]);
        if (!first) {
            ops.multTransA(outputGradient, inputTangent, addend);
            add(addend.data, result[0], result[0].length);
            ops.mult(gradientTangent, weightMatrix, inputGradientTangent);
            ops.mult(outputGradient, asWeights(direction[0]), addend);
            add(addend.data, inputGradientTangent.data, inputGradientTangent.getNumElements());
        }
        return inputGradientTangent;
    }

    private DMatrixRMaj asWeights(double[] values) {
        return DMatrixRMaj.wrap(outputs, inputs, values);
    }

    private static void add(double[] from, double[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] += from[i];
        }
    }

    @Override
    public List<ParameterBlock> parameters() {
        return List.of(weights, bias);
    }

    @Override
    public LayerWeights.Dense weights() {
        double[][] rows = new double[outputs][];
        for (int o = 0; o < outputs; o++) {
            rows[o] = Arrays.copyOfRange(weights.values(), o * inputs, (o + 1) * inputs);
        }
        return new LayerWeights.Dense(rows, bias.values().clone());
    }

    @Override
    public void check(String name, LayerWeights newWeights) {
        if (!(newWeights instanceof LayerWeights.Dense dense)) {
            throw new InvalidInputException(name, Rule.EXACTLY, "dense", newWeights.kind());
        }
        int rows = dense.weights().length;
        for (double[] row : dense.weights()) {
            if (rows != outputs || row.length != inputs) {
                throw new InvalidInputException(
                        name + ".weights", Rule.WEIGHTS_SHAPE, outputs, inputs, rows, row.length);
            }
            ArrayChecks.check(name + ".weights", row, inputs);
        }
        if (rows != outputs) {
            throw new InvalidInputException(name + ".weights", Rule.WEIGHTS_ROWS, outputs, inputs, rows);
        }
        ArrayChecks.check(name + ".bias", dense.bias(), outputs);
    }

    @Override
    public void load(LayerWeights newWeights) {
        LayerWeights.Dense loaded = (LayerWeights.Dense) newWeights;
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(loaded.weights()[o], 0, weights.values(), o * inputs, inputs);
        }
        System.arraycopy(loaded.bias(), 0, bias.values(), 0, outputs);
    }
}
