package hyperlab.train;

/**
 * A copy of all trained parameters of a run's networks.
 *
 * @param values indexed by member, by {@linkplain hyperlab.nn.Network#parameters() parameter array} and by value;
 *     must not be modified
 */
record ParameterValues(double[][][] values) {}
