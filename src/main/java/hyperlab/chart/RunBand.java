package hyperlab.chart;

/**
 * How a quantity of several runs is spread over the epochs: the area between two lines, and the line between them.
 *
 * @param name what it is called at the end of its middle line
 * @param look the series whose colour it wears, from 0
 * @param lower the lower edge
 * @param middle the line between the edges
 * @param upper the upper edge
 */
public record RunBand(String name, int look, Curve lower, Curve middle, Curve upper) {}
