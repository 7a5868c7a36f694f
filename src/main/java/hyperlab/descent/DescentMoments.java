package hyperlab.descent;

import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The expected position and spread of noisy descents at each step, where they are known in closed form: for stochastic
 * gradient descent on a parabola ½cx², or on a bowl, along each of its axes. With an error ε of variance σ² = S²/B on
 * the gradient, the step
 *
 * <p>{@code v ← βv + cx + ε, x ← x − ηv} (plain for β = 0; Nesterov's variant as implemented by {@link Sgd})
 *
 * <p>is linear, {@code z ← Az + bε} with z = (x, v), so the mean follows {@code m ← Am} and the covariance follows
 * {@code P ← APAᵀ + σ²bbᵀ}, for any schedule. For plain steps at a constant rate, with a = 1 − ηc,
 *
 * <p>{@code Var xₖ = η²σ²(1 − a²ᵏ)/(1 − a²)}, which converges to {@code ηS²/(Bc(2 − ηc))}
 *
 * <p>(the stationary distribution of constant SGD on a quadratic: Mandt, Hoffman and Blei 2017, "Stochastic Gradient
 * Descent as Approximate Bayesian Inference", JMLR 18, section 3, without their limit of small η).
 */
public final class DescentMoments {
    /** The number of doublings after which even the slowest decay that a double can represent is complete. */
    private static final int MAX_DOUBLINGS = 64;

    private final double[][] means;
    private final double[][] variances;
    private final OptionalDouble stationaryVariance;

    private DescentMoments(double[][] means, double[][] variances, OptionalDouble floor) {
        this.means = means;
        this.variances = variances;
        this.stationaryVariance = floor;
    }

    /**
     * Returns the expected mean and variance of descents with these settings. They do not depend on the seed.
     *
     * @return empty for functions other than a parabola or a bowl, and for adaptive optimizers
     */
    public static Optional<DescentMoments> of(ObjectiveFunction objective, DescentRunSettings settings) {
        double[] curvatures = curvatures(objective);
        if (!(settings.optimizer() instanceof Sgd sgd) || curvatures.length == 0) {
            return Optional.empty();
        }
        double[][] means = new double[curvatures.length][];
        double[][] variances = new double[curvatures.length][];
        for (int axis = 0; axis < curvatures.length; axis++) {
            AxisMoments axisMoments = new AxisMoments(
                    settings, sgd, curvatures[axis], settings.start().get(axis));
            means[axis] = axisMoments.means;
            variances[axis] = axisMoments.variances;
        }
        return Optional.of(new DescentMoments(means, variances, stationaryVariance(settings, sgd, curvatures)));
    }

    /** The curvatures along the axes of a parabola or a bowl; empty for any other function. */
    public static double[] curvatures(ObjectiveFunction objective) {
        if (objective instanceof Parabola parabola) {
            return new double[] {parabola.c()};
        }
        return objective instanceof Bowl bowl ? new double[] {bowl.c(), bowl.d()} : new double[0];
    }

    /** The mean of variable {@code axis} at step {@code step}. */
    public double mean(int step, int axis) {
        return means[axis][step];
    }

    /** The variance of variable {@code axis} at step {@code step}. */
    public double variance(int step, int axis) {
        return variances[axis][step];
    }

    /** The sum of the variances of all variables at step {@code step}. */
    public double variance(int step) {
        double sum = 0;
        for (double[] axis : variances) {
            sum += axis[step];
        }
        return sum;
    }

    /**
     * The limit of {@link #variance(int)}; empty if there is none, because the rate is not constant or is unstable.
     */
    public OptionalDouble stationaryVariance() {
        return stationaryVariance;
    }

    private static OptionalDouble stationaryVariance(DescentRunSettings settings, Sgd sgd, double[] curvatures) {
        if (!(settings.schedule() instanceof Schedule.ConstantRate)) {
            return OptionalDouble.empty();
        }
        double rate = settings.learningRate();
        double errorVariance = settings.noise().variance();
        double sum = 0;
        for (double curvature : curvatures) {
            if (!(Stability.convergenceFactor(rate, curvature, sgd) < 1)) {
                return OptionalDouble.empty();
            }
            sum += sgd.momentum() == 0
                    ? rate * errorVariance / (curvature * (2 - rate * curvature))
                    : solveLyapunov(new LinearStep(rate, curvature, sgd), errorVariance);
        }
        return OptionalDouble.of(sum);
    }

    /** The xx entry of the sum of {@code AᵏQAᵏᵀ} over all k ≥ 0. Each round doubles the number of terms. */
    private static double solveLyapunov(LinearStep step, double errorVariance) {
        StateCovariance sum = step.noiseCovariance(errorVariance);
        LinearStep stepPower = step;
        for (int round = 0; round < MAX_DOUBLINGS; round++) {
            StateCovariance remainder = stepPower.propagate(sum);
            sum = sum.plus(remainder);
            stepPower = stepPower.squared();
        }
        return sum.xx();
    }

    /** The mean and variance of one variable at every step. */
    private static final class AxisMoments {
        private final double[] means;
        private final double[] variances;

        AxisMoments(DescentRunSettings settings, Sgd sgd, double curvature, double start) {
            means = new double[settings.steps() + 1];
            variances = new double[settings.steps() + 1];
            double x = start;
            double v = 0;
            StateCovariance spread = new StateCovariance(0, 0, 0);
            for (int k = 0; k <= settings.steps(); k++) {
                means[k] = x;
                variances[k] = spread.xx();
                LinearStep step = new LinearStep(settings.rateAt(k), curvature, sgd);
                double nextX = step.xx() * x + step.xv() * v;
                v = step.vx() * x + step.vv() * v;
                x = nextX;
                spread = step.propagate(spread)
                        .plus(step.noiseCovariance(settings.noise().variance()));
            }
        }
    }

    /** The matrix A of a step and its vector b. */
    private record LinearStep(double xx, double xv, double vx, double vv, double bx, double bv) {
        LinearStep(double rate, double curvature, Sgd sgd) {
            this(rate, curvature, sgd.momentum(), sgd.nesterov() ? 1 + sgd.momentum() : 1, sgd.nesterov());
        }

        private LinearStep(double rate, double curvature, double momentum, double gradientFactor, boolean nesterov) {
            this(
                    1 - rate * gradientFactor * curvature,
                    -rate * (nesterov ? momentum * momentum : momentum),
                    curvature,
                    momentum,
                    -rate * gradientFactor,
                    1);
        }

        StateCovariance propagate(StateCovariance p) {
            double ax = xx * p.xx() + xv * p.xv();
            double av = xx * p.xv() + xv * p.vv();
            double bxRow = vx * p.xx() + vv * p.xv();
            double bvRow = vx * p.xv() + vv * p.vv();
            return new StateCovariance(ax * xx + av * xv, ax * vx + av * vv, bxRow * vx + bvRow * vv);
        }

        StateCovariance noiseCovariance(double variance) {
            return new StateCovariance(variance * bx * bx, variance * bx * bv, variance * bv * bv);
        }

        /** Two such steps as one, A². The error vector b is set to 0. */
        LinearStep squared() {
            return new LinearStep(xx * xx + xv * vx, xx * xv + xv * vv, vx * xx + vv * vx, vx * xv + vv * vv, 0, 0);
        }
    }

    private record StateCovariance(double xx, double xv, double vv) {
        StateCovariance plus(StateCovariance other) {
            return new StateCovariance(xx + other.xx, xv + other.xv, vv + other.vv);
        }
    }
}
