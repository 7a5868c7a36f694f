package hyperlab.app.training;

import hyperlab.diagnosis.NetworkReport;
import hyperlab.nn.LayerWeights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen in a network itself; of an ensemble, in the first.
 *
 * @param report layer by layer
 * @param rows how many training rows it was looked at over
 * @param weights what was learned
 * @param measures what instruments read
 * @param dropped the units of each hidden layer that the latest step left out of its first sample
 * @param unit what the chosen unit gives on; null where none is chosen
 */
record NetworkLook(
        NetworkReport report,
        int rows,
        List<LayerWeights> weights,
        Measures measures,
        List<boolean[]> dropped,
        @Nullable UnitMap unit) {
    NetworkLook {
        weights = List.copyOf(weights);
        dropped = List.copyOf(dropped);
    }

    /**
     * A unit's picture.
     *
     * @param ofWeights whether it is the unit's weights by pixel rather than what it gives on over a plane
     * @param columns of the picture
     * @param rows of the picture
     * @param values row by row from the lower left
     */
    record UnitMap(boolean ofWeights, int columns, int rows, double[] values) {}
}
