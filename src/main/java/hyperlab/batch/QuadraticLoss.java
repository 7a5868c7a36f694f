package hyperlab.batch;

/**
 * The loss over some samples as a function of the two weights, {@code ½·wᵀHw − bᵀw + c}.
 *
 * @param xx the first diagonal entry of H
 * @param xy the off-diagonal entry of H
 * @param yy the second diagonal entry of H
 * @param bx the first entry of b
 * @param by the second entry of b
 * @param constant c
 */
public record QuadraticLoss(double xx, double xy, double yy, double bx, double by, double constant) {
    /** The loss at a point. */
    public double loss(double w1, double w2) {
        return 0.5 * (xx * w1 * w1 + 2 * xy * w1 * w2 + yy * w2 * w2) - bx * w1 - by * w2 + constant;
    }

    /** The first coordinate of the gradient at a point. */
    public double gradientX(double w1, double w2) {
        return xx * w1 + xy * w2 - bx;
    }

    /** The second coordinate of the gradient at a point. */
    public double gradientY(double w1, double w2) {
        return xy * w1 + yy * w2 - by;
    }

    /** The largest eigenvalue λmax of H: gradient descent on this loss diverges if the rate is above 2/λmax. */
    public double largestCurvature() {
        return (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
    }

    /** The smallest eigenvalue of H. */
    public double smallestCurvature() {
        return (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
    }

    /** Accumulates samples; {@link #mean} returns their mean loss. */
    static final class LossAccumulator {
        private double xx;
        private double xy;
        private double yy;
        private double bx;
        private double by;
        private double constant;
        private int count;

        void add(double x, double y, double target) {
            xx += x * x;
            xy += x * y;
            yy += y * y;
            bx += x * target;
            by += y * target;
            constant += 0.5 * target * target;
            count++;
        }

        QuadraticLoss mean() {
            return new QuadraticLoss(xx / count, xy / count, yy / count, bx / count, by / count, constant / count);
        }
    }
}
