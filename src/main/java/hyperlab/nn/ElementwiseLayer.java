package hyperlab.nn;

import org.ejml.data.DMatrixRMaj;

/** An activation that changes each number by itself. */
final class ElementwiseLayer implements Layer {
    private final Elementwise function;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    ElementwiseLayer(Elementwise function) {
        this.function = function;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, newInput.numCols);
        function.values(newInput.data, output.data, newInput.getNumElements());
        return output;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        inputGradient.reshape(input.numRows, input.numCols);
        function.gradient(input.data, output.data, outputGradient.data, inputGradient.data, input.getNumElements());
        return inputGradient;
    }
}
