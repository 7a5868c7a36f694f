package hyperlab.nn;

/** The learned numbers of one layer, as {@code weights.json} holds them in order; copies, free to change. */
public sealed interface LayerWeights {
    /**
     * A dense layer's matrix and bias.
     *
     * @param weights outputs × inputs; a Maxout layer has units·pieces outputs
     * @param bias one an output
     */
    record Dense(double[][] weights, double[] bias) implements LayerWeights {}

    /**
     * PReLU's learned slope.
     *
     * @param slope one number for the whole layer
     */
    record Prelu(double[] slope) implements LayerWeights {}
}
