package hyperlab.chart.description;

/**
 * An axis.
 *
 * @param title empty for none
 * @param low the value at its start
 * @param high the value at its end
 */
public record AxisDescription(String title, double low, double high) {}
