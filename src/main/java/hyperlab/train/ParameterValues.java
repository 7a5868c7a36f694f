package hyperlab.train;

/**
 * A copy of every trained number of a run's networks.
 *
 * @param numbers of each member, of each of its {@link hyperlab.nn.Network#parameters() parameters}; not to be changed
 */
record ParameterValues(double[][][] numbers) {}
