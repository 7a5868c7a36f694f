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
    private static final double LONGEST_LENGTH = 30;
    private static final double[] LOG_SIGNAL_BOUNDS = {Math.log(0.02), Math.log(50)};
    private static final int MAX_ITERATIONS = 80;
    private static final double ROOT5 = Math.sqrt(5);

    private final double[][] inputs;
    private final double mean;
    private final double deviation;
    /** ln σ², ln of the noise variance, and ln ℓ of each input. */
    private final double[] logHyperparameters;

    private final double[] inverseLengths;
    private final DMatrixRMaj weights;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final double likelihood;

    private GaussianProcess(
            double[][] inputs,
            double mean,
            double deviation,
            LikelihoodMaximizer.LikelihoodState state,
            double[] logHyperparameters) {
        this.inputs = inputs;
        this.mean = mean;
        this.deviation = deviation;
        this.logHyperparameters = logHyperparameters;
        this.inverseLengths = inverseLengths(logHyperparameters);
        this.weights = state.weights();
        this.solver = state.solver();
        this.likelihood = state.likelihood();
    }

    /**
     * How rough the function and how exact the targets can be. With few targets that differ by chance, the marginal
     * likelihood often has a maximum that explains the noise by a rough function: stripes across an axis. A search
     * keeps the bounds for exact targets, because recorded searches must find the same trials again.
     *
     * @param shortestLength the smallest length scale, in units of the cube
     * @param leastNoise the smallest noise variance, of standardized targets
     */
    record FitBounds(double shortestLength, double leastNoise) {
        /** For targets without noise, such as the values of a function. */
        static final FitBounds EXACT = new FitBounds(0.03, 1e-8);
        /** For targets with noise, such as the losses of networks that start from different weights. */
        static final FitBounds NOISY = new FitBounds(0.2, 1e-2);

        /** The bounds for the trials of a study. Each trial of an experiment has a seed of its own. */
        static FitBounds of(TuningStudy study) {
            return study.experiment() == null ? EXACT : NOISY;
        }
    }

    /**
     * The prediction at one point.
     *
     * @param mean in the unit of the targets
     * @param deviation standard deviation of the function at this point, without noise; ≥ 0
     */
    record GaussianPrediction(double mean, double deviation) {}

    /**
     * Fits the process to data.
     *
     * @param inputs at least one row, none empty
     * @param targets finite, one per row
     * @param warmStart the {@link #logHyperparameters()} of an earlier fit, used as an additional starting point; may
     *     be empty
     * @param stream draws one more starting point
     */
    static GaussianProcess fit(
            double[][] inputs, double[] targets, double[] warmStart, RandomStream stream, FitBounds bounds) {
        StandardizedTargets standard = StandardizedTargets.of(targets);
        LikelihoodMaximizer maximizer = new LikelihoodMaximizer(inputs, standard.targets(), bounds);
        int count = 2 + inputs[0].length;
        double[] best = maximizer.maximize(start(count, Math.log(0.3)));
        double[] randomStart = start(count, 0);
        for (int i = 2; i < count; i++) {
            randomStart[i] = stream.nextDouble(Math.log(0.1), Math.log(3));
        }
        for (double[] start :
                warmStart.length == count ? new double[][] {randomStart, warmStart} : new double[][] {randomStart}) {
            double[] candidate = maximizer.maximize(start);
            best = maximizer.evaluate(candidate).likelihood()
                            > maximizer.evaluate(best).likelihood()
                    ? candidate
                    : best;
        }
        return new GaussianProcess(inputs, standard.mean(), standard.deviation(), maximizer.evaluate(best), best);
    }

    /** A process with given hyperparameters, in the format of {@link #logHyperparameters()}. */
    static GaussianProcess withHyperparameters(double[][] inputs, double[] targets, double[] logHyperparameters) {
        StandardizedTargets standard = StandardizedTargets.of(targets);
        LikelihoodMaximizer maximizer = new LikelihoodMaximizer(inputs, standard.targets(), FitBounds.EXACT);
        return new GaussianProcess(
                inputs,
                standard.mean(),
                standard.deviation(),
                maximizer.evaluate(logHyperparameters),
                logHyperparameters);
    }

    /** Standardized targets (mean 0, variance 1) with their original mean and deviation. */
    private record StandardizedTargets(double[] targets, double mean, double deviation) {
        static StandardizedTargets of(double[] targets) {
            double mean = Arrays.stream(targets).average().orElse(0);
            double square =
                    Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).sum();
            double deviation = square > 0 ? Math.sqrt(square / targets.length) : 1;
            return new StandardizedTargets(
                    Arrays.stream(targets).map(y -> (y - mean) / deviation).toArray(), mean, deviation);
        }
    }

    private static double[] start(int count, double logLength) {
        double[] logHyperparameters = new double[count];
        Arrays.fill(logHyperparameters, logLength);
        logHyperparameters[0] = 0;
        logHyperparameters[1] = Math.log(1e-3);
        return logHyperparameters;
    }

    GaussianPrediction predict(double[] input) {
        int rows = inputs.length;
        DMatrixRMaj covariance = new DMatrixRMaj(rows, 1);
        for (int i = 0; i < rows; i++) {
            covariance.data[i] = kernel(logHyperparameters[0], distance(inverseLengths, input, inputs[i]));
        }
        double expected = CommonOps_DDRM.dot(covariance, weights);
        DMatrixRMaj solved = new DMatrixRMaj(rows, 1);
        solver.solve(covariance, solved);
        double variance = Math.exp(logHyperparameters[0]) - CommonOps_DDRM.dot(covariance, solved);
        return new GaussianPrediction(mean + deviation * expected, deviation * Math.sqrt(Math.max(0, variance)));
    }

    /** ln σ², ln of the noise variance (both for standardized targets), ln ℓ of each input; a copy. */
    double[] logHyperparameters() {
        return logHyperparameters.clone();
    }

    /** The logarithm of the marginal likelihood of the standardized targets. */
    double likelihood() {
        return likelihood;
    }

    /** 1/ℓ of each input. */
    private static double[] inverseLengths(double[] logHyperparameters) {
        double[] inverseLengths = new double[logHyperparameters.length - 2];
        for (int j = 0; j < inverseLengths.length; j++) {
            inverseLengths[j] = Math.exp(-logHyperparameters[2 + j]);
        }
        return inverseLengths;
    }

    private static double distance(double[] inverseLengths, double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double scaled = (a[j] - b[j]) * inverseLengths[j];
            sum += scaled * scaled;
        }
        return Math.sqrt(sum);
    }

    private static double kernel(double logSignal, double r) {
        return Math.exp(logSignal - ROOT5 * r) * (1 + ROOT5 * r + 5 * r * r / 3);
    }

    /** Maximizes the marginal likelihood for one data set. */
    static final class LikelihoodMaximizer {
        private final double[][] inputs;
        private final double[] targets;

        private final FitBounds bounds;

        LikelihoodMaximizer(double[][] inputs, double[] targets, FitBounds bounds) {
            this.inputs = inputs;
            this.targets = targets;
            this.bounds = bounds;
        }

        /** The process with given hyperparameters; the likelihood is −∞ if the covariance is not positive definite. */
        record LikelihoodState(double likelihood, DMatrixRMaj weights, LinearSolverDense<DMatrixRMaj> solver) {}

        LikelihoodState evaluate(double[] logHyperparameters) {
            int rows = inputs.length;
            double[] inverseLengths = inverseLengths(logHyperparameters);
            DMatrixRMaj covariance = new DMatrixRMaj(rows, rows);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j <= i; j++) {
                    double value = kernel(logHyperparameters[0], distance(inverseLengths, inputs[i], inputs[j]));
                    covariance.data[i * rows + j] = value;
                    covariance.data[j * rows + i] = value;
                }
                covariance.data[i * rows + i] += Math.exp(logHyperparameters[1]) + 1e-10;
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(rows);
            DMatrixRMaj weights = new DMatrixRMaj(rows, 1);
            if (!solver.setA(covariance)) {
                return new LikelihoodState(Double.NEGATIVE_INFINITY, weights, solver);
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
            return new LikelihoodState(likelihood, weights, solver);
        }

        /** ∂ ln p/∂θ = ½ tr((ααᵀ − K⁻¹) ∂K/∂θ) for each log hyperparameter θ, with α = K⁻¹y. */
        double[] gradient(double[] logHyperparameters, LikelihoodState state) {
            int rows = inputs.length;
            DMatrixRMaj inverse = new DMatrixRMaj(rows, rows);
            state.solver().invert(inverse);
            double[] gradient = new double[logHyperparameters.length];
            double[] alpha = state.weights().data;
            double[] inverseLengths = inverseLengths(logHyperparameters);
            double signal = Math.exp(logHyperparameters[0]);
            double noise = Math.exp(logHyperparameters[1]);
            double[] squares = new double[inverseLengths.length];
            for (int i = 0; i < rows; i++) {
                double own = alpha[i] * alpha[i] - inverse.get(i, i);
                gradient[0] += own * signal / 2;
                gradient[1] += own * noise / 2;
                for (int j = 0; j < i; j++) {
                    double factor = alpha[i] * alpha[j] - inverse.get(i, j);
                    double sum = 0;
                    for (int k = 0; k < squares.length; k++) {
                        double scaled = (inputs[i][k] - inputs[j][k]) * inverseLengths[k];
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
        double[] maximize(double[] start) {
            double[] logHyperparameters = start.clone();
            clampToBounds(logHyperparameters);
            double[] steps = new double[logHyperparameters.length];
            Arrays.fill(steps, 0.1);
            double[] previousSlope = new double[logHyperparameters.length];
            double[] best = logHyperparameters.clone();
            double highest = Double.NEGATIVE_INFINITY;
            for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
                LikelihoodState state = evaluate(logHyperparameters);
                if (state.likelihood() == Double.NEGATIVE_INFINITY) {
                    break;
                }
                if (state.likelihood() > highest) {
                    highest = state.likelihood();
                    best = logHyperparameters.clone();
                }
                double[] slope = gradient(logHyperparameters, state);
                double largestStep = 0;
                for (int i = 0; i < logHyperparameters.length; i++) {
                    double signChange = slope[i] * previousSlope[i];
                    if (signChange < 0) {
                        steps[i] *= 0.5;
                        slope[i] = 0;
                    } else if (signChange > 0) {
                        steps[i] = Math.min(1, steps[i] * 1.2);
                    }
                    logHyperparameters[i] += Math.signum(slope[i]) * steps[i];
                    previousSlope[i] = slope[i];
                    largestStep = Math.max(largestStep, steps[i]);
                }
                clampToBounds(logHyperparameters);
                if (largestStep < 1e-3) {
                    break;
                }
            }
            return best;
        }

        private void clampToBounds(double[] logHyperparameters) {
            double[] noise = {Math.log(bounds.leastNoise()), Math.log(1)};
            double[] length = {Math.log(bounds.shortestLength()), Math.log(LONGEST_LENGTH)};
            for (int i = 0; i < logHyperparameters.length; i++) {
                double[] range = i == 0 ? LOG_SIGNAL_BOUNDS : i == 1 ? noise : length;
                logHyperparameters[i] = Math.min(Math.max(logHyperparameters[i], range[0]), range[1]);
            }
        }
    }
}
