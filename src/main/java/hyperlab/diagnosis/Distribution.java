package hyperlab.diagnosis;

import hyperlab.nn.LayerWeights;

/**
 * Many numbers in short. Mean, deviation, least, greatest and histogram are of the finite ones; those that are not are
 * counted apart.
 *
 * @param count finite numbers
 * @param notANumber how many are NaN
 * @param infinite how many are ∞ or −∞
 * @param mean NaN where there is none
 * @param deviation standard deviation, divisor n; NaN where there is none
 * @param least NaN where there is none
 * @param greatest NaN where there is none
 * @param histogram how they spread
 */
public record Distribution(
        long count,
        long notANumber,
        long infinite,
        double mean,
        double deviation,
        double least,
        double greatest,
        Histogram histogram) {
    /** Of a layer's weights, without biases. */
    public static Distribution of(LayerWeights.Dense layer) {
        Tally tally = new Tally();
        for (double[] row : layer.weights()) {
            tally.add(row, row.length);
        }
        return tally.distribution();
    }

    /** Of a layer's weights, without biases. */
    public static Distribution of(LayerWeights.Convolution layer) {
        Tally tally = new Tally();
        for (double[][][] filter : layer.weights()) {
            for (double[][] channel : filter) {
                for (double[] row : channel) {
                    tally.add(row, row.length);
                }
            }
        }
        return tally.distribution();
    }

    /** √(Σx²/n), the root mean square. */
    public double rootMeanSquare() {
        return Math.hypot(mean, deviation);
    }

    /** √Σx², the Euclidean norm; 0 where there is none. */
    public double norm() {
        return count == 0 ? 0 : rootMeanSquare() * Math.sqrt((double) count);
    }
}
