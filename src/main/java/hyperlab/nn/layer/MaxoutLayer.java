package hyperlab.nn.layer;

import org.ejml.data.DMatrixRMaj;

/**
 * The maximum of each group of {@code pieces} adjacent inputs or, after a convolution, the maximum at each position
 * over {@code pieces} adjacent maps. In a tie, the lowest index wins.
 */
public final class MaxoutLayer extends MaxSelectionLayer {
    private final int pieces;
    private final int positions;

    /** @param positions number of positions of one map; 1 after a dense layer */
    public MaxoutLayer(int pieces, int positions) {
        this.pieces = pieces;
        this.positions = positions;
    }

    @Override
    int outputColumns(int inputColumns) {
        return inputColumns / pieces;
    }

    @Override
    void select(DMatrixRMaj input, int[] winners, double[] outputs) {
        int length = input.getNumElements() / pieces;
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
                outputs[unit * positions + position] = x[winner];
            }
        }
    }

    @Override
    public boolean isActivation() {
        return true;
    }
}
