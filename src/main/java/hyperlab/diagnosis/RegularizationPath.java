package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.data.Standardizer;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The regularization path of a linear model: its weights as a function of the penalty strength λ. Features and target
 * are standardized (mean 0, standard deviation 1 with divisor n; for two classes, the second is 1 and the first 0), and
 * w minimizes
 *
 * <ul>
 *   <li>L1: (1/2n)·Σ(y − Xw)² + λ·Σ|w|, the lasso (Tibshirani 1996), by coordinate descent (Friedman, Hastie and
 *       Tibshirani 2010, section 2.1), from the largest λ to the smallest with warm starts;
 *   <li>L2: (1/2n)·Σ(y − Xw)² + ½·λ·Σw², ridge regression (Hoerl and Kennard 1970), by the normal equations.
 * </ul>
 *
 * <p>Both objectives equal the loss plus penalty of a network without hidden layers, with squared error and the same l1
 * or l2, on the same data.
 *
 * @param kind the kind of penalty
 * @param features the feature names
 * @param lambdas from the smallest to the largest
 * @param weights λ × features
 */
public record RegularizationPath(PenaltyKind kind, List<String> features, double[] lambdas, double[][] weights) {
    private static final int POINTS = 61;
    private static final double LAMBDA_RANGE = 1000;
    private static final double TOLERANCE = 1e-13;
    private static final int MAX_SWEEPS = 200_000;

    /** The kind of penalty. */
    public enum PenaltyKind {
        L1,
        L2
    }

    public RegularizationPath {
        features = List.copyOf(features);
    }

    /**
     * The path over 61 strengths, evenly spaced on a log scale. For L1 they run from λ_max/1000 to λ_max, the smallest
     * λ at which all weights are 0; for L2 from 0.001 to 1,000.
     *
     * @throws InvalidInputException for more than two classes
     */
    public static RegularizationPath of(DataSet data, PenaltyKind kind) {
        NormalEquations moments = NormalEquations.of(data);
        double high = kind == PenaltyKind.L1 ? moments.largestCovariance() : LAMBDA_RANGE;
        double low = kind == PenaltyKind.L1 ? high / LAMBDA_RANGE : 1 / LAMBDA_RANGE;
        double[] lambdas = IntStream.range(0, POINTS)
                .mapToDouble(k -> k == POINTS - 1 ? high : low * Math.pow(high / low, k / (POINTS - 1.0)))
                .toArray();
        return new RegularizationPath(kind, data.featureNames(), lambdas, weights(moments, kind, lambdas));
    }

    /** The weights at the given strengths, which must be in ascending order. */
    public static RegularizationPath forLambdas(DataSet data, PenaltyKind kind, double... lambdas) {
        return new RegularizationPath(
                kind, data.featureNames(), lambdas.clone(), weights(NormalEquations.of(data), kind, lambdas));
    }

    /** The index of the strength nearest to {@code lambda} on a log scale. */
    public int nearestIndex(double lambda) {
        int nearest = 0;
        for (int k = 1; k < lambdas.length; k++) {
            if (Math.abs(Math.log(lambdas[k] / lambda)) < Math.abs(Math.log(lambdas[nearest] / lambda))) {
                nearest = k;
            }
        }
        return nearest;
    }

    /** The indices of the features whose weights are not 0 at index {@code lambda}, by descending magnitude. */
    public List<Integer> nonzeroFeatures(int lambda) {
        List<Integer> nonzero = new ArrayList<>();
        for (int j = 0; j < features.size(); j++) {
            if (weights[lambda][j] != 0) {
                nonzero.add(j);
            }
        }
        nonzero.sort((one, other) -> Double.compare(Math.abs(weights[lambda][other]), Math.abs(weights[lambda][one])));
        return nonzero;
    }

    private static double[][] weights(NormalEquations moments, PenaltyKind kind, double[] lambdas) {
        double[][] weights = new double[lambdas.length][];
        double[] start = new double[moments.features()];
        for (int k = lambdas.length - 1; k >= 0; k--) {
            if (kind == PenaltyKind.L1) {
                moments.lasso(lambdas[k], start);
                weights[k] = start.clone();
            } else {
                weights[k] = moments.ridge(lambdas[k]);
            }
        }
        return weights;
    }

    /** XᵀX/n and Xᵀy/n. */
    private record NormalEquations(DMatrixRMaj gram, double[] covariance) {
        static NormalEquations of(DataSet data) {
            if (data.task() == PredictionTask.CLASSIFICATION
                    && data.classNames().size() > 2) {
                throw new InvalidInputException(
                        "data.source",
                        Rule.TWO_CLASSES_OR_NUMBERS,
                        data.classNames().size());
            }
            DMatrixRMaj targets = new DMatrixRMaj(data.samples(), 1, true, data.targets());
            DMatrixRMaj x = Standardizer.fit(data.features()).scaled(data.features());
            DMatrixRMaj y = Standardizer.fit(targets).scaled(targets);
            int features = x.numCols;
            DMatrixRMaj gram = new DMatrixRMaj(features, features);
            DMatrixRMaj covariance = new DMatrixRMaj(features, 1);
            CommonOps_DDRM.multInner(x, gram);
            CommonOps_DDRM.multTransA(x, y, covariance);
            CommonOps_DDRM.scale(1.0 / data.samples(), gram);
            CommonOps_DDRM.scale(1.0 / data.samples(), covariance);
            return new NormalEquations(gram, covariance.data);
        }

        int features() {
            return covariance.length;
        }

        double largestCovariance() {
            double largest = 0;
            for (double value : covariance) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest == 0 ? 1 : largest;
        }

        double[] ridge(double lambda) {
            DMatrixRMaj system = gram.copy();
            for (int j = 0; j < features(); j++) {
                system.add(j, j, lambda);
            }
            DMatrixRMaj solution = new DMatrixRMaj(features(), 1);
            CommonOps_DDRM.solve(system, new DMatrixRMaj(features(), 1, true, covariance), solution);
            return solution.data;
        }

        /**
         * Sweeps over the coordinates until none moves. {@code weights} holds the initial values and receives the
         * result.
         */
        void lasso(double lambda, double[] weights) {
            double largestChange = Double.POSITIVE_INFINITY;
            for (int sweep = 0; sweep < MAX_SWEEPS && largestChange > TOLERANCE; sweep++) {
                largestChange = 0;
                for (int j = 0; j < weights.length; j++) {
                    double diagonal = gram.get(j, j);
                    if (diagonal == 0) {
                        continue;
                    }
                    double residual = covariance[j] + diagonal * weights[j];
                    for (int k = 0; k < weights.length; k++) {
                        residual -= gram.get(j, k) * weights[k];
                    }
                    double updated = Math.signum(residual) * Math.max(0, Math.abs(residual) - lambda) / diagonal;
                    largestChange = Math.max(largestChange, Math.abs(updated - weights[j]));
                    weights[j] = updated;
                }
            }
        }
    }
}
