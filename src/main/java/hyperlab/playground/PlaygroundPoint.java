package hyperlab.playground;

/**
 * One example in the plane.
 *
 * @param label ±1 for a class, a value in [−1, 1] and a little beyond for regression
 */
public record PlaygroundPoint(double x, double y, double label) {}
