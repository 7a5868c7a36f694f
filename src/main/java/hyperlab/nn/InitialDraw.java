package hyperlab.nn;

import hyperlab.random.RandomStream;

/** How one initial weight is drawn. */
@FunctionalInterface
interface InitialDraw {
    double next(RandomStream stream);

    /**
     * The draw of one dense layer.
     *
     * @param rectified whether the network's activation is of the ReLU family, which decides {@code auto}
     * @param fanIn inputs of the layer
     * @param fanOut outputs of the layer; for Maxout all its pieces
     */
    static InitialDraw of(Initializer initializer, boolean rectified, int fanIn, int fanOut) {
        if (initializer instanceof Initializer.Auto) {
            return rectified ? he(fanIn) : xavier(fanIn, fanOut);
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

    private static InitialDraw xavier(int fanIn, int fanOut) {
        return uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
    }

    private static InitialDraw he(int fanIn) {
        double deviation = Math.sqrt(2.0 / fanIn);
        return stream -> deviation * stream.nextGaussian();
    }

    private static InitialDraw uniform(double range) {
        return stream -> stream.nextDouble(-range, range);
    }
}
