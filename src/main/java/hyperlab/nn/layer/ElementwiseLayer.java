package hyperlab.nn.layer;

import hyperlab.nn.kernel.ElementwiseFunction;
import hyperlab.nn.kernel.Workers;
import org.ejml.data.DMatrixRMaj;

/** A layer that applies an elementwise activation function. */
public final class ElementwiseLayer implements Layer {
    /** Longer arrays are computed in parts of this length, which stay in the cache, and can be cancelled in between. */
    private static final int PART = 1 << 14;

    private static final int MIN_PARTED_LENGTH = 1 << 20;

    private final ElementwiseFunction function;
    private Workers workers = new Workers();
    private double[][] partArrays = new double[0][];
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private double[] secondDerivatives = new double[0];
    private DMatrixRMaj inputTangent = tangent;

    public ElementwiseLayer(ElementwiseFunction function) {
        this.function = function;
    }

    /** Sets what is asked whether the work has been cancelled. */
    public void setWorkers(Workers newWorkers) {
        workers = newWorkers;
    }

    boolean isRelu() {
        return function instanceof ElementwiseFunction.Relu;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, newInput.numCols);
        int length = newInput.getNumElements();
        if (length < MIN_PARTED_LENGTH) {
            function.forward(newInput.data, output.data, length);
        } else {
            forwardParts(newInput.data, output.data, length);
        }
        return output;
    }

    private void forwardParts(double[] x, double[] y, int length) {
        double[][] part = partArrays();
        for (int from = 0; from < length; from += PART) {
            workers.checkCancelled();
            int count = Math.min(PART, length - from);
            System.arraycopy(x, from, part[0], 0, count);
            function.forward(part[0], part[1], count);
            System.arraycopy(part[1], 0, y, from, count);
        }
    }

    private void backwardParts(double[] x, double[] y, double[] dy, double[] dx, int length) {
        double[][] part = partArrays();
        for (int from = 0; from < length; from += PART) {
            workers.checkCancelled();
            int count = Math.min(PART, length - from);
            System.arraycopy(x, from, part[0], 0, count);
            System.arraycopy(y, from, part[1], 0, count);
            System.arraycopy(dy, from, part[2], 0, count);
            function.backward(part[0], part[1], part[2], part[3], count);
            System.arraycopy(part[3], 0, dx, from, count);
        }
    }

    private double[][] partArrays() {
        if (partArrays.length == 0) {
            partArrays = new double[4][PART];
        }
        return partArrays;
    }

    /** The same as {@link #forward} with one array per unit. */
    void forwardColumns(double[][] inputColumns, double[][] outputColumns, int samples) {
        for (int unit = 0; unit < inputColumns.length; unit++) {
            function.forward(inputColumns[unit], outputColumns[unit], samples);
        }
    }

    /** The same as {@link #forward} with an array of lanes for each of {@code count} values. */
    public void forwardLanes(double[][] inputs, double[][] outputs, int count, int lanes) {
        for (int i = 0; i < count; i++) {
            function.forward(inputs[i], outputs[i], lanes);
        }
    }

    /** The same as {@link #backward} with an array of lanes for each of {@code count} values. */
    public void backwardLanes(
            double[][] inputs,
            double[][] outputs,
            double[][] outputGradients,
            double[][] inputGradients,
            int count,
            int lanes) {
        for (int i = 0; i < count; i++) {
            function.backward(inputs[i], outputs[i], outputGradients[i], inputGradients[i], lanes);
        }
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        inputGradient.reshape(input.numRows, input.numCols);
        int length = input.getNumElements();
        if (length < MIN_PARTED_LENGTH) {
            function.backward(input.data, output.data, outputGradient.data, inputGradient.data, length);
        } else {
            backwardParts(input.data, output.data, outputGradient.data, inputGradient.data, length);
        }
        return inputGradient;
    }

    /** f′(x)·ẋ. */
    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj newInputTangent, double[][] direction) {
        inputTangent = newInputTangent;
        tangent.reshape(input.numRows, input.numCols);
        function.backward(input.data, output.data, newInputTangent.data, tangent.data, input.getNumElements());
        return tangent;
    }

    /** δ̇·f′(x) + δ·f″(x)·ẋ. */
    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        int length = input.getNumElements();
        inputGradientTangent.reshape(input.numRows, input.numCols);
        if (secondDerivatives.length < length) {
            secondDerivatives = new double[length];
        }
        double[] gradientData = inputGradientTangent.data;
        function.backward(input.data, output.data, gradientTangent.data, gradientData, length);
        function.secondDerivative(input.data, output.data, secondDerivatives, length);
        for (int i = 0; i < length; i++) {
            gradientData[i] += outputGradient.data[i] * secondDerivatives[i] * inputTangent.data[i];
        }
        return inputGradientTangent;
    }

    @Override
    public boolean isActivation() {
        return true;
    }
}
