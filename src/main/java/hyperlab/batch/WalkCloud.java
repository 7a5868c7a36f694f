package hyperlab.batch;

import hyperlab.descent.DescentPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where many walks from one start were, at the steps that were kept: at most {@value #MOST_ROWS}, the first and the last
 * among them. Walks that left the finite numbers count up to their last finite step and not from there on. Immutable.
 */
public final class WalkCloud {
    /** Steps kept. */
    public static final int MOST_ROWS = 401;

    private final int batch;
    private final int dimensions;
    private final int[] steps;
    private final List<Kept> walks;
    private final boolean normal;
    private final double[][] means;
    private final double[][] spreads;
    private final VarianceEstimate[] variances;

    /**
     * @param steps in order
     * @param normal whether places are normally distributed, as on a parabola, which makes the interval exact
     */
    private WalkCloud(int batch, int dimensions, int[] steps, List<Kept> walks, boolean normal) {
        this.batch = batch;
        this.dimensions = dimensions;
        this.steps = steps;
        this.walks = walks;
        this.normal = normal;
        means = new double[steps.length][dimensions];
        spreads = new double[steps.length][dimensions];
        variances = new VarianceEstimate[steps.length];
        for (int row = 0; row < steps.length; row++) {
            measure(row);
        }
    }

    /**
     * One walk at the steps that are kept.
     *
     * @param points a point a kept step, for as long as the walk lasted
     */
    record Kept(double[] points, boolean diverged) {}

    /** No walks yet, of walks of so many steps. */
    static WalkCloud none(int batch, int dimensions, int length, boolean normal) {
        int last = Math.min(length, MOST_ROWS - 1);
        int[] steps = IntStream.rangeClosed(0, last)
                .map(row -> last == 0 ? 0 : (int) Math.round((double) row * length / last))
                .toArray();
        return new WalkCloud(batch, dimensions, steps, List.of(), normal);
    }

    /** Of a walk, what is kept. */
    Kept keep(DescentPath path) {
        int lasted = 0;
        while (lasted < steps.length && steps[lasted] < path.rows()) {
            lasted++;
        }
        double[] points = new double[lasted * dimensions];
        for (int k = 0; k < points.length; k++) {
            points[k] = path.point(steps[k / dimensions], k % dimensions);
        }
        return new Kept(points, path.diverged());
    }

    /** These walks and some more. */
    WalkCloud with(List<Kept> more) {
        List<Kept> all = new ArrayList<>(walks);
        all.addAll(more);
        return new WalkCloud(batch, dimensions, steps, all, normal);
    }

    /** Mean and variance, with n − 1, of the walks that are there at a row. */
    private void measure(int row) {
        int from = row * dimensions;
        List<double[]> there = walks.stream()
                .map(Kept::points)
                .filter(points -> from < points.length)
                .toList();
        Arrays.fill(spreads[row], Double.NaN);
        if (there.isEmpty()) {
            variances[row] = VarianceEstimate.UNKNOWN;
            return;
        }
        meanInto(means[row], there, from);
        double[] squares = new double[dimensions];
        double fourth = 0;
        for (double[] points : there) {
            double distance = addSquares(squares, points, from, means[row]);
            fourth += distance * distance / there.size();
        }
        variances[row] = estimate(there.size(), squares, fourth);
        if (there.size() > 1) {
            Arrays.setAll(spreads[row], axis -> squares[axis] / (there.size() - 1));
        }
    }

    /** Through the distances from the first walk, so that places far from zero lose no digits. */
    private static void meanInto(double[] mean, List<double[]> there, int from) {
        double[] first = Arrays.copyOfRange(there.get(0), from, from + mean.length);
        for (double[] points : there) {
            for (int axis = 0; axis < mean.length; axis++) {
                mean[axis] += (points[from + axis] - first[axis]) / there.size();
            }
        }
        for (int axis = 0; axis < mean.length; axis++) {
            mean[axis] += first[axis];
        }
    }

    /** Adds the squared distances from the mean, an axis each, and gives their sum. */
    private static double addSquares(double[] squares, double[] points, int from, double[] mean) {
        double distance = 0;
        for (int axis = 0; axis < mean.length; axis++) {
            double off = points[from + axis] - mean[axis];
            squares[axis] += off * off;
            distance += off * off;
        }
        return distance;
    }

    private VarianceEstimate estimate(int count, double[] squares, double fourth) {
        double sum = Arrays.stream(squares).sum();
        if (count < 2 || !Double.isFinite(fourth)) {
            return VarianceEstimate.UNKNOWN;
        }
        double variance = sum / (count - 1);
        if (variance == 0) {
            return VarianceEstimate.of(0, count - 1);
        }
        double freedom = normal
                ? (count - 1)
                        * sum
                        * sum
                        / Arrays.stream(squares).map(square -> square * square).sum()
                : freedom(variance, fourth, count);
        return VarianceEstimate.of(variance, freedom);
    }

    private static double freedom(double variance, double fourth, int count) {
        double squared = variance * variance;
        return 2 * squared * count / (fourth - squared * (count - 3) / (count - 1));
    }

    /** B. */
    public int batch() {
        return batch;
    }

    /** Variables of the function. */
    public int dimensions() {
        return dimensions;
    }

    /** How many walks there are. */
    public int walks() {
        return walks.size();
    }

    /** How many of them left the finite numbers within their steps. */
    public int diverged() {
        return (int) walks.stream().filter(Kept::diverged).count();
    }

    /** Steps kept. */
    public int rows() {
        return steps.length;
    }

    /** The step of a row. */
    public int step(int row) {
        return steps[row];
    }

    /** The last row at or before a step. */
    public int rowOf(int step) {
        int found = Arrays.binarySearch(steps, step);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** How many rows a walk lasted: fewer than there are if it left the finite numbers. */
    public int rows(int walk) {
        return walks.get(walk).points().length / dimensions;
    }

    /** Variable {@code axis} of a walk at a row. */
    public double at(int walk, int row, int axis) {
        return walks.get(walk).points()[row * dimensions + axis];
    }

    /** The mean of variable {@code axis} over the walks that are there at a row; 0 where none is. */
    public double mean(int row, int axis) {
        return means[row][axis];
    }

    /** The variance of variable {@code axis} alone at a row, with n − 1; NaN with fewer than two walks. */
    public double variance(int row, int axis) {
        return spreads[row][axis];
    }

    /**
     * The variance at a row, of all variables together (the mean squared distance from the mean point, with n − 1), and
     * its interval; unknown with fewer than two walks. Where places are normally distributed the degrees of freedom are
     * n − 1 a variable, those of a sum by Satterthwaite (1946). Elsewhere they are those that the measured fourth moment
     * leaves, by which heavy tails make the interval wider: {@code ν = 2s⁴/Var(s²)} with
     * {@code Var(s²) = (m₄ − s⁴(n − 3)/(n − 1))/n}.
     */
    public VarianceEstimate variance(int row) {
        return variances[row];
    }
}
