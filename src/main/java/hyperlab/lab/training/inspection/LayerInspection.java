package hyperlab.lab.training.inspection;

import hyperlab.diagnosis.NetworkReport;
import hyperlab.nn.layer.LayerWeights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inspection of a network itself; for an ensemble, of its first network.
 *
 * @param report activations and gradients, layer by layer
 * @param rows number of training rows used for the report
 * @param weights the weights; empty unless the network diagram is visible
 * @param measurements additional measurements
 * @param droppedUnits for each hidden layer, the units that dropout dropped for the first sample of the latest step
 * @param unit the image of the selected unit; null for none
 * @param maps for the inputs and each layer with weights, the values of its first units over the plane; empty unless
 *     the data are two-dimensional and the network diagram is visible
 */
public record LayerInspection(
        NetworkReport report,
        int rows,
        List<LayerWeights> weights,
        NetworkMeasurements measurements,
        List<boolean[]> droppedUnits,
        @Nullable UnitImage unit,
        List<List<UnitImage>> maps) {
    public LayerInspection {
        weights = List.copyOf(weights);
        droppedUnits = List.copyOf(droppedUnits);
        maps = maps.stream().map(List::copyOf).toList();
    }

    /**
     * The image of a unit.
     *
     * @param showsWeights true for the unit's weights by pixel, false for its output over a plane
     * @param columns width of the image
     * @param rows height of the image
     * @param values row by row from the lower left
     */
    public record UnitImage(boolean showsWeights, int columns, int rows, double[] values) {}
}
