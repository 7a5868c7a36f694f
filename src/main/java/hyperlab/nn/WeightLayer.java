package hyperlab.nn;

import java.util.List;

/**
 * One layer with weights, together with the activation after it, as named in reports. Learned slopes of the activation
 * belong to its parameters; dropout, which is off in diagnostics, is not part of it.
 *
 * @param index position among the network's layers with weights, from 0; the last one is the output layer
 * @param kind convolution, hidden or output layer
 * @param number position among the layers of the same kind, from 1
 * @param units number of outputs per position, after the activation
 * @param weights indices of its weight arrays in {@link Network#parameters()}
 * @param parameters indices of all its parameter arrays there
 */
public record WeightLayer(
        int index, LayerKind kind, int number, int units, List<Integer> weights, List<Integer> parameters) {
    public WeightLayer {
        weights = List.copyOf(weights);
        parameters = List.copyOf(parameters);
    }

    /** The kinds of layers, in network order. */
    public enum LayerKind {
        CONVOLUTION,
        HIDDEN,
        OUTPUT
    }
}
