package hyperlab.nn;

/**
 * The quality of a network on given samples, without dropout.
 *
 * @param loss mean over the samples
 * @param accuracy share of the samples whose largest output is the target class, in [0, 1]; NaN for regression
 */
public record Evaluation(double loss, double accuracy) {}
