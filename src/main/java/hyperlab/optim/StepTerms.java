package hyperlab.optim;

/**
 * What one step is made of, a number for each parameter, for whoever explains the step:
 * {@code w ← w − η·direction·scale − η·decay·w}. Immutable.
 */
public final class StepTerms {
    private final double[] direction;
    private final double[] carried;
    private final double[] scale;
    private final double decay;

    private StepTerms(double[] direction, double[] carried, double[] scale, double decay) {
        this.direction = direction;
        this.carried = carried;
        this.scale = scale;
        this.decay = decay;
    }

    /** One number of each kind for every parameter. */
    interface Each {
        double at(int index);
    }

    /** Of an optimizer that carries nothing on: the direction is the gradient. */
    static StepTerms of(double[] gradient, Each scale) {
        return of(gradient.length, index -> gradient[index], index -> 0, scale, 0);
    }

    static StepTerms of(int length, Each direction, Each carried, Each scale, double decay) {
        return new StepTerms(all(length, direction), all(length, carried), all(length, scale), decay);
    }

    private static double[] all(int length, Each each) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = each.at(i);
        }
        return numbers;
    }

    /** What is brought to scale: the gradient, a velocity, or a running mean of gradients. */
    public double direction(int index) {
        return direction[index];
    }

    /** The part of the direction that earlier gradients have: momentum. The rest is that of this step's gradient. */
    public double carried(int index) {
        return carried[index];
    }

    /** What the direction is multiplied by besides η: 1, or one over a measure of the gradients so far. */
    public double scale(int index) {
        return scale[index];
    }

    /**
     * The effective rate of parameter {@code index}: {@code η·scale}, what its direction is multiplied by in this step.
     * It is η itself for an optimizer that does not adapt. Momentum and decay are no part of it.
     *
     * @param learningRate η of this step
     */
    public double effectiveRate(int index, double learningRate) {
        return learningRate * scale[index];
    }

    /** λ of a decay that is decoupled from the gradient; 0 for none. */
    public double decay() {
        return decay;
    }
}
