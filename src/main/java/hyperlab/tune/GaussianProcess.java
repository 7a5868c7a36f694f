package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Gaussian process regression with the Matérn kernel ν = 5/2, a length scale for each input, and independent noise:
 * k(x, x′) = σ²(1 + √5·r + 5r²/3)·exp(−√5·r), r² = Σⱼ (xⱼ − x′ⱼ)²/ℓⱼ² (Rasmussen and Williams 2006, equations 4.17,
 * 2.25, 2.26). Targets are standardized. σ², the noise and ℓ maximize the marginal likelihood (equation 5.8), by
 * gradient ascent (5.9) with resilient steps (Rprop, Blum and Riedmiller 2013) from several starting points. Immutable
 * once fitted.
 */
final class GaussianProcess {
    /** Natural logarithms of the minimum and maximum of a length scale, in units of the cube. */
    private static final double[] LENGTH = {Math.log(0.03), Math.log(30)};

    private static final double[] SIGNAL = {Math.log(0.02), Math.log(50)};
    private static final double[] NOISE = {Math.log(1e-8), Math.log(1)};
    private static final int CLIMB = 80;
    private static final double ROOT5 = Math.sqrt(5);

    private final double[][] inputs;
    private final double mean;
    private final double deviation;
    /** ln σ², ln of the noise variance, and ln ℓ of each input. */
    private final double[] logs;

    private final double[] scales;
    private final DMatrixRMaj weights;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final double likelihood;

    private GaussianProcess(double[][] inputs, double mean, double deviation, Climb.State state, double[] logs) {
        this.inputs = inputs;
        this.mean = mean;
        this.deviation = deviation;
        this.logs = logs;
        this.scales = scales(logs);
        this.weights = state.weights();
        this.solver = state.solver();
        this.likelihood = state.likelihood();
    }

    /**
     * The prediction at one point.
     *
     * @param mean in the unit of the targets
     * @param deviation standard deviation of the function at this point, without noise; ≥ 0
     */
    record Belief(double mean, double deviation) {}

    /**
     * Fits the process to data.
     *
     * @param inputs at least one row, none empty
     * @param targets finite, one per row
     * @param warm the {@link #logs()} of an earlier fit, used as an additional starting point; may be empty
     * @param stream draws one more starting point
     */
    static GaussianProcess fit(double[][] inputs, double[] targets, double[] warm, RandomStream stream) {
        Standard standard = Standard.of(targets);
        Climb climb = new Climb(inputs, standard.targets());
        int count = 2 + inputs[0].length;
        double[] best = climb.climb(start(count, Math.log(0.3)));
        double[] drawn = start(count, 0);
        for (int i = 2; i < count; i++) {
            drawn[i] = stream.nextDouble(Math.log(0.1), Math.log(3));
        }
        for (double[] start : warm.length == count ? new double[][] {drawn, warm} : new double[][] {drawn}) {
            double[] top = climb.climb(start);
            best = climb.at(top).likelihood() > climb.at(best).likelihood() ? top : best;
        }
        return new GaussianProcess(inputs, standard.mean(), standard.deviation(), climb.at(best), best);
    }

    /** A process with given hyperparameters, in the format of {@link #logs()}. */
    static GaussianProcess with(double[][] inputs, double[] targets, double[] logs) {
        Standard standard = Standard.of(targets);
        Climb climb = new Climb(inputs, standard.targets());
        return new GaussianProcess(inputs, standard.mean(), standard.deviation(), climb.at(logs), logs);
    }

    /** Standardized targets (mean 0, variance 1) with their original mean and deviation. */
    private record Standard(double[] targets, double mean, double deviation) {
        static Standard of(double[] targets) {
            double mean = Arrays.stream(targets).average().orElse(0);
            double square =
                    Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).sum();
            double deviation = square > 0 ? Math.sqrt(square / targets.length) : 1;
            return new Standard(
                    Arrays.stream(targets).map(y -> (y - mean) / deviation).toArray(), mean, deviation);
        }
    }

    private static double[] start(int count, double logLength) {
        double[] logs = new double[count];
        Arrays.fill(logs, logLength);
        logs[0] = 0;
        logs[1] = Math.log(1e-3);
        return logs;
    }

    Belief at(double[] input) {
        int rows = inputs.length;
        DMatrixRMaj covariance = new DMatrixRMaj(rows, 1);
        for (int i = 0; i < rows; i++) {
            covariance.data[i] = kernel(logs[0], distance(scales, input, inputs[i]));
        }
        double expected = CommonOps_DDRM.dot(covariance, weights);
        DMatrixRMaj solved = new DMatrixRMaj(rows, 1);
        solver.solve(covariance, solved);
        double variance = Math.exp(logs[0]) - CommonOps_DDRM.dot(covariance, solved);
        return new Belief(mean + deviation * expected, deviation * Math.sqrt(Math.max(0, variance)));
    }

    /** ln σ², ln of the noise variance (both for standardized targets), ln ℓ of each input; a copy. */
    double[] logs() {
        return logs.clone();
    }

    /** The logarithm of the marginal likelihood of the standardized targets. */
    double likelihood() {
        return likelihood;
    }

    /** 1/ℓ of each input. */
    private static double[] scales(double[] logs) {
        double[] scales = new double[logs.length - 2];
        for (int j = 0; j < scales.length; j++) {
            scales[j] = Math.exp(-logs[2 + j]);
        }
        return scales;
    }

    private static double distance(double[] scales, double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double scaled = (a[j] - b[j]) * scales[j];
            sum += scaled * scaled;
        }
        return Math.sqrt(sum);
    }

    private static double kernel(double logSignal, double r) {
        return Math.exp(logSignal - ROOT5 * r) * (1 + ROOT5 * r + 5 * r * r / 3);
    }

    /** Maximizes the marginal likelihood for one data set. */
    static final class Climb {
        private final double[][] inputs;
        private final double[] targets;

        Climb(double[][] inputs, double[] targets) {
            this.inputs = inputs;
            this.targets = targets;
        }

        /** The process with given hyperparameters; the likelihood is −∞ if the covariance is not positive definite. */
        record State(double likelihood, DMatrixRMaj weights, LinearSolverDense<DMatrixRMaj> solver) {}

        State at(double[] logs) {
            int rows = inputs.length;
            double[] scales = scales(logs);
            DMatrixRMaj covariance = new DMatrixRMaj(rows, rows);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j <= i; j++) {
                    double value = kernel(logs[0], distance(scales, inputs[i], inputs[j]));
                    covariance.data[i * rows + j] = value;
                    covariance.data[j * rows + i] = value;
                }
                covariance.data[i * rows + i] += Math.exp(logs[1]) + 1e-10;
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(rows);
            DMatrixRMaj weights = new DMatrixRMaj(rows, 1);
            if (!solver.setA(covariance)) {
                return new State(Double.NEGATIVE_INFINITY, weights, solver);
            }
            DMatrixRMaj y = new DMatrixRMaj(rows, 1, true, targets);
            solver.solve(y, weights);
            CholeskyDecomposition_F64<DMatrixRMaj> cholesky = solver.getDecomposition();
            DMatrixRMaj lower = cholesky.getT(null);
            double logDeterminant = 0;
            for (int i = 0; i < rows; i++) {
                logDeterminant += Math.log(lower.get(i, i));
            }
            double likelihood = -CommonOps_DDRM.dot(y, weights) / 2 - logDeterminant - rows * Math.log(2 * Math.PI) / 2;
            return new State(likelihood, weights, solver);
        }

        /** ∂ ln p/∂θ = ½ tr((ααᵀ − K⁻¹) ∂K/∂θ) for each log hyperparameter θ, with α = K⁻¹y. */
        double[] gradient(double[] logs, State state) {
            int rows = inputs.length;
            DMatrixRMaj inverse = new DMatrixRMaj(rows, rows);
            state.solver().invert(inverse);
            double[] gradient = new double[logs.length];
            double[] alpha = state.weights().data;
            double[] scales = scales(logs);
            double signal = Math.exp(logs[0]);
            double noise = Math.exp(logs[1]);
            double[] squares = new double[scales.length];
            for (int i = 0; i < rows; i++) {
                double own = alpha[i] * alpha[i] - inverse.get(i, i);
                gradient[0] += own * signal / 2;
                gradient[1] += own * noise / 2;
                for (int j = 0; j < i; j++) {
                    double factor = alpha[i] * alpha[j] - inverse.get(i, j);
                    double sum = 0;
                    for (int k = 0; k < squares.length; k++) {
                        double scaled = (inputs[i][k] - inputs[j][k]) * scales[k];
                        squares[k] = scaled * scaled;
                        sum += squares[k];
                    }
                    double r = Math.sqrt(sum);
                    double decay = signal * Math.exp(-ROOT5 * r);
                    gradient[0] += factor * decay * (1 + ROOT5 * r + 5 * sum / 3);
                    double slope = factor * decay * 5 / 3 * (1 + ROOT5 * r);
                    for (int k = 0; k < squares.length; k++) {
                        gradient[2 + k] += slope * squares[k];
                    }
                }
            }
            return gradient;
        }

        /** The best hyperparameters found from {@code start}, within the bounds. */
        double[] climb(double[] start) {
            double[] logs = start.clone();
            hold(logs);
            double[] steps = new double[logs.length];
            Arrays.fill(steps, 0.1);
            double[] before = new double[logs.length];
            double[] best = logs.clone();
            double highest = Double.NEGATIVE_INFINITY;
            for (int round = 0; round < CLIMB; round++) {
                State state = at(logs);
                if (state.likelihood() == Double.NEGATIVE_INFINITY) {
                    break;
                }
                if (state.likelihood() > highest) {
                    highest = state.likelihood();
                    best = logs.clone();
                }
                double[] slope = gradient(logs, state);
                double farthest = 0;
                for (int i = 0; i < logs.length; i++) {
                    double turned = slope[i] * before[i];
                    if (turned < 0) {
                        steps[i] *= 0.5;
                        slope[i] = 0;
                    } else if (turned > 0) {
                        steps[i] = Math.min(1, steps[i] * 1.2);
                    }
                    logs[i] += Math.signum(slope[i]) * steps[i];
                    before[i] = slope[i];
                    farthest = Math.max(farthest, steps[i]);
                }
                hold(logs);
                if (farthest < 1e-3) {
                    break;
                }
            }
            return best;
        }

        private static void hold(double[] logs) {
            for (int i = 0; i < logs.length; i++) {
                double[] bounds = i == 0 ? SIGNAL : i == 1 ? NOISE : LENGTH;
                logs[i] = Math.min(Math.max(logs[i], bounds[0]), bounds[1]);
            }
        }
    }
}
