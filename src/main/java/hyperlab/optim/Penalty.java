package hyperlab.optim;

import hyperlab.rule.Rules;

/**
 * Weight decay: {@code l1·Σ|w| + ½·l2·Σw²} over weights alone (no biases, no PReLU slopes). Its gradient
 * {@code l1·sign(w) + l2·w}, with sign(0) = 0, is added before the optimizer; reported losses leave the penalty out.
 *
 * @param l1 ≥ 0, weight of the sum of absolute values
 * @param l2 ≥ 0, weight of half the sum of squares
 */
public record Penalty(double l1, double l2) {
    public static final Penalty NONE = new Penalty(0, 0);

    public Penalty {
        Rules.notNegative("l1", l1);
        Rules.notNegative("l2", l2);
    }

    /** Whether it changes no gradient at all. */
    public boolean isNone() {
        return l1 == 0 && l2 == 0;
    }

    /** Adds the penalty's gradient at {@code weights} to {@code gradient}, element by element. */
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
