package hyperlab.optim;

/** The moments of one parameter array. Confined to the training thread. */
public interface OptimizerState {
    /**
     * Updates {@code parameters} in place by one step.
     *
     * @param parameters of the length that was passed to {@link Optimizer#createState}
     * @param gradient of the same length, including the penalty; not modified
     * @param learningRate η of this step
     */
    void step(double[] parameters, double[] gradient, double learningRate);

    /** The terms that the next step would have with this gradient. Does not modify the state. */
    StepTerms terms(double[] gradient);

    /** An independent copy that continues from this point with bit-for-bit identical results. */
    OptimizerState copy();

    /** How many numbers the state consists of, which is the cost of a copy. */
    int size();
}
