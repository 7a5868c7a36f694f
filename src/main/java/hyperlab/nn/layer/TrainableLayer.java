package hyperlab.nn.layer;

import hyperlab.rule.InvalidInputException;

/** A layer with learned parameters. */
public interface TrainableLayer extends Layer {
    /** A copy of the learned parameters. */
    LayerWeights weights();

    /**
     * Checks that the given weights fit this layer.
     *
     * @throws InvalidInputException with a name that starts with {@code name}, if the kind, the shape or a number is
     *     invalid
     */
    void check(String name, LayerWeights newWeights);

    /** Replaces the learned parameters by the given ones, which {@link #check} accepts. */
    void load(LayerWeights newWeights);
}
