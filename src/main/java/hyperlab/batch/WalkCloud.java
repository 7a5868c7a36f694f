package hyperlab.batch;

import hyperlab.descent.DescentPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions of many descents from one start at the sampled steps: at most {@value #MOST_ROWS}, including the first
 * and the last. A descent that diverges counts up to its last finite step and not after it. Immutable.
 */
public final class WalkCloud {
    /** The maximum number of sampled steps. */
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
     * @param steps the sampled steps, in order
     * @param normal whether positions are normally distributed, as on a parabola, which makes the interval exact
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
     * One descent at the sampled steps.
     *
     * @param points one point ({@code dimensions} numbers) for each sampled step, up to the last finite one
     */
    record Kept(double[] points, boolean diverged) {}

    /** Creates a cloud without descents, for descents of {@code length} steps. */
    static WalkCloud none(int batch, int dimensions, int length, boolean normal) {
        int last = Math.min(length, MOST_ROWS - 1);
        int[] steps = IntStream.rangeClosed(0, last)
                .map(row -> last == 0 ? 0 : (int) Math.round((double) row * length / last))
                .toArray();
        return new WalkCloud(batch, dimensions, steps, List.of(), normal);
    }

    /** Extracts the sampled steps of a descent. */
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

    /** Returns a cloud with these descents added. */
    WalkCloud with(List<Kept> more) {
        List<Kept> all = new ArrayList<>(walks);
        all.addAll(more);
        return new WalkCloud(batch, dimensions, steps, all, normal);
    }

    /** Computes the mean and the variance (divisor n − 1) of the descents that are still finite at a row. */
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

    /** Averages the distances from the first descent, so that positions far from zero do not lose digits. */
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

    /** Adds the squared distances from the mean to {@code squares}, one for each axis, and returns their sum. */
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

    /** The batch size B. */
    public int batch() {
        return batch;
    }

    /** The number of variables of the function. */
    public int dimensions() {
        return dimensions;
    }

    /** The number of descents. */
    public int walks() {
        return walks.size();
    }

    /** The number of descents that diverged. */
    public int diverged() {
        return (int) walks.stream().filter(Kept::diverged).count();
    }

    /** The number of sampled steps. */
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

    /** The number of rows of a descent; fewer than {@link #rows()} if it diverged. */
    public int rows(int walk) {
        return walks.get(walk).points().length / dimensions;
    }

    /** The variable {@code axis} of a descent at a row. */
    public double at(int walk, int row, int axis) {
        return walks.get(walk).points()[row * dimensions + axis];
    }

    /** The mean of variable {@code axis} over the descents that are still finite at a row; 0 if there are none. */
    public double mean(int row, int axis) {
        return means[row][axis];
    }

    /** The variance (divisor n − 1) of variable {@code axis} alone at a row; NaN with fewer than two descents. */
    public double variance(int row, int axis) {
        return spreads[row][axis];
    }

    /**
     * The variance at a row of all variables together (the mean squared distance from the mean point, divisor n − 1)
     * and its interval; unknown with fewer than two descents. If positions are normally distributed, each variable
     * contributes n − 1 degrees of freedom, combined for the sum as in Satterthwaite (1946). Otherwise the degrees of
     * freedom follow from the measured fourth moment, so that heavy tails widen the interval: {@code ν = 2s⁴/Var(s²)}
     * with {@code Var(s²) = (m₄ − s⁴(n − 3)/(n − 1))/n}.
     */
    public VarianceEstimate variance(int row) {
        return variances[row];
    }
}
