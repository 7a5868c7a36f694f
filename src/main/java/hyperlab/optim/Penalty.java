package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * L1 and L2 penalty on the weights: {@code l1·Σ|w| + ½·l2·Σw²}, which excludes biases and PReLU slopes. The gradient of
 * the L2 penalty, {@code l2·w}, is added before the optimizer step. The L1 penalty is applied by its method: before the
 * step as the gradient {@code l1·sign(w)}, with sign(0) = 0, or after the step as a soft threshold. Reported losses do
 * not include the penalty.
 *
 * @param l1 ≥ 0, coefficient of the sum of absolute values
 * @param l2 ≥ 0, coefficient of half the sum of squares
 * @param method how steps apply the L1 penalty
 */
public record Penalty(double l1, double l2, L1Method method) {
    public static final Penalty NONE = new Penalty(0, 0);

    public Penalty {
        Checks.notNegative("l1", l1);
        Checks.notNegative("l2", l2);
    }

    /** With the L1 penalty as a subgradient. */
    public Penalty(double l1, double l2) {
        this(l1, l2, L1Method.SUBGRADIENT);
    }

    public Penalty withL1(double newL1) {
        return new Penalty(newL1, l2, method);
    }

    public Penalty withL2(double newL2) {
        return new Penalty(l1, newL2, method);
    }

    public Penalty withMethod(L1Method newMethod) {
        return new Penalty(l1, l2, newMethod);
    }

    /** Whether both coefficients are 0, so that the steps are those without a penalty. */
    public boolean isNone() {
        return l1 == 0 && l2 == 0;
    }

    /** The coefficient of the L1 penalty's part of the gradient; 0 with the proximal method. */
    public double l1InGradient() {
        return method == L1Method.SUBGRADIENT ? l1 : 0;
    }

    /** Whether {@link #softThreshold} moves weights. */
    public boolean hasSoftThreshold() {
        return method == L1Method.PROXIMAL && l1 != 0;
    }

    /** Adds the gradient of the penalty at {@code weights} to the first {@code length} elements of {@code gradient}. */
    public void addGradient(double[] weights, double[] gradient, int length) {
        double sign = l1InGradient();
        if (sign != 0) {
            for (int i = 0; i < length; i++) {
                gradient[i] += sign * Math.signum(weights[i]) + l2 * weights[i];
            }
        } else if (l2 != 0) {
            for (int i = 0; i < length; i++) {
                gradient[i] += l2 * weights[i];
            }
        }
    }

    /**
     * Moves each weight toward 0 by {@code rate·l1}, and to 0 if it is closer:
     * {@code w ← sign(w)·max(|w| − rate·l1, 0)}. A weight that is NaN stays NaN. Does nothing unless it
     * {@link #hasSoftThreshold()}.
     */
    public void softThreshold(double[] weights, double rate) {
        if (!hasSoftThreshold()) {
            return;
        }
        double threshold = rate * l1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = softThreshold(weights[i], threshold);
        }
    }

    /** The weight moved toward 0 by a threshold. */
    static double softThreshold(double weight, double threshold) {
        double size = Math.abs(weight);
        return size <= threshold ? 0 : Math.copySign(size - threshold, weight);
    }
}
