package hyperlab.nn.layer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The learned parameters of one layer, in the order of {@code weights.json}. The arrays are copies, which may be
 * modified.
 */
public sealed interface LayerWeights {
    /** The kind of layer, as in files. */
    String kind();

    /** The arrays by their name in files, in file order: {@code double[]} or an array of such arrays. */
    Map<String, Object> arrays();

    private static Map<String, Object> weightsAndBias(Object weights, double[] bias) {
        Map<String, Object> arrays = new LinkedHashMap<>();
        arrays.put("weights", weights);
        arrays.put("bias", bias);
        return arrays;
    }

    /**
     * The weight matrix and bias of a dense layer.
     *
     * @param weights outputs × inputs; a Maxout layer has units·pieces outputs
     * @param bias one per output
     */
    record Dense(double[][] weights, double[] bias) implements LayerWeights {
        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public Map<String, Object> arrays() {
            return weightsAndBias(weights, bias);
        }
    }

    /**
     * The kernels and bias of a convolution.
     *
     * @param weights filters × channels × kernel × kernel; a Maxout layer has filters·pieces filters
     * @param bias one per filter
     */
    record Convolution(double[][][][] weights, double[] bias) implements LayerWeights {
        @Override
        public String kind() {
            return "convolution";
        }

        @Override
        public Map<String, Object> arrays() {
            return weightsAndBias(weights, bias);
        }
    }

    /**
     * The learned slope of PReLU.
     *
     * @param slope one number for the whole layer
     */
    record Prelu(double[] slope) implements LayerWeights {
        @Override
        public String kind() {
            return "prelu";
        }

        @Override
        public Map<String, Object> arrays() {
            return Map.of("slope", slope);
        }
    }
}
