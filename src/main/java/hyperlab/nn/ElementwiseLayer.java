package hyperlab.nn;

import org.ejml.data.DMatrixRMaj;

/** A layer that applies an elementwise activation function. */
final class ElementwiseLayer implements Layer {
    private final Elementwise function;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private double[] bend = new double[0];
    private DMatrixRMaj inputTangent = tangent;

    ElementwiseLayer(Elementwise function) {
        this.function = function;
    }

    boolean isRelu() {
        return function instanceof Elementwise.Relu;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, newInput.numCols);
        function.values(newInput.data, output.data, newInput.getNumElements());
        return output;
    }

    /** The same as {@link #forward} with one array per unit. */
    void columns(double[][] inputColumns, double[][] outputColumns, int samples) {
        for (int unit = 0; unit < inputColumns.length; unit++) {
            function.values(inputColumns[unit], outputColumns[unit], samples);
        }
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        inputGradient.reshape(input.numRows, input.numCols);
        function.gradient(input.data, output.data, outputGradient.data, inputGradient.data, input.getNumElements());
        return inputGradient;
    }

    /** f′(x)·ẋ. */
    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj newInputTangent, double[][] direction) {
        inputTangent = newInputTangent;
        tangent.reshape(input.numRows, input.numCols);
        function.gradient(input.data, output.data, newInputTangent.data, tangent.data, input.getNumElements());
        return tangent;
    }

    /** δ̇·f′(x) + δ·f″(x)·ẋ. */
    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        int length = input.getNumElements();
        inputGradientTangent.reshape(input.numRows, input.numCols);
        if (bend.length < length) {
            bend = new double[length];
        }
        double[] moved = inputGradientTangent.data;
        function.gradient(input.data, output.data, gradientTangent.data, moved, length);
        function.curvature(input.data, output.data, bend, length);
        for (int i = 0; i < length; i++) {
            moved[i] += outputGradient.data[i] * bend[i] * inputTangent.data[i];
        }
        return inputGradientTangent;
    }

    @Override
    public boolean isActivation() {
        return true;
    }
}
