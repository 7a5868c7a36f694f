package hyperlab.playground;

/**
 * A point with a label.
 *
 * @param label ±1 for classification; for regression a value in [−1, 1] or slightly outside
 */
public record PlaygroundPoint(double x, double y, double label) {}
