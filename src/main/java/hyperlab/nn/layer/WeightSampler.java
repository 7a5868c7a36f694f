package hyperlab.nn.layer;

import hyperlab.random.RandomStream;
import java.util.Arrays;

/** Draws initial weights. */
@FunctionalInterface
interface WeightSampler {
    double sample(RandomStream stream);

    /** Draws all weights in their order, and sets the biases to 0. */
    default void initialize(ParameterBlock weights, ParameterBlock bias, RandomStream stream) {
        double[] values = weights.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(stream);
        }
        Arrays.fill(bias.values(), 0);
    }

    /**
     * The distribution of the weights of one layer.
     *
     * @param rectifier whether the network's activation belongs to the ReLU family, which determines {@code auto}
     * @param fanIn number of inputs of each unit or filter element of the layer
     * @param fanOut number of outputs of the layer; for Maxout with all its pieces
     */
    static WeightSampler of(Initializer initializer, boolean rectifier, int fanIn, int fanOut) {
        return initializer.accept(new Initializer.Visitor<>() {
            @Override
            public WeightSampler visit(Initializer.Auto auto) {
                return rectifier ? he(fanIn) : xavier(fanIn, fanOut);
            }

            @Override
            public WeightSampler visit(Initializer.Xavier xavier) {
                return xavier(fanIn, fanOut);
            }

            @Override
            public WeightSampler visit(Initializer.He he) {
                return he(fanIn);
            }

            @Override
            public WeightSampler visit(Initializer.Zero zero) {
                return stream -> 0;
            }

            @Override
            public WeightSampler visit(Initializer.Uniform uniform) {
                return uniform(uniform.range());
            }
        });
    }

    private static WeightSampler xavier(int fanIn, int fanOut) {
        return uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
    }

    private static WeightSampler he(int fanIn) {
        double deviation = Math.sqrt(2.0 / fanIn);
        return stream -> deviation * stream.nextGaussian();
    }

    private static WeightSampler uniform(double range) {
        return stream -> stream.nextDouble(-range, range);
    }
}
