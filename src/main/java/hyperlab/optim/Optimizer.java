package hyperlab.optim;

/**
 * What is given of an optimizer; formulas and defaults are those of torch.optim 2.x. What changes from step to step
 * lives in the {@link OptimizerState} that {@link #start(int)} makes, one for each parameter array.
 */
public sealed interface Optimizer permits Sgd, RmsProp, Adam {
    /** The name in files and on the command line: {@code sgd}, {@code rmsprop}, {@code adam}. */
    String name();

    /** Fresh state for a parameter array of {@code length} numbers, before its first step. */
    OptimizerState start(int length);
}
