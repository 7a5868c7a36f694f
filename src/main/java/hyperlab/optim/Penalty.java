package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * L1 and L2 penalty on the weights: {@code l1·Σ|w| + ½·l2·Σw²}, which excludes biases and PReLU slopes. Its gradient
 * {@code l1·sign(w) + l2·w}, with sign(0) = 0, is added before the optimizer step. Reported losses do not include the
 * penalty.
 *
 * @param l1 ≥ 0, coefficient of the sum of absolute values
 * @param l2 ≥ 0, coefficient of half the sum of squares
 */
public record Penalty(double l1, double l2) {
    public static final Penalty NONE = new Penalty(0, 0);

    public Penalty {
        Checks.notNegative("l1", l1);
        Checks.notNegative("l2", l2);
    }

    /** Whether both coefficients are 0, so that the gradient is unchanged. */
    public boolean isNone() {
        return l1 == 0 && l2 == 0;
    }

    /** Adds the gradient of the penalty at {@code weights} to the first {@code length} elements of {@code gradient}. */
    public void addGradient(double[] weights, double[] gradient, int length) {
        if (l1 != 0) {
            for (int i = 0; i < length; i++) {
                gradient[i] += l1 * Math.signum(weights[i]) + l2 * weights[i];
            }
        } else if (l2 != 0) {
            for (int i = 0; i < length; i++) {
                gradient[i] += l2 * weights[i];
            }
        }
    }
}
