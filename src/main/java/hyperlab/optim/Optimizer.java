package hyperlab.optim;

/**
 * What is given of an optimizer; formulas and defaults are those of torch.optim 2.x. What changes from step to step
 * lives in the {@link OptimizerState} that {@link #start} makes, one for each parameter array.
 */
public sealed interface Optimizer permits Sgd, AdaGrad, RmsProp, AdaDelta, Adam, NAdam, AdamW {
    /** The name in files and on the command line: {@code sgd}, {@code adagrad}, {@code rmsprop}, … */
    String name();

    /**
     * Fresh state for a parameter array of {@code length} numbers, before its first step.
     *
     * @param decays whether a decay that belongs to the optimizer itself touches the array: true for weights, false for
     *     biases and PReLU slopes
     */
    OptimizerState start(int length, boolean decays);

    /** Fresh state where what is sought is the array itself, as in a descent: a decay touches it, as torch's would. */
    default OptimizerState start(int length) {
        return start(length, true);
    }
}
