package hyperlab.diagnosis;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The first two principal components of rows: the eigenvectors of the covariance with the two largest eigenvalues. They
 * are computed by orthogonal iteration (Golub and Van Loan 2013, section 8.2.4) with {@value #EXTRA_DIRECTIONS} extra
 * directions for faster convergence, without forming the covariance matrix. Each has length 1, and its component of
 * largest magnitude is positive.
 *
 * @param mean of the rows
 * @param first the direction of the largest variance
 * @param second the direction of the second largest variance; all 0 if there is only one feature
 * @param explainedVarianceRatio of the total variance that the two explain; 1 if nothing varies
 */
record PrincipalComponents(double[] mean, double[] first, double[] second, double explainedVarianceRatio) {
    static final int MAX_ROWS = 1_000;
    static final int EXTRA_DIRECTIONS = 6;
    private static final int MAX_ITERATIONS = 200;
    private static final double TOLERANCE = 1e-10;

    static PrincipalComponents of(DMatrixRMaj features) {
        int rows = Math.min(MAX_ROWS, features.numRows);
        int width = features.numCols;
        double[] mean = new double[width];
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < width; f++) {
                mean[f] += features.get(row, f) / rows;
            }
        }
        double[][] centered = new double[rows][width];
        double totalVariance = 0;
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < width; f++) {
                centered[row][f] = features.get(row, f) - mean[f];
                totalVariance += centered[row][f] * centered[row][f];
            }
        }
        double[][] directions = start(Math.min(width, 2 + EXTRA_DIRECTIONS), width);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MAX_ITERATIONS && change > TOLERANCE; iteration++) {
            double[][] next = new double[directions.length][];
            Arrays.setAll(next, k -> multiplyByGram(centered, directions[k]));
            orthonormalize(next);
            change = change(directions, next);
            System.arraycopy(next, 0, directions, 0, next.length);
        }
        double[] first = withPositiveSign(directions[0]);
        double[] second = width > 1 ? withPositiveSign(directions[1]) : new double[width];
        double explainedVariance = variance(centered, first) + variance(centered, second);
        return new PrincipalComponents(
                mean, first, second, totalVariance > 0 ? Math.min(1, explainedVariance / totalVariance) : 1);
    }

    /** Fixed initial directions that are unlikely to be orthogonal to the principal components of any data set. */
    private static double[][] start(int count, int width) {
        double[][] directions = new double[count][width];
        for (int k = 0; k < count; k++) {
            for (int f = 0; f < width; f++) {
                directions[k][f] = Math.cos((k + 1) * (f + 0.5)) + (f % count == k ? 1 : 0);
            }
        }
        orthonormalize(directions);
        return directions;
    }

    /** XᵀX·v. */
    private static double[] multiplyByGram(double[][] centered, double[] direction) {
        double[] result = new double[direction.length];
        for (double[] row : centered) {
            double along = dot(row, direction);
            for (int f = 0; f < result.length; f++) {
                result[f] += along * row[f];
            }
        }
        return result;
    }

    private static double variance(double[][] centered, double[] direction) {
        double sum = 0;
        for (double[] row : centered) {
            double along = dot(row, direction);
            sum += along * along;
        }
        return sum;
    }

    private static void orthonormalize(double[][] directions) {
        for (int k = 0; k < directions.length; k++) {
            for (int j = 0; j < k; j++) {
                double along = dot(directions[k], directions[j]);
                for (int f = 0; f < directions[k].length; f++) {
                    directions[k][f] -= along * directions[j][f];
                }
            }
            double length = Math.sqrt(dot(directions[k], directions[k]));
            for (int f = 0; f < directions[k].length && length > 0; f++) {
                directions[k][f] /= length;
            }
        }
    }

    private static double change(double[][] before, double[][] now) {
        double change = 0;
        for (int k = 0; k < Math.min(2, before.length); k++) {
            change = Math.max(change, 1 - Math.abs(dot(before[k], now[k])));
        }
        return change;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int f = 0; f < one.length; f++) {
            sum += one[f] * other[f];
        }
        return sum;
    }

    private static double[] withPositiveSign(double[] direction) {
        double largest = 0;
        for (double each : direction) {
            largest = Math.abs(each) > Math.abs(largest) ? each : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(each -> sign * each).toArray();
    }
}
