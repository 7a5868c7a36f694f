package hyperlab.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * An activation function sampled for plotting. Each kink of f inside the range is a sample of its own. Where f′ jumps,
 * the derivative has one sample for each side at the same x, with a NaN between them, so that the plotted line has a
 * gap.
 *
 * @param activation the sampled function
 * @param x ascending
 * @param value f at each x; continuous at kinks
 * @param derivative f′ at each x; NaN where the line is interrupted
 */
public record ActivationCurve(Activation activation, double[] x, double[] value, double[] derivative) {
    /** The distance from a kink at which the derivative is evaluated on either side. */
    private static final double KINK_OFFSET = 1e-9;

    /** Samples {@code activation} at {@code points} evenly spaced values of x in [from, to], and at its kinks. */
    public static ActivationCurve of(Activation activation, double from, double to, int points) {
        List<Double> kinks = activation.shape().kinks();
        List<double[]> rows = new ArrayList<>(points + 3 * kinks.size());
        int kink = 0;
        for (int i = 0; i < points; i++) {
            double x = from + (to - from) * i / (points - 1);
            while (kink < kinks.size() && kinks.get(kink) <= x) {
                double at = kinks.get(kink++);
                if (at > from && at < to) {
                    double value = activation.value(at);
                    rows.add(new double[] {at, value, activation.derivative(at - KINK_OFFSET)});
                    rows.add(new double[] {at, value, Double.NaN});
                    rows.add(new double[] {at, value, activation.derivative(at + KINK_OFFSET)});
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
