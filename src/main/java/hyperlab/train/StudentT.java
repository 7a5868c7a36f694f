package hyperlab.train;

/** Student's t distribution with an integer number ν of degrees of freedom. */
final class StudentT {
    private static final int HALVINGS = 80;

    private StudentT() {}

    /** The quantile t ≥ 0 of probability {@code p}, for ½ ≤ p &lt; 1. */
    static double quantile(double p, int degreesOfFreedom) {
        double targetProbability = 2 * p - 1;
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (centralProbability(middle, degreesOfFreedom) < targetProbability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(degreesOfFreedom) * Math.tan((low + high) / 2);
    }

    /**
     * The probability of the interval ±√ν·tan θ, in closed form (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4). For
     * even ν: sin θ·(1 + ½cos²θ + (1·3)/(2·4)·cos⁴θ + … up to cosᵛ⁻²θ). For odd ν: 2/π·(θ + sin θ·(cos θ + ⅔cos³θ + …
     * up to cosᵛ⁻²θ)).
     */
    private static double centralProbability(double theta, int degreesOfFreedom) {
        double cos = Math.cos(theta);
        boolean even = degreesOfFreedom % 2 == 0;
        double term = even ? 1 : cos;
        double sum = degreesOfFreedom == 1 ? 0 : term;
        for (int power = even ? 2 : 3; power <= degreesOfFreedom - 2; power += 2) {
            term *= cos * cos * (power - 1) / power;
            sum += term;
        }
        return even ? Math.sin(theta) * sum : 2 / Math.PI * (theta + Math.sin(theta) * sum);
    }
}
