package hyperlab.nn.layer;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Derivatives of a layer whose outputs each equal one of its inputs. {@code winners[i]} is the index of the input that
 * the output {@code i} equals; no input is selected twice.
 */
final class MaxSelection {
    private MaxSelection() {}

    /** Sets each output's tangent to that of the selected input; {@code to} has the shape of the output. */
    static DMatrixRMaj gather(int[] winners, DMatrixRMaj from, DMatrixRMaj to) {
        int length = to.getNumElements();
        for (int i = 0; i < length; i++) {
            to.data[i] = from.data[winners[i]];
        }
        return to;
    }

    /** Hands each output's gradient to the selected input, and 0 to the others; {@code to} has the shape of the input. */
    static DMatrixRMaj scatter(int[] winners, DMatrixRMaj from, DMatrixRMaj to) {
        Arrays.fill(to.data, 0, to.getNumElements(), 0);
        int length = from.getNumElements();
        for (int i = 0; i < length; i++) {
            to.data[winners[i]] = from.data[i];
        }
        return to;
    }
}
