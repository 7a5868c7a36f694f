package hyperlab.nn.layer;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.ConvolutionGeometry;
import hyperlab.nn.kernel.ConvolutionKernel;
import hyperlab.nn.kernel.ConvolutionWeightGradient;
import hyperlab.nn.kernel.Workers;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** A convolution of each sample's image: batch × (channels·height·width) to batch × (filters·height·width). */
public final class ConvolutionLayer implements TrainableLayer {
    private final ImageShape image;
    private final ImageShape mapShape;
    private final int side;
    private final boolean first;
    private final ParameterBlock weights;
    private final ParameterBlock bias;
    private final ConvolutionGeometry geometry;
    private final Workers workers;
    private final ConvolutionWeightGradient gradient;
    /** The kernel of each part of a batch, with scratch arrays of its own. */
    private ConvolutionKernel[] kernels = new ConvolutionKernel[0];

    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj addend = new DMatrixRMaj(0, 0);
    private DMatrixRMaj inputTangent = tangent;

    /**
     * @param mapShape shape of the output for {@code image}; for Maxout, with all pieces
     * @param first whether this is the network's first layer, so that the gradient of its input is not needed
     * @param workers the threads of large batches; the results do not depend on their number
     */
    public ConvolutionLayer(
            ImageShape image, ImageShape mapShape, ConvolutionGeometry geometry, boolean first, Workers workers) {
        this.image = image;
        this.mapShape = mapShape;
        this.side = geometry.kernel();
        this.first = first;
        this.weights = new ParameterBlock(mapShape.channels() * filterSize(), true);
        this.bias = new ParameterBlock(mapShape.channels(), false);
        this.geometry = geometry;
        this.workers = workers;
        this.gradient = new ConvolutionWeightGradient(image, mapShape, geometry, workers);
    }

    private void ensureKernels() {
        int before = kernels.length;
        if (before < workers.threads()) {
            kernels = Arrays.copyOf(kernels, workers.threads());
            for (int i = before; i < kernels.length; i++) {
                kernels[i] = new ConvolutionKernel(image, mapShape, geometry);
            }
        }
    }

    /** Multiplications per image. */
    private long cost() {
        return mapShape.size() * filterSize();
    }

    private int filterSize() {
        return image.channels() * side * side;
    }

    /**
     * Initializes the weights filter by filter and sets the bias to 0. Fan-in is channels·kernel², fan-out is
     * filters·kernel².
     */
    public void initialize(Initializer initializer, boolean rectifier, RandomStream stream) {
        WeightSampler.of(initializer, rectifier, filterSize(), mapShape.channels() * side * side)
                .initialize(weights, bias, stream);
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        forward(newInput, weights.values(), bias.values(), output);
        return output;
    }

    private void forward(DMatrixRMaj images, double[] filters, double[] addends, DMatrixRMaj result) {
        result.reshape(images.numRows, (int) mapShape.size());
        ensureKernels();
        if (workers.parts(images.numRows, 1, cost()) == 1) {
            forward(0, 0, images.numRows, images, filters, addends, result);
            return;
        }
        workers.compute(
                images.numRows,
                1,
                cost(),
                (number, from, to) -> forward(number, from, to, images, filters, addends, result));
    }

    private void forward(
            int number, int from, int to, DMatrixRMaj images, double[] filters, double[] addends, DMatrixRMaj result) {
        for (int row = from; row < to; row++) {
            kernels[number].forward(
                    images.data, row * images.numCols, filters, addends, result.data, row * result.numCols);
            workers.checkCancelled();
        }
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        Arrays.fill(weights.gradient(), 0);
        if (!first) {
            inputGradient.reshape(input.numRows, input.numCols);
        }
        backward(input, outputGradient, weights.values(), weights.gradient(), inputGradient);
        computeBiasGradient(outputGradient, bias.gradient());
        return inputGradient;
    }

    private void backward(
            DMatrixRMaj images,
            DMatrixRMaj mapGradients,
            double[] filters,
            double[] weightGradient,
            DMatrixRMaj imageGradients) {
        ensureKernels();
        gradient.add(kernels, images.numRows, images.data, mapGradients.data, weightGradient);
        if (first) {
            return;
        }
        if (workers.parts(images.numRows, 1, cost()) == 1) {
            imageGradients(0, 0, images.numRows, mapGradients, filters, imageGradients);
            return;
        }
        workers.compute(
                images.numRows,
                1,
                cost(),
                (number, from, to) -> imageGradients(number, from, to, mapGradients, filters, imageGradients));
    }

    private void imageGradients(
            int number, int from, int to, DMatrixRMaj mapGradients, double[] filters, DMatrixRMaj imageGradients) {
        for (int row = from; row < to; row++) {
            kernels[number].imageGradient(
                    mapGradients.data,
                    row * mapGradients.numCols,
                    filters,
                    imageGradients.data,
                    row * (int) image.size());
            workers.checkCancelled();
        }
    }

    /** With the directions V of W and c of b: V ⋆ x + c + W ⋆ ẋ. */
    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj newInputTangent, double[][] direction) {
        inputTangent = newInputTangent;
        forward(input, direction[0], direction[1], tangent);
        if (!first) {
            forward(newInputTangent, weights.values(), new double[mapShape.channels()], addend);
            add(addend, tangent);
        }
        return tangent;
    }

    /**
     * {@link #backward} is bilinear in (δ, x) and in (δ, W). Its derivative is therefore backward of δ̇ with x and W,
     * plus backward of δ with ẋ and V.
     */
    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        Arrays.fill(result[0], 0);
        if (!first) {
            inputGradientTangent.reshape(input.numRows, input.numCols);
            addend.reshape(input.numRows, input.numCols);
        }
        backward(input, gradientTangent, weights.values(), result[0], inputGradientTangent);
        if (!first) {
            backward(inputTangent, outputGradient, direction[0], result[0], addend);
            add(addend, inputGradientTangent);
        }
        computeBiasGradient(gradientTangent, result[1]);
        return inputGradientTangent;
    }

    private static void add(DMatrixRMaj from, DMatrixRMaj to) {
        int length = to.getNumElements();
        for (int i = 0; i < length; i++) {
            to.data[i] += from.data[i];
        }
    }

    private void computeBiasGradient(DMatrixRMaj outputGradient, double[] biasGradient) {
        int filters = mapShape.channels();
        int places = mapShape.height() * mapShape.width();
        long cost = (long) outputGradient.numRows * places;
        if (workers.parts(filters, 1, cost) == 1) {
            computeBiasGradient(outputGradient, biasGradient, 0, filters);
        } else {
            workers.compute(
                    filters,
                    1,
                    cost,
                    (number, from, to) -> computeBiasGradient(outputGradient, biasGradient, from, to));
        }
    }

    private void computeBiasGradient(DMatrixRMaj outputGradient, double[] biasGradient, int from, int to) {
        int places = mapShape.height() * mapShape.width();
        for (int f = from; f < to; f++) {
            double total = 0;
            for (int i = 0; i < outputGradient.numRows; i++) {
                total += sum(outputGradient.data, (i * mapShape.channels() + f) * places, places);
            }
            biasGradient[f] = total;
        }
    }

    private static double sum(double[] valuesPerImage, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            s0 += valuesPerImage[i];
            s1 += valuesPerImage[i + 1];
            s2 += valuesPerImage[i + 2];
            s3 += valuesPerImage[i + 3];
        }
        for (; i < end; i++) {
            s0 += valuesPerImage[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public List<ParameterBlock> parameters() {
        return List.of(weights, bias);
    }

    @Override
    public LayerWeights.Convolution weights() {
        double[][][][] copy = new double[mapShape.channels()][image.channels()][side][];
        int at = 0;
        for (double[][][] filter : copy) {
            for (double[][] channel : filter) {
                for (int dy = 0; dy < side; dy++) {
                    channel[dy] = Arrays.copyOfRange(weights.values(), at, at + side);
                    at += side;
                }
            }
        }
        return new LayerWeights.Convolution(copy, bias.values().clone());
    }

    @Override
    public void check(String name, LayerWeights newWeights) {
        if (!(newWeights instanceof LayerWeights.Convolution convolution)) {
            throw new InvalidInputException(name, Rule.EXACTLY, "convolution", newWeights.kind());
        }
        double[][][][] filters = convolution.weights();
        requireSize(name, filters.length == mapShape.channels(), filters.length, Rule.FILTER_COUNT);
        for (double[][][] filter : filters) {
            requireSize(name, filter.length == image.channels(), filter.length, Rule.CHANNEL_COUNT);
            for (double[][] channel : filter) {
                requireSize(name, channel.length == side, channel.length, Rule.KERNEL_ROWS);
                for (double[] row : channel) {
                    requireSize(name, row.length == side, row.length, Rule.KERNEL_COLUMNS);
                    ArrayChecks.check(name + ".weights", row, side);
                }
            }
        }
        ArrayChecks.check(name + ".bias", convolution.bias(), mapShape.channels());
    }

    private void requireSize(String name, boolean fits, int actual, Rule rule) {
        if (!fits) {
            throw new InvalidInputException(
                    name + ".weights", rule, mapShape.channels(), image.channels(), side, actual);
        }
    }

    @Override
    public void load(LayerWeights newWeights) {
        LayerWeights.Convolution loaded = (LayerWeights.Convolution) newWeights;
        int at = 0;
        for (double[][][] filter : loaded.weights()) {
            for (double[][] channel : filter) {
                for (double[] row : channel) {
                    System.arraycopy(row, 0, weights.values(), at, side);
                    at += side;
                }
            }
        }
        System.arraycopy(loaded.bias(), 0, bias.values(), 0, mapShape.channels());
    }
}
