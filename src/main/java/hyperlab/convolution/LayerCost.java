package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The cost of a layer for one image.
 *
 * @param parameters number of weights and biases
 * @param multiplyAdds number of multiplications, each with one addition
 */
public record LayerCost(long parameters, long multiplyAdds) {
    /**
     * The cost of a convolution: filters·(channels·kernel² + 1) parameters, and positions·filters·channels·kernel²
     * multiply-adds.
     */
    public static LayerCost convolution(ImageShape image, ImageShape maps, int kernel) {
        long weights = (long) maps.channels() * image.channels() * kernel * kernel;
        return new LayerCost(weights + maps.channels(), weights * maps.height() * maps.width());
    }

    /** The cost of a dense layer: (inputs + 1)·outputs parameters and inputs·outputs multiply-adds. */
    public static LayerCost dense(long inputs, long outputs) {
        return new LayerCost((inputs + 1) * outputs, inputs * outputs);
    }

    /**
     * The cost of each layer with weights in a network without hidden layers: its convolutions and the output layer.
     */
    public static List<LayerCost> of(NetworkShape shape) {
        List<LayerCost> costs = new ArrayList<>();
        ImageShape image = Objects.requireNonNull(shape.image());
        for (ConvolutionSpec convolution : shape.convolutions()) {
            costs.add(convolution(image, convolution.mapShape("convolutions", image, 1), convolution.kernel()));
            image = convolution.pooledShape("convolutions", image, 1);
        }
        costs.add(dense(image.size(), shape.outputs()));
        return List.copyOf(costs);
    }

    /** The total cost if each convolution were replaced by a dense layer with the same number of inputs and outputs. */
    public static LayerCost ofDenseEquivalent(NetworkShape shape) {
        LayerCost sum = new LayerCost(0, 0);
        ImageShape image = Objects.requireNonNull(shape.image());
        for (ConvolutionSpec convolution : shape.convolutions()) {
            sum = sum.plus(dense(
                    image.size(), convolution.mapShape("convolutions", image, 1).size()));
            image = convolution.pooledShape("convolutions", image, 1);
        }
        return sum.plus(dense(image.size(), shape.outputs()));
    }

    public LayerCost plus(LayerCost other) {
        return new LayerCost(parameters + other.parameters, multiplyAdds + other.multiplyAdds);
    }

    public static LayerCost sum(List<LayerCost> costs) {
        return costs.stream().reduce(new LayerCost(0, 0), LayerCost::plus);
    }
}
