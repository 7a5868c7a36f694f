package hyperlab.optim;

/**
 * The settings of an optimizer. Formulas and defaults are those of torch.optim 2.x. The values that change from step to
 * step are in the {@link OptimizerState} that {@link #createState} creates, one for each parameter array.
 */
public sealed interface Optimizer permits Sgd, AdaGrad, RmsProp, AdaDelta, Adam, NAdam, AdamW {
    /** The name in files and on the command line: {@code sgd}, {@code adagrad}, {@code rmsprop}, … */
    String name();

    /**
     * Creates the initial state for a parameter array of {@code length} numbers.
     *
     * @param appliesWeightDecay whether the optimizer's own weight decay applies to the array: true for weights, false for biases
     *     and PReLU slopes
     */
    OptimizerState createState(int length, boolean appliesWeightDecay);

    /**
     * Creates the initial state for an array that is itself the variable being minimized, as in gradient descent on a
     * function. As in torch, weight decay applies to it.
     */
    default OptimizerState createState(int length) {
        return createState(length, true);
    }
}
