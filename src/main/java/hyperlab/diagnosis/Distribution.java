package hyperlab.diagnosis;

import hyperlab.nn.layer.LayerWeights;

/**
 * Summary statistics of a set of numbers. Mean, deviation, minimum, maximum and histogram cover the finite numbers
 * only; NaN and infinite values are counted separately.
 *
 * @param count number of finite numbers
 * @param notANumber number of NaN values
 * @param infinite number of values that are ∞ or −∞
 * @param mean NaN if there are no finite numbers
 * @param deviation standard deviation with divisor n; NaN if there are no finite numbers
 * @param min the minimum; NaN if there are no finite numbers
 * @param max the maximum; NaN if there are no finite numbers
 * @param histogram histogram of the finite numbers
 */
public record Distribution(
        long count,
        long notANumber,
        long infinite,
        double mean,
        double deviation,
        double min,
        double max,
        Histogram histogram) {
    /** The distribution of a layer's weights, without biases. */
    public static Distribution of(LayerWeights.Dense layer) {
        StreamingHistogram tally = new StreamingHistogram();
        for (double[] row : layer.weights()) {
            tally.add(row, row.length);
        }
        return tally.distribution();
    }

    /** The distribution of a layer's weights, without biases. */
    public static Distribution of(LayerWeights.Convolution layer) {
        StreamingHistogram tally = new StreamingHistogram();
        for (double[][][] filter : layer.weights()) {
            for (double[][] channel : filter) {
                for (double[] row : channel) {
                    tally.add(row, row.length);
                }
            }
        }
        return tally.distribution();
    }

    /** √(Σx²/n), the root mean square; NaN if there are no finite numbers. */
    public double rootMeanSquare() {
        return Math.hypot(mean, deviation);
    }

    /** √Σx², the Euclidean norm; 0 if there are no finite numbers. */
    public double norm() {
        return count == 0 ? 0 : rootMeanSquare() * Math.sqrt((double) count);
    }
}
