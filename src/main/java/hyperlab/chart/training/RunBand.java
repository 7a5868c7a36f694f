package hyperlab.chart.training;

import hyperlab.chart.series.Curve;

/**
 * The spread of a quantity across several runs over the epochs: the area between two lines, and the line between them.
 *
 * @param name label at the end of the middle line
 * @param series index of the series whose color it has, from 0
 * @param lower lower edge
 * @param middle line between the edges
 * @param upper upper edge
 */
public record RunBand(String name, int series, Curve lower, Curve middle, Curve upper) {}
