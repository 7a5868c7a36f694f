package hyperlab.chart.series;

import java.util.Arrays;

/** The points of one line, in drawing order. Immutable. */
public final class Curve {
    public static final Curve EMPTY = new Curve(new double[0], new double[0], "");

    private final double[] x;
    private final double[] y;
    private final String name;

    private Curve(double[] x, double[] y, String name) {
        this.x = x;
        this.y = y;
        this.name = name;
    }

    /** Creates a curve through (x₀, y₀), (x₁, y₁), …; the arrays are copied. */
    public static Curve of(double[] x, double[] y) {
        return of(x, y, x.length);
    }

    /**
     * Creates a curve through the first {@code size} points, which are copied.
     *
     * @throws IllegalArgumentException if an array has fewer than {@code size} values
     */
    public static Curve of(double[] x, double[] y, int size) {
        if (size > x.length || size > y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y for " + size + " points");
        }
        return size == 0 ? EMPTY : new Curve(Arrays.copyOf(x, size), Arrays.copyOf(y, size), "");
    }

    /** Creates a curve of one point, which is drawn as a marker. */
    public static Curve point(double x, double y) {
        return new Curve(new double[] {x}, new double[] {y}, "");
    }

    /** Returns the points up to and including {@code lastX}; x must be ascending. */
    public Curve until(double lastX) {
        int size = 0;
        while (size < x.length && x[size] <= lastX) {
            size++;
        }
        return size == x.length ? this : of(x, y, size).named(name);
    }

    /**
     * Returns a copy with one more point, or this curve if it is empty, already reaches {@code newX}, or if
     * {@code newY} is not finite.
     */
    public Curve extendedTo(double newX, double newY) {
        if (x.length == 0 || x[x.length - 1] >= newX || !Double.isFinite(newY)) {
            return this;
        }
        double[] longerX = Arrays.copyOf(x, x.length + 1);
        double[] longerY = Arrays.copyOf(y, y.length + 1);
        longerX[x.length] = newX;
        longerY[y.length] = newY;
        return new Curve(longerX, longerY, name);
    }

    /** Returns this curve with a name, under which its values are shown at the pointer; empty for none. */
    public Curve named(String newName) {
        return newName.equals(name) ? this : new Curve(x, y, newName);
    }

    public String name() {
        return name;
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
