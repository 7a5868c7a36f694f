package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Builds the layers of a network from its shape. */
final class Layers {
    private Layers() {}

    /**
     * Builds convolution, activation and pooling for each convolution; dense layer, activation and dropout for each
     * hidden layer; and a dense output layer.
     *
     * @param weights random stream for the initial weights
     * @param dropout random stream for the dropped units
     */
    static List<Layer> stack(NetworkShape shape, Initializer initializer, RandomStream weights, RandomStream dropout) {
        Activation activation = shape.activation();
        int pieces = LayerSizes.pieces(activation);
        List<Layer> layers = new ArrayList<>();
        int width = shape.inputs();
        ImageShape image = shape.image();
        for (Convolution given : shape.convolutions()) {
            ImageShape from = Objects.requireNonNull(image);
            ImageShape maps = given.maps("convolutions", from, pieces);
            ConvolutionLayer convolution = new ConvolutionLayer(from, maps, given.geometry(), layers.isEmpty());
            convolution.initialize(initializer, activation.isRectifier(), weights);
            layers.add(convolution);
            layers.addAll(activation(activation, maps.height() * maps.width()));
            image = given.pooled("convolutions", from, pieces);
            if (given.pool() > 1) {
                ImageShape activated = new ImageShape(given.filters(), maps.height(), maps.width());
                layers.add(new MaxPoolLayer(activated, image, given.pool()));
            }
            width = (int) image.numbers();
        }
        for (int units : shape.hidden()) {
            DenseLayer dense = new DenseLayer(width, units * pieces, layers.isEmpty());
            dense.initialize(initializer, activation.isRectifier(), weights);
            layers.add(dense);
            layers.addAll(activation(activation, 1));
            layers.add(new DropoutLayer(shape.dropout(), dropout));
            width = units;
        }
        DenseLayer top = new DenseLayer(width, shape.outputs(), layers.isEmpty());
        top.initialize(initializer, activation.isRectifier(), weights);
        layers.add(top);
        return List.copyOf(layers);
    }

    /**
     * Builds the activation layer, as a list that is empty for the linear function.
     *
     * @param places number of positions of one map; 1 after a dense layer
     */
    static List<Layer> activation(Activation activation, int places) {
        if (activation instanceof Activation.Linear) {
            return List.of();
        }
        if (activation instanceof Activation.Maxout maxout) {
            return List.of(new MaxoutLayer(maxout.pieces(), places));
        }
        if (activation instanceof Activation.Prelu prelu) {
            return List.of(new PreluLayer(prelu.slope()));
        }
        return List.of(new ElementwiseLayer(elementwise(activation)));
    }

    private static Elementwise elementwise(Activation activation) {
        if (activation instanceof Activation.Sigmoid) {
            return new Elementwise.Sigmoid();
        }
        if (activation instanceof Activation.Tanh) {
            return new Elementwise.Tanh();
        }
        if (activation instanceof Activation.Relu) {
            return new Elementwise.Relu();
        }
        if (activation instanceof Activation.LeakyRelu leaky) {
            return new Elementwise.LeakyRelu(leaky.slope());
        }
        if (activation instanceof Activation.Elu elu) {
            return new Elementwise.Elu(elu.alpha(), 1);
        }
        if (activation instanceof Activation.Softplus) {
            return new SmoothRectifiers.Softplus();
        }
        if (activation instanceof Activation.Selu) {
            return new Elementwise.Elu(Activation.Selu.ALPHA, Activation.Selu.SCALE);
        }
        if (activation instanceof Activation.Gelu) {
            return new SmoothRectifiers.Gelu();
        }
        if (activation instanceof Activation.Silu) {
            return new SmoothRectifiers.Silu();
        }
        if (activation instanceof Activation.Mish) {
            return new SmoothRectifiers.Mish();
        }
        throw new IllegalArgumentException("no layer for " + activation);
    }
}
