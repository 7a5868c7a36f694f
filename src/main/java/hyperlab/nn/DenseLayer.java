package hyperlab.nn;

import hyperlab.random.RandomStream;
import hyperlab.rule.Refusal;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** z = W·x + b for each sample, with W as outputs × inputs, row by row in one array. */
final class DenseLayer implements Layer {
    private final int inputs;
    private final int outputs;
    private final boolean first;
    private final ParameterBlock weights;
    private final ParameterBlock bias;
    private final DenseKernel kernel = new DenseKernel();
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    /** @param first whether nothing lies before it, so that no one asks for the gradient of its input */
    DenseLayer(int inputs, int outputs, boolean first) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.first = first;
        this.weights = new ParameterBlock(inputs * outputs, true);
        this.bias = new ParameterBlock(outputs, false);
    }

    /** Draws the weights, row by row; the bias becomes 0. */
    void initialize(Initializer initializer, boolean rectified, RandomStream stream) {
        InitialDraw draw = InitialDraw.of(initializer, rectified, inputs, outputs);
        double[] values = weights.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = draw.next(stream);
        }
        Arrays.fill(bias.values(), 0);
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, outputs);
        kernel.forward(newInput, weights.values(), bias.values(), output);
        return output;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        kernel.weightGradient(outputGradient, input, weights.gradient());
        DenseKernel.columnSums(outputGradient, bias.gradient());
        if (!first) {
            inputGradient.reshape(input.numRows, inputs);
            kernel.inputGradient(outputGradient, weights.values(), inputGradient);
        }
        return inputGradient;
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

    /** Refuses what does not fit, under the name {@code name}. */
    void check(String name, LayerWeights given) {
        if (!(given instanceof LayerWeights.Dense dense)) {
            throw new Refusal(name, "dense", "prelu");
        }
        int rows = dense.weights().length;
        for (double[] row : dense.weights()) {
            if (rows != outputs || row.length != inputs) {
                throw new Refusal(name + ".weights", outputs + " × " + inputs, rows + " × " + row.length);
            }
            GivenNumbers.check(name + ".weights", row, inputs);
        }
        if (rows != outputs) {
            throw new Refusal(name + ".weights", outputs + " × " + inputs, rows + " rows");
        }
        GivenNumbers.check(name + ".bias", dense.bias(), outputs);
    }

    void load(LayerWeights.Dense given) {
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(given.weights()[o], 0, weights.values(), o * inputs, inputs);
        }
        System.arraycopy(given.bias(), 0, bias.values(), 0, outputs);
    }
}
