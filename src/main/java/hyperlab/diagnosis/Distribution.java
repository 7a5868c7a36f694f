package hyperlab.diagnosis;

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
    /** √(Σx²/n), the root mean square. */
    public double rootMeanSquare() {
        return Math.hypot(mean, deviation);
    }

    /** √Σx², the Euclidean norm; 0 where there is none. */
    public double norm() {
        return count == 0 ? 0 : rootMeanSquare() * Math.sqrt((double) count);
    }
}
