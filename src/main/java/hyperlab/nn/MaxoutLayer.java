package hyperlab.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** The largest of each {@code pieces} neighbouring inputs; a tie goes to the lowest. */
final class MaxoutLayer implements Layer {
    private final int pieces;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private int[] winners = new int[0];

    MaxoutLayer(int pieces) {
        this.pieces = pieces;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj input, boolean training) {
        output.reshape(input.numRows, input.numCols / pieces);
        int length = output.getNumElements();
        if (winners.length < length) {
            winners = new int[length];
        }
        double[] x = input.data;
        for (int unit = 0; unit < length; unit++) {
            int winner = unit * pieces;
            for (int i = winner + 1; i < (unit + 1) * pieces; i++) {
                winner = x[i] > x[winner] ? i : winner;
            }
            winners[unit] = winner;
            output.data[unit] = x[winner];
        }
        return output;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        return toWinners(outputGradient, inputGradient);
    }

    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction) {
        tangent.reshape(output.numRows, output.numCols);
        int length = output.getNumElements();
        for (int unit = 0; unit < length; unit++) {
            tangent.data[unit] = inputTangent.data[winners[unit]];
        }
        return tangent;
    }

    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        return toWinners(gradientTangent, inputGradientTangent);
    }

    private DMatrixRMaj toWinners(DMatrixRMaj from, DMatrixRMaj to) {
        to.reshape(output.numRows, output.numCols * pieces);
        Arrays.fill(to.data, 0, to.getNumElements(), 0);
        int length = output.getNumElements();
        for (int unit = 0; unit < length; unit++) {
            to.data[winners[unit]] = from.data[unit];
        }
        return to;
    }

    @Override
    public boolean isActivation() {
        return true;
    }
}
