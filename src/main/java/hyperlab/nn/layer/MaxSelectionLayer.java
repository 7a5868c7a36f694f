package hyperlab.nn.layer;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** A layer whose outputs each equal one of its inputs, the winner of a group. No input is in two groups. */
abstract class MaxSelectionLayer implements Layer {
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private int[] winners = new int[0];
    private int inputColumns;

    /**
     * Sets {@code winners[i]} to the index of the input that the output {@code i} equals, and {@code outputs[i]} to it.
     *
     * @param outputs the array of the outputs, which may be longer
     */
    abstract void select(DMatrixRMaj input, int[] winners, double[] outputs);

    /** The number of outputs of a sample with this many inputs. */
    abstract int outputColumns(int inputColumns);

    @Override
    public final DMatrixRMaj forward(DMatrixRMaj input, boolean training) {
        inputColumns = input.numCols;
        output.reshape(input.numRows, outputColumns(input.numCols));
        if (winners.length < output.getNumElements()) {
            winners = new int[output.getNumElements()];
        }
        select(input, winners, output.data);
        return output;
    }

    @Override
    public final DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        return scatter(outputGradient, inputGradient);
    }

    @Override
    public final DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction) {
        tangent.reshape(output.numRows, output.numCols);
        int length = tangent.getNumElements();
        for (int i = 0; i < length; i++) {
            tangent.data[i] = inputTangent.data[winners[i]];
        }
        return tangent;
    }

    @Override
    public final DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        return scatter(gradientTangent, inputGradientTangent);
    }

    /** Hands the value of each output to its winner, and 0 to all other inputs. */
    private DMatrixRMaj scatter(DMatrixRMaj from, DMatrixRMaj to) {
        to.reshape(output.numRows, inputColumns);
        Arrays.fill(to.data, 0, to.getNumElements(), 0);
        int length = from.getNumElements();
        for (int i = 0; i < length; i++) {
            to.data[winners[i]] = from.data[i];
        }
        return to;
    }
}
