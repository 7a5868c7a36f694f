package hyperlab.nn.layer;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.Workers;
import org.ejml.data.DMatrixRMaj;

/**
 * Max pooling in adjacent, non-overlapping square windows; incomplete windows at the right and bottom are dropped. In a
 * tie, the first element of the window in row-major order wins; a NaN always wins, as in PyTorch's MaxPool2d. Batch ×
 * (channels·height·width) to batch × (channels·⌊height/pool⌋·⌊width/pool⌋).
 */
public final class MaxPoolLayer extends MaxSelectionLayer {
    private final ImageShape mapShape;
    private final ImageShape pooledShape;
    private final int pool;

    public MaxPoolLayer(ImageShape mapShape, ImageShape pooledShape, int pool) {
        this.mapShape = mapShape;
        this.pooledShape = pooledShape;
        this.pool = pool;
    }

    /**
     * The same pooling fused with a preceding ReLU.
     *
     * @param workers the threads of large batches
     */
    FusedReluMaxPoolLayer withRelu(Workers workers) {
        return new FusedReluMaxPoolLayer(mapShape, pooledShape, pool, workers);
    }

    @Override
    int outputColumns(int inputColumns) {
        return (int) pooledShape.size();
    }

    @Override
    void select(DMatrixRMaj input, int[] winners, double[] outputs) {
        int width = mapShape.width();
        int plane = mapShape.height() * width;
        int planes = input.numRows * mapShape.channels();
        int at = 0;
        for (int p = 0; p < planes; p++) {
            for (int y = 0; y < pooledShape.height(); y++) {
                int corner = p * plane + y * pool * width;
                for (int x = 0; x < pooledShape.width(); x++) {
                    int winner = pool == 2
                            ? winnerOfFour(input.data, corner + 2 * x, width)
                            : winner(input.data, corner + x * pool, width);
                    winners[at] = winner;
                    outputs[at] = input.data[winner];
                    at++;
                }
            }
        }
    }

    /**
     * A branch-free variant for 2 × 2 windows: whether b is greater than a is the sign of a − b, provided that all are
     * finite.
     */
    private int winnerOfFour(double[] numbers, int corner, int width) {
        double a = numbers[corner];
        double b = numbers[corner + 1];
        double c = numbers[corner + width];
        double d = numbers[corner + width + 1];
        if (!(Math.abs((a + b) + (c + d)) <= Double.MAX_VALUE)) {
            return winner(numbers, corner, width);
        }
        int upper = corner + isLess(a, b);
        int lower = corner + width + isLess(c, d);
        return upper + (lower - upper) * isLess(numbers[upper], numbers[lower]);
    }

    /** 1 if a &lt; b, otherwise 0. */
    private static int isLess(double a, double b) {
        return (int) (Double.doubleToRawLongBits(a - b) >>> 63);
    }

    private int winner(double[] numbers, int corner, int width) {
        int winner = corner;
        double largest = numbers[corner];
        for (int dy = 0; dy < pool; dy++) {
            int row = corner + dy * width;
            for (int i = row; i < row + pool; i++) {
                double number = numbers[i];
                if (number > largest || Double.isNaN(number)) {
                    largest = number;
                    winner = i;
                }
            }
        }
        return winner;
    }
}
