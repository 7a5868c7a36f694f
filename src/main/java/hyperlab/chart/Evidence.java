package hyperlab.chart;

/**
 * A stretch of epochs that a finding rests on.
 *
 * @param from where it begins
 * @param to where it ends
 * @param name the finding's number
 */
public record Evidence(double from, double to, String name) {}
