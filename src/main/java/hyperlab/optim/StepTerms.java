package hyperlab.optim;

/**
 * The terms of one step, with one value of each kind for every parameter, used to explain the step:
 * {@code w ← w − η·direction·scale − η·decay·w}. Immutable.
 */
public final class StepTerms {
    private final double[] direction;
    private final double[] momentumPart;
    private final double[] scale;
    private final double decay;

    private StepTerms(double[] direction, double[] momentumPart, double[] scale, double decay) {
        this.direction = direction;
        this.momentumPart = momentumPart;
        this.scale = scale;
        this.decay = decay;
    }

    /** Returns the value of a term for each parameter. */
    interface TermFunction {
        double valueAt(int index);
    }

    /** The terms of an optimizer without momentum, whose direction is the gradient. */
    static StepTerms of(double[] gradient, TermFunction scale) {
        return of(gradient.length, index -> gradient[index], index -> 0, scale, 0);
    }

    static StepTerms of(
            int length, TermFunction direction, TermFunction momentumPart, TermFunction scale, double decay) {
        return new StepTerms(
                evaluate(length, direction), evaluate(length, momentumPart), evaluate(length, scale), decay);
    }

    private static double[] evaluate(int length, TermFunction term) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = term.valueAt(i);
        }
        return numbers;
    }

    /** The quantity that is scaled: the gradient, a velocity, or a running mean of the gradients. */
    public double direction(int index) {
        return direction[index];
    }

    /**
     * The part of the direction that comes from earlier gradients (momentum). The rest comes from the gradient of this
     * step.
     */
    public double momentumPart(int index) {
        return momentumPart[index];
    }

    /**
     * The factor, apart from η, by which the direction is multiplied: 1, or the inverse of a measure of the gradients
     * so far.
     */
    public double scale(int index) {
        return scale[index];
    }

    /**
     * The effective learning rate of parameter {@code index}: {@code η·scale}, the factor applied to its direction in
     * this step. It equals η for a non-adaptive optimizer. Momentum and weight decay are not included.
     *
     * @param learningRate η of this step
     */
    public double effectiveRate(int index, double learningRate) {
        return learningRate * scale[index];
    }

    /** λ of the decoupled weight decay; 0 for none. */
    public double decay() {
        return decay;
    }
}
