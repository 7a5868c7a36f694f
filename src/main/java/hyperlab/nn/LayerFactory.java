package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.MatrixOps;
import hyperlab.nn.kernel.Workers;
import hyperlab.nn.layer.ConvolutionLayer;
import hyperlab.nn.layer.DenseLayer;
import hyperlab.nn.layer.DropoutLayer;
import hyperlab.nn.layer.ElementwiseLayer;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.Layer;
import hyperlab.nn.layer.MaxPoolLayer;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Builds the layers of a network from its shape. */
final class LayerFactory {
    private LayerFactory() {}

    /**
     * Builds convolution, activation and pooling for each convolution; dense layer, activation and dropout for each
     * hidden layer; and a dense output layer.
     *
     * @param weights random stream for the initial weights
     * @param dropout random stream for the dropped units
     * @param matrixOps creates the matrix products of each dense layer, which may use the workers
     * @param workers the threads of all layers
     */
    static List<Layer> build(
            NetworkShape shape,
            Initializer initializer,
            RandomStream weights,
            RandomStream dropout,
            Function<Workers, MatrixOps> matrixOps,
            Workers workers) {
        Activation activation = shape.activation();
        int pieces = activation.pieces();
        List<Layer> layers = new ArrayList<>();
        int width = shape.inputs();
        ImageShape image = shape.image();
        for (ConvolutionSpec spec : shape.convolutions()) {
            ImageShape inputImage = Objects.requireNonNull(image);
            ImageShape mapShape = spec.mapShape("convolutions", inputImage, pieces);
            ConvolutionLayer convolution =
                    new ConvolutionLayer(inputImage, mapShape, spec.geometry(), layers.isEmpty(), workers);
            convolution.initialize(initializer, activation.isRectifier(), weights);
            layers.add(convolution);
            layers.addAll(activation.createLayers(mapShape.height() * mapShape.width()));
            image = spec.pooledShape("convolutions", inputImage, pieces);
            if (spec.pool() > 1) {
                ImageShape activated = new ImageShape(spec.filters(), mapShape.height(), mapShape.width());
                layers.add(new MaxPoolLayer(activated, image, spec.pool()));
            }
            width = (int) image.size();
        }
        for (int units : shape.hidden()) {
            DenseLayer dense = new DenseLayer(width, units * pieces, layers.isEmpty(), matrixOps.apply(workers));
            dense.initialize(initializer, activation.isRectifier(), weights);
            layers.add(dense);
            layers.addAll(activation.createLayers(1));
            layers.add(new DropoutLayer(shape.dropout(), dropout));
            width = units;
        }
        DenseLayer outputLayer = new DenseLayer(width, shape.outputs(), layers.isEmpty(), matrixOps.apply(workers));
        outputLayer.initialize(initializer, activation.isRectifier(), weights);
        layers.add(outputLayer);
        for (Layer layer : layers) {
            if (layer instanceof ElementwiseLayer elementwise) {
                elementwise.setWorkers(workers);
            }
        }
        return List.copyOf(layers);
    }
}
