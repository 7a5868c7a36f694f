package hyperlab.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * An activation function sampled for drawing. A kink of f is a point of its own; where f′ jumps, the derivative has a
 * point for either side at the same x with a NaN between, so that a line through the points shows the jump as a gap.
 *
 * @param activation what was sampled
 * @param x ascending
 * @param value f at each x; not broken at kinks
 * @param derivative f′ at each x, NaN where the line breaks
 */
public record ActivationCurve(Activation activation, double[] x, double[] value, double[] derivative) {
    /** How far from a kink its two sides are read. */
    private static final double SIDE = 1e-9;

    /** Samples {@code activation} at {@code points} places of even distance and at its kinks. */
    public static ActivationCurve of(Activation activation, double from, double to, int points) {
        List<Double> kinks = ActivationShape.of(activation).kinks();
        List<double[]> rows = new ArrayList<>(points + 3 * kinks.size());
        int kink = 0;
        for (int i = 0; i < points; i++) {
            double x = from + (to - from) * i / (points - 1);
            while (kink < kinks.size() && kinks.get(kink) <= x) {
                double at = kinks.get(kink++);
                if (at > from && at < to) {
                    double value = activation.value(at);
                    rows.add(new double[] {at, value, activation.derivative(at - SIDE)});
                    rows.add(new double[] {at, value, Double.NaN});
                    rows.add(new double[] {at, value, activation.derivative(at + SIDE)});
                }
            }
            boolean onKink = kink > 0 && kinks.get(kink - 1) == x;
            if (!onKink) {
                rows.add(new double[] {x, activation.value(x), activation.derivative(x)});
            }
        }
        double[][] columns = new double[3][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < 3; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return new ActivationCurve(activation, columns[0], columns[1], columns[2]);
    }
}
