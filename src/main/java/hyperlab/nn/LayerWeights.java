package hyperlab.nn;

/** The learned numbers of one layer, as {@code weights.json} holds them in order; copies, free to change. */
public sealed interface LayerWeights {
    /** The kind of layer, as files name it. */
    String kind();

    /**
     * A dense layer's matrix and bias.
     *
     * @param weights outputs × inputs; a Maxout layer has units·pieces outputs
     * @param bias one an output
     */
    record Dense(double[][] weights, double[] bias) implements LayerWeights {
        @Override
        public String kind() {
            return "dense";
        }
    }

    /**
     * A convolution's kernels and bias.
     *
     * @param weights filters × channels × kernel × kernel; a Maxout layer has filters·pieces filters
     * @param bias one a filter
     */
    record Convolution(double[][][][] weights, double[] bias) implements LayerWeights {
        @Override
        public String kind() {
            return "convolution";
        }
    }

    /**
     * PReLU's learned slope.
     *
     * @param slope one number for the whole layer
     */
    record Prelu(double[] slope) implements LayerWeights {
        @Override
        public String kind() {
            return "prelu";
        }
    }
}
