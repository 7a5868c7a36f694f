package hyperlab.nn.layer;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * ReLU and {@link MaxPoolLayer} fused into one layer, for training and prediction. The results are bit-for-bit those of
 * the two layers in sequence, because the maximum of rectified numbers is the rectified maximum, and no gradient passes
 * where that is 0.
 */
public final class FusedReluMaxPoolLayer implements Layer {
    /** The time for a value of a map, as a number of multiplications. */
    private static final long COST = 4;

    private final ImageShape mapShape;
    private final ImageShape pooledShape;
    private final int pool;
    private final Workers workers;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    /** @param workers the threads of large batches; the results do not depend on their number */
    FusedReluMaxPoolLayer(ImageShape mapShape, ImageShape pooledShape, int pool, Workers workers) {
        this.mapShape = mapShape;
        this.pooledShape = pooledShape;
        this.pool = pool;
        this.workers = workers;
    }

    /**
     * Returns {@code layers} with each ReLU that is followed by max pooling replaced by the fused layer. The other
     * layers are shared, including all those that have parameters.
     *
     * @param workers the threads of the fused layers
     */
    public static List<Layer> fuse(List<Layer> layers, Workers workers) {
        List<Layer> fusedLayers = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (i + 1 < layers.size()
                    && layers.get(i) instanceof ElementwiseLayer activation
                    && activation.isRelu()
                    && layers.get(i + 1) instanceof MaxPoolLayer pooling) {
                fusedLayers.add(pooling.withRelu(workers));
                i++;
            } else {
                fusedLayers.add(layers.get(i));
            }
        }
        return List.copyOf(fusedLayers);
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, (int) pooledShape.size());
        int samples = newInput.numRows;
        if (workers.parts(samples, 1, cost()) == 1) {
            forward(0, samples);
        } else {
            workers.compute(samples, 1, cost(), (number, from, to) -> forward(from, to));
        }
        return output;
    }

    /** The time for a sample, as a number of multiplications. */
    private long cost() {
        return COST * mapShape.size();
    }

    private void forward(int fromSample, int toSample) {
        int width = mapShape.width();
        int plane = mapShape.height() * width;
        double[] numbers = input.data;
        double[] results = output.data;
        int at = fromSample * (int) pooledShape.size();
        for (int p = fromSample * mapShape.channels(); p < toSample * mapShape.channels(); p++) {
            for (int y = 0; y < pooledShape.height(); y++) {
                int corner = p * plane + y * pool * width;
                for (int x = 0; x < pooledShape.width(); x++) {
                    results[at++] = pool == 2
                            ? maxOfFour(numbers, corner + 2 * x, width)
                            : max(numbers, corner + x * pool, width);
                }
            }
        }
    }

    /** Branch-free: positive doubles have the same order as their bits; the others count as 0. */
    private double maxOfFour(double[] numbers, int corner, int width) {
        double a = numbers[corner];
        double b = numbers[corner + 1];
        double c = numbers[corner + width];
        double d = numbers[corner + width + 1];
        if (!(Math.abs((a + b) + (c + d)) <= Double.MAX_VALUE)) {
            return max(numbers, corner, width);
        }
        return Double.longBitsToDouble(
                maxBits(maxBits(positiveBits(a), positiveBits(b)), maxBits(positiveBits(c), positiveBits(d))));
    }

    private static long positiveBits(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits & ~(bits >> 63);
    }

    private static long maxBits(long a, long b) {
        long difference = b - a;
        return a + (difference & ~(difference >> 63));
    }

    private double max(double[] numbers, int corner, int width) {
        double largest = 0.0;
        for (int dy = 0; dy < pool; dy++) {
            int row = corner + dy * width;
            for (int i = row; i < row + pool; i++) {
                largest = Math.max(largest, numbers[i]);
            }
        }
        return largest;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        inputGradient.reshape(input.numRows, input.numCols);
        int samples = input.numRows;
        if (workers.parts(samples, 1, cost()) == 1) {
            backward(outputGradient, 0, samples);
        } else {
            workers.compute(samples, 1, cost(), (number, from, to) -> backward(outputGradient, from, to));
        }
        return inputGradient;
    }

    private void backward(DMatrixRMaj outputGradient, int fromSample, int toSample) {
        int plane = mapShape.height() * mapShape.width();
        for (int p = fromSample * mapShape.channels(); p < toSample * mapShape.channels(); p++) {
            int from = p * pooledShape.height() * pooledShape.width();
            if (pool == 2) {
                scatterGradientsOfFour(outputGradient.data, from, p * plane);
            } else {
                scatterGradients(outputGradient.data, from, p * plane);
            }
        }
    }

    /** Branch-free: all four elements of a window are written, at least three of them with 0. */
    private void scatterGradientsOfFour(double[] outputGradients, int from, int to) {
        double[] numbers = input.data;
        double[] largest = output.data;
        double[] gradients = inputGradient.data;
        int width = mapShape.width();
        int columns = pooledShape.width();
        for (int y = 0; y < pooledShape.height(); y++) {
            int corner = to + 2 * y * width;
            int at = from + y * columns;
            for (int x = 0; x < columns; x++) {
                double top = largest[at + x];
                int i = corner + 2 * x;
                long notFirst = lessThanMask(numbers[i], top);
                long notSecond = lessThanMask(numbers[i + 1], top);
                long notThird = lessThanMask(numbers[i + width], top);
                long passed = Double.doubleToRawLongBits(outputGradients[at + x]) & lessThanMask(0, top);
                gradients[i] = Double.longBitsToDouble(passed & ~notFirst);
                passed &= notFirst;
                gradients[i + 1] = Double.longBitsToDouble(passed & ~notSecond);
                passed &= notSecond;
                gradients[i + width] = Double.longBitsToDouble(passed & ~notThird);
                gradients[i + width + 1] = Double.longBitsToDouble(passed & notThird);
            }
            if (2 * columns < width) {
                gradients[corner + width - 1] = 0;
                gradients[corner + 2 * width - 1] = 0;
            }
        }
        Arrays.fill(gradients, to + 2 * pooledShape.height() * width, to + mapShape.height() * width, 0);
    }

    /** All bits set if a &lt; b, otherwise none. */
    private static long lessThanMask(double a, double b) {
        return Double.doubleToRawLongBits(a - b) >> 63;
    }

    private void scatterGradients(double[] outputGradients, int from, int to) {
        int width = mapShape.width();
        Arrays.fill(inputGradient.data, to, to + mapShape.height() * width, 0);
        for (int y = 0; y < pooledShape.height(); y++) {
            for (int x = 0; x < pooledShape.width(); x++) {
                int at = from + y * pooledShape.width() + x;
                if (output.data[at] > 0) {
                    int winner = winner(input.data, to + y * pool * width + x * pool, width, output.data[at]);
                    inputGradient.data[winner] = outputGradients[at];
                }
            }
        }
    }

    private int winner(double[] numbers, int corner, int width, double largest) {
        for (int dy = 0; dy < pool; dy++) {
            int row = corner + dy * width;
            for (int i = row; i < row + pool; i++) {
                if (numbers[i] == largest) {
                    return i;
                }
            }
        }
        return corner;
    }

    /** Not supported: second derivatives are computed with the two separate layers. */
    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction) {
        throw new UnsupportedOperationException("ReLU and pooling have tangents one after the other");
    }

    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        throw new UnsupportedOperationException("ReLU and pooling have tangents one after the other");
    }
}
