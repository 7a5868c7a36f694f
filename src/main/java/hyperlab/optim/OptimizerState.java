package hyperlab.optim;

/** The moments of one parameter array. Belongs to the thread that trains. */
public interface OptimizerState {
    /**
     * Moves {@code parameters} by one step, in place.
     *
     * @param parameters as many numbers as {@link Optimizer#start} was told
     * @param gradient of the same length, penalty included; not changed
     * @param learningRate the rate of this very step
     */
    void step(double[] parameters, double[] gradient, double learningRate);

    /** What the next step would be made of with this gradient; nothing is changed. */
    StepTerms terms(double[] gradient);

    /** An independent state that goes on from here bit for bit as this one does. */
    OptimizerState copy();

    /** How many numbers it remembers from step to step, which is what a copy costs. */
    int numbers();
}
