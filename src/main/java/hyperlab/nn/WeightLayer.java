package hyperlab.nn;

import java.util.List;

/**
 * One layer of weights with the activation after it, as reports name it. Learned slopes of the activation count as its
 * parameters; dropout, which diagnostics leave off, has no part in it.
 *
 * @param index its place among a network's layers of weights, from 0; the last is the output layer
 * @param kind what it is
 * @param number its place among those of its kind, from 1
 * @param units numbers that it gives on for each place, after the activation
 * @param weights places of its weights in {@link Network#parameters()}
 * @param parameters places of all its parameters there
 */
public record WeightLayer(
        int index, Kind kind, int number, int units, List<Integer> weights, List<Integer> parameters) {
    public WeightLayer {
        weights = List.copyOf(weights);
        parameters = List.copyOf(parameters);
    }

    /** Kinds of layers, in the order in which they come. */
    public enum Kind {
        CONVOLUTION,
        HIDDEN,
        OUTPUT
    }
}
