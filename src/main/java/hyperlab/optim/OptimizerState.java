package hyperlab.optim;

/**
 * The moments of one parameter array. Confined to the training thread, which may let others {@link #update} a part of
 * the array.
 */
public interface OptimizerState {
    /**
     * Updates {@code parameters} in place by one step.
     *
     * @param parameters of the length that was passed to {@link Optimizer#createState}
     * @param gradient of the same length, including the penalty; not modified
     * @param learningRate η of this step
     */
    default void step(double[] parameters, double[] gradient, double learningRate) {
        begin(learningRate);
        update(parameters, gradient, 0, parameters.length);
    }

    /**
     * Begins the next step, which {@link #update} applies to each range of the parameters.
     *
     * @param learningRate η of this step
     */
    void begin(double learningRate);

    /**
     * Updates the parameters {@code from} ≤ i &lt; {@code to} in place by the step begun last. Several threads may
     * update ranges that do not overlap.
     *
     * @param gradient of the same length as {@code parameters}, including the penalty; not modified
     */
    void update(double[] parameters, double[] gradient, int from, int to);

    /** The terms that the next step would have with this gradient. Does not modify the state. */
    StepTerms terms(double[] gradient);

    /** An independent copy that continues from this point with bit-for-bit identical results. */
    OptimizerState copy();

    /** How many numbers the state consists of, which is the cost of a copy. */
    int size();
}
