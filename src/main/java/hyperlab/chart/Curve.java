package hyperlab.chart;

import java.util.Arrays;

/** The points of one line in order, as they are shown; never changed. */
public final class Curve {
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);

    private final double[] x;
    private final double[] y;

    private Curve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** A curve through (x₀, y₀), (x₁, y₁), …; the arrays are copied. */
    public static Curve of(double[] x, double[] y) {
        return of(x, y, x.length);
    }

    /** A curve through the first {@code size} points; they are copied. */
    public static Curve of(double[] x, double[] y, int size) {
        if (size > x.length || size > y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y for " + size + " points");
        }
        return size == 0 ? EMPTY : new Curve(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** A curve of one point: a marker. */
    public static Curve point(double x, double y) {
        return new Curve(new double[] {x}, new double[] {y});
    }

    public int size() {
        return x.length;
    }

    public double x(int index) {
        return x[index];
    }

    public double y(int index) {
        return y[index];
    }
}
