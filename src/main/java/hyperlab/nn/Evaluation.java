package hyperlab.nn;

/**
 * How well a network does on given samples, with dropout off.
 *
 * @param loss mean over the samples
 * @param accuracy share of the samples whose largest output is their class, in [0, 1]; NaN where a number is predicted
 */
public record Evaluation(double loss, double accuracy) {}
