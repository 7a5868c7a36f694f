package hyperlab.nn;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Builds a network's layers from its shape. */
final class Layers {
    private Layers() {}

    /** Dense, activation and dropout for each hidden layer, and a dense layer on top. */
    static List<Layer> stack(NetworkShape shape, Initializer initializer, RandomStream weights, RandomStream dropout) {
        Activation activation = shape.activation();
        int pieces = activation instanceof Activation.Maxout maxout ? maxout.pieces() : 1;
        List<Layer> layers = new ArrayList<>();
        int width = shape.inputs();
        for (int units : shape.hidden()) {
            DenseLayer dense = new DenseLayer(width, units * pieces, layers.isEmpty());
            dense.initialize(initializer, activation.isRectifier(), weights);
            layers.add(dense);
            if (!(activation instanceof Activation.Linear)) {
                layers.add(activation(activation));
            }
            layers.add(new DropoutLayer(shape.dropout(), dropout));
            width = units;
        }
        DenseLayer top = new DenseLayer(width, shape.outputs(), layers.isEmpty());
        top.initialize(initializer, activation.isRectifier(), weights);
        layers.add(top);
        return List.copyOf(layers);
    }

    private static Layer activation(Activation activation) {
        if (activation instanceof Activation.Maxout maxout) {
            return new MaxoutLayer(maxout.pieces());
        }
        if (activation instanceof Activation.Prelu prelu) {
            return new PreluLayer(prelu.slope());
        }
        return new ElementwiseLayer(elementwise(activation));
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
