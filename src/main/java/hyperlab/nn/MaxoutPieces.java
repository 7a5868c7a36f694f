package hyperlab.nn;

import java.util.function.IntConsumer;
import org.ejml.data.DMatrixRMaj;

/** Which pieces of Maxout units give their outputs. */
public final class MaxoutPieces {
    private MaxoutPieces() {}

    /**
     * Visits the winner of each unit at each position, row by row. Piece p of unit u has the sums with index u·pieces +
     * p, each at all positions of its map. In a tie, the lowest piece wins.
     *
     * @param sums rows × (units·pieces·positions)
     * @param consumer receives u·pieces + p of each winner
     */
    public static void forEachWinner(DMatrixRMaj sums, int units, int pieces, IntConsumer consumer) {
        int positions = sums.numCols / (units * pieces);
        for (int row = 0; row < sums.numRows; row++) {
            for (int unit = 0; unit < units; unit++) {
                for (int position = 0; position < positions; position++) {
                    int first = row * sums.numCols + unit * pieces * positions + position;
                    int winner = 0;
                    for (int piece = 1; piece < pieces; piece++) {
                        winner = sums.data[first + piece * positions] > sums.data[first + winner * positions]
                                ? piece
                                : winner;
                    }
                    consumer.accept(unit * pieces + winner);
                }
            }
        }
    }
}
