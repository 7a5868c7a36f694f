package hyperlab.nn.layer;

import org.ejml.data.DMatrixRMaj;

/**
 * The maximum of each group of {@code pieces} adjacent inputs or, after a convolution, the maximum at each position
 * over {@code pieces} adjacent maps. In a tie, the lowest index wins.
 */
public final class MaxoutLayer implements Layer {
    private final int pieces;
    private final int positions;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private int[] winners = new int[0];

    /** @param positions number of positions of one map; 1 after a dense layer */
    public MaxoutLayer(int pieces, int positions) {
        this.pieces = pieces;
        this.positions = positions;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj input, boolean training) {
        output.reshape(input.numRows, input.numCols / pieces);
        int length = output.getNumElements();
        if (winners.length < length) {
            winners = new int[length];
        }
        double[] x = input.data;
        for (int unit = 0; unit < length / positions; unit++) {
            int first = unit * pieces * positions;
            for (int position = 0; position < positions; position++) {
                int winner = first + position;
                for (int piece = 1; piece < pieces; piece++) {
                    int i = first + piece * positions + position;
                    winner = x[i] > x[winner] ? i : winner;
                }
                winners[unit * positions + position] = winner;
                output.data[unit * positions + position] = x[winner];
            }
        }
        return output;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        return scatterToWinners(outputGradient, inputGradient);
    }

    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction) {
        tangent.reshape(output.numRows, output.numCols);
        return MaxSelection.gather(winners, inputTangent, tangent);
    }

    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        return scatterToWinners(gradientTangent, inputGradientTangent);
    }

    private DMatrixRMaj scatterToWinners(DMatrixRMaj from, DMatrixRMaj to) {
        to.reshape(output.numRows, output.numCols * pieces);
        return MaxSelection.scatter(winners, from, to);
    }

    @Override
    public boolean isActivation() {
        return true;
    }
}
