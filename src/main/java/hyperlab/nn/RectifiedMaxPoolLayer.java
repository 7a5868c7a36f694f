package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * ReLU and {@link MaxPoolLayer} fused into one layer, for training and prediction. The results are bit-for-bit those of
 * the two layers in sequence, because the maximum of rectified numbers is the rectified maximum, and no gradient passes
 * where that is 0.
 */
final class RectifiedMaxPoolLayer implements Layer {
    private final ImageShape maps;
    private final ImageShape pooled;
    private final int pool;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    RectifiedMaxPoolLayer(ImageShape maps, ImageShape pooled, int pool) {
        this.maps = maps;
        this.pooled = pooled;
        this.pool = pool;
    }

    /**
     * Returns {@code layers} with each ReLU that is followed by max pooling replaced by the fused layer. The other
     * layers are shared, including all those that have parameters.
     */
    static List<Layer> fused(List<Layer> layers) {
        List<Layer> stages = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (i + 1 < layers.size()
                    && layers.get(i) instanceof ElementwiseLayer activation
                    && activation.isRelu()
                    && layers.get(i + 1) instanceof MaxPoolLayer pooling) {
                stages.add(pooling.rectified());
                i++;
            } else {
                stages.add(layers.get(i));
            }
        }
        return List.copyOf(stages);
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, (int) pooled.numbers());
        int width = maps.width();
        int plane = maps.height() * width;
        int planes = newInput.numRows * maps.channels();
        double[] numbers = newInput.data;
        double[] results = output.data;
        int at = 0;
        for (int p = 0; p < planes; p++) {
            for (int y = 0; y < pooled.height(); y++) {
                int corner = p * plane + y * pool * width;
                for (int x = 0; x < pooled.width(); x++) {
                    results[at++] = pool == 2
                            ? largestOfFour(numbers, corner + 2 * x, width)
                            : largest(numbers, corner + x * pool, width);
                }
            }
        }
        return output;
    }

    /** Branch-free: positive doubles have the same order as their bits; the others count as 0. */
    private double largestOfFour(double[] numbers, int corner, int width) {
        double a = numbers[corner];
        double b = numbers[corner + 1];
        double c = numbers[corner + width];
        double d = numbers[corner + width + 1];
        if (!(Math.abs((a + b) + (c + d)) <= Double.MAX_VALUE)) {
            return largest(numbers, corner, width);
        }
        return Double.longBitsToDouble(larger(larger(rectified(a), rectified(b)), larger(rectified(c), rectified(d))));
    }

    private static long rectified(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits & ~(bits >> 63);
    }

    private static long larger(long a, long b) {
        long more = b - a;
        return a + (more & ~(more >> 63));
    }

    private double largest(double[] numbers, int corner, int width) {
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
        int plane = maps.height() * maps.width();
        int planes = input.numRows * maps.channels();
        for (int p = 0; p < planes; p++) {
            int from = p * pooled.height() * pooled.width();
            if (pool == 2) {
                spreadFours(outputGradient.data, from, p * plane);
            } else {
                spread(outputGradient.data, from, p * plane);
            }
        }
        return inputGradient;
    }

    /** Branch-free: all four elements of a window are written, at least three of them with 0. */
    private void spreadFours(double[] outputGradients, int from, int to) {
        double[] numbers = input.data;
        double[] largest = output.data;
        double[] gradients = inputGradient.data;
        int width = maps.width();
        int columns = pooled.width();
        for (int y = 0; y < pooled.height(); y++) {
            int corner = to + 2 * y * width;
            int at = from + y * columns;
            for (int x = 0; x < columns; x++) {
                double top = largest[at + x];
                int i = corner + 2 * x;
                long notFirst = isSmaller(numbers[i], top);
                long notSecond = isSmaller(numbers[i + 1], top);
                long notThird = isSmaller(numbers[i + width], top);
                long passed = Double.doubleToRawLongBits(outputGradients[at + x]) & isSmaller(0, top);
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
        Arrays.fill(gradients, to + 2 * pooled.height() * width, to + maps.height() * width, 0);
    }

    /** All bits set if a &lt; b, otherwise none. */
    private static long isSmaller(double a, double b) {
        return Double.doubleToRawLongBits(a - b) >> 63;
    }

    private void spread(double[] outputGradients, int from, int to) {
        int width = maps.width();
        Arrays.fill(inputGradient.data, to, to + maps.height() * width, 0);
        for (int y = 0; y < pooled.height(); y++) {
            for (int x = 0; x < pooled.width(); x++) {
                int at = from + y * pooled.width() + x;
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
