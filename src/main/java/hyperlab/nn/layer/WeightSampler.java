package hyperlab.nn.layer;

import hyperlab.random.RandomStream;

/** Draws initial weights. */
@FunctionalInterface
interface WeightSampler {
    double sample(RandomStream stream);

    /**
     * The distribution of the weights of one layer.
     *
     * @param rectifier whether the network's activation belongs to the ReLU family, which determines {@code auto}
     * @param fanIn number of inputs of each unit or filter element of the layer
     * @param fanOut number of outputs of the layer; for Maxout with all its pieces
     */
    static WeightSampler of(Initializer initializer, boolean rectifier, int fanIn, int fanOut) {
        if (initializer instanceof Initializer.Auto) {
            return rectifier ? he(fanIn) : xavier(fanIn, fanOut);
        }
        if (initializer instanceof Initializer.Xavier) {
            return xavier(fanIn, fanOut);
        }
        if (initializer instanceof Initializer.He) {
            return he(fanIn);
        }
        if (initializer instanceof Initializer.Uniform uniform) {
            return uniform(uniform.range());
        }
        return stream -> 0;
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
