package hyperlab.batch;

/**
 * The loss over some samples as a function of the two weights, {@code ½·wᵀHw − bᵀw + c}.
 *
 * @param xx H's first diagonal entry
 * @param xy H's other entry
 * @param yy H's second diagonal entry
 * @param bx b's first entry
 * @param by b's second entry
 * @param constant c
 */
public record Quadratic(double xx, double xy, double yy, double bx, double by, double constant) {
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

    /** The largest eigenvalue of H: above the rate 2/λmax a walk on this loss diverges. */
    public double largestCurvature() {
        return (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
    }

    /** The smallest eigenvalue of H. */
    public double smallestCurvature() {
        return (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
    }

    /** Samples added up. */
    static final class Sum {
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

        Quadratic mean() {
            return new Quadratic(xx / count, xy / count, yy / count, bx / count, by / count, constant / count);
        }
    }
}
