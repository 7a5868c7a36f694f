package hyperlab.batch;

import hyperlab.descent.DescentPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions of many descents from one start at the sampled steps: at most {@value #MAX_ROWS}, including the first
 * and the last. A descent that diverges counts up to its last finite step and not after it. Immutable.
 */
public final class PathDistribution {
    /** The maximum number of sampled steps. */
    public static final int MAX_ROWS = 401;

    private final int batchSize;
    private final int dimensions;
    private final int[] steps;
    private final List<SampledPath> paths;
    private final boolean normal;
    private final double[][] means;
    private final double[][] axisVariances;
    private final VarianceEstimate[] variances;

    /**
     * @param steps the sampled steps, in order
     * @param isNormal whether positions are normally distributed, as on a parabola, which makes the interval exact
     */
    private PathDistribution(int batch, int dimensions, int[] steps, List<SampledPath> paths, boolean isNormal) {
        this.batchSize = batch;
        this.dimensions = dimensions;
        this.steps = steps;
        this.paths = paths;
        this.normal = isNormal;
        means = new double[steps.length][dimensions];
        axisVariances = new double[steps.length][dimensions];
        variances = new VarianceEstimate[steps.length];
        for (int row = 0; row < steps.length; row++) {
            computeStatistics(row);
        }
    }

    /**
     * One descent at the sampled steps.
     *
     * @param points one point ({@code dimensions} numbers) for each sampled step, up to the last finite one
     */
    record SampledPath(double[] points, boolean diverged) {}

    /** Creates a cloud without descents, for descents of {@code length} steps. */
    static PathDistribution empty(int batch, int dimensions, int length, boolean isNormal) {
        int last = Math.min(length, MAX_ROWS - 1);
        int[] steps = IntStream.rangeClosed(0, last)
                .map(row -> last == 0 ? 0 : (int) Math.round((double) row * length / last))
                .toArray();
        return new PathDistribution(batch, dimensions, steps, List.of(), isNormal);
    }

    /** Extracts the sampled steps of a descent. */
    SampledPath sample(DescentPath path) {
        int finiteRows = 0;
        while (finiteRows < steps.length && steps[finiteRows] < path.rows()) {
            finiteRows++;
        }
        double[] points = new double[finiteRows * dimensions];
        for (int k = 0; k < points.length; k++) {
            points[k] = path.coordinate(steps[k / dimensions], k % dimensions);
        }
        return new SampledPath(points, path.diverged());
    }

    /** Returns a cloud with these descents added. */
    PathDistribution withPaths(List<SampledPath> newPaths) {
        List<SampledPath> all = new ArrayList<>(paths);
        all.addAll(newPaths);
        return new PathDistribution(batchSize, dimensions, steps, all, normal);
    }

    /** Computes the mean and the variance (divisor n − 1) of the descents that are still finite at a row. */
    private void computeStatistics(int row) {
        int offset = row * dimensions;
        List<double[]> finitePaths = paths.stream()
                .map(SampledPath::points)
                .filter(points -> offset < points.length)
                .toList();
        Arrays.fill(axisVariances[row], Double.NaN);
        if (finitePaths.isEmpty()) {
            variances[row] = VarianceEstimate.UNKNOWN;
            return;
        }
        computeMean(means[row], finitePaths, offset);
        double[] squares = new double[dimensions];
        double fourthMoment = 0;
        for (double[] points : finitePaths) {
            double distance = addSquaredDistances(squares, points, offset, means[row]);
            fourthMoment += distance * distance / finitePaths.size();
        }
        variances[row] = estimate(finitePaths.size(), squares, fourthMoment);
        if (finitePaths.size() > 1) {
            Arrays.setAll(axisVariances[row], axis -> squares[axis] / (finitePaths.size() - 1));
        }
    }

    /** Averages the distances from the first descent, so that positions far from zero do not lose digits. */
    private static void computeMean(double[] mean, List<double[]> finitePaths, int offset) {
        double[] first = Arrays.copyOfRange(finitePaths.get(0), offset, offset + mean.length);
        for (double[] points : finitePaths) {
            for (int axis = 0; axis < mean.length; axis++) {
                mean[axis] += (points[offset + axis] - first[axis]) / finitePaths.size();
            }
        }
        for (int axis = 0; axis < mean.length; axis++) {
            mean[axis] += first[axis];
        }
    }

    /** Adds the squared distances from the mean to {@code squares}, one for each axis, and returns their sum. */
    private static double addSquaredDistances(double[] squares, double[] points, int offset, double[] mean) {
        double distance = 0;
        for (int axis = 0; axis < mean.length; axis++) {
            double difference = points[offset + axis] - mean[axis];
            squares[axis] += difference * difference;
            distance += difference * difference;
        }
        return distance;
    }

    private VarianceEstimate estimate(int count, double[] squares, double fourthMoment) {
        double sum = Arrays.stream(squares).sum();
        if (count < 2 || !Double.isFinite(fourthMoment)) {
            return VarianceEstimate.UNKNOWN;
        }
        double variance = sum / (count - 1);
        if (variance == 0) {
            return VarianceEstimate.of(0, count - 1);
        }
        double degreesOfFreedom = normal
                ? (count - 1)
                        * sum
                        * sum
                        / Arrays.stream(squares).map(square -> square * square).sum()
                : degreesOfFreedom(variance, fourthMoment, count);
        return VarianceEstimate.of(variance, degreesOfFreedom);
    }

    private static double degreesOfFreedom(double variance, double fourthMoment, int count) {
        double squared = variance * variance;
        return 2 * squared * count / (fourthMoment - squared * (count - 3) / (count - 1));
    }

    /** The batch size B. */
    public int batchSize() {
        return batchSize;
    }

    /** The number of variables of the function. */
    public int dimensions() {
        return dimensions;
    }

    /** The number of descents. */
    public int pathCount() {
        return paths.size();
    }

    /** The number of descents that diverged. */
    public int divergedCount() {
        return (int) paths.stream().filter(SampledPath::diverged).count();
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
    public int rowAtOrBefore(int step) {
        int found = Arrays.binarySearch(steps, step);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** The number of rows of a descent; fewer than {@link #rows()} if it diverged. */
    public int rows(int pathIndex) {
        return paths.get(pathIndex).points().length / dimensions;
    }

    /** The variable {@code axis} of a descent at a row. */
    public double coordinate(int pathIndex, int row, int axis) {
        return paths.get(pathIndex).points()[row * dimensions + axis];
    }

    /** The mean of variable {@code axis} over the descents that are still finite at a row; 0 if there are none. */
    public double mean(int row, int axis) {
        return means[row][axis];
    }

    /** The variance (divisor n − 1) of variable {@code axis} alone at a row; NaN with fewer than two descents. */
    public double variance(int row, int axis) {
        return axisVariances[row][axis];
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
