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
public final class NoiseSpread {
    /** The number of doublings after which even the slowest decay that a double can represent is complete. */
    private static final int DOUBLINGS = 64;

    private final double[][] means;
    private final double[][] variances;
    private final OptionalDouble floor;

    private NoiseSpread(double[][] means, double[][] variances, OptionalDouble floor) {
        this.means = means;
        this.variances = variances;
        this.floor = floor;
    }

    /**
     * Returns the expected mean and variance of descents with these settings. They do not depend on the seed.
     *
     * @return empty for functions other than a parabola or a bowl, and for adaptive optimizers
     */
    public static Optional<NoiseSpread> of(Objective objective, Walk walk) {
        double[] curvatures = curvatures(objective);
        if (!(walk.optimizer() instanceof Sgd sgd) || curvatures.length == 0) {
            return Optional.empty();
        }
        double[][] means = new double[curvatures.length][];
        double[][] variances = new double[curvatures.length][];
        for (int axis = 0; axis < curvatures.length; axis++) {
            Course course = new Course(walk, sgd, curvatures[axis], walk.start().get(axis));
            means[axis] = course.means;
            variances[axis] = course.variances;
        }
        return Optional.of(new NoiseSpread(means, variances, floor(walk, sgd, curvatures)));
    }

    private static double[] curvatures(Objective objective) {
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
    public OptionalDouble floor() {
        return floor;
    }

    private static OptionalDouble floor(Walk walk, Sgd sgd, double[] curvatures) {
        if (!(walk.schedule() instanceof Schedule.ConstantRate)) {
            return OptionalDouble.empty();
        }
        double rate = walk.learningRate();
        double error = walk.noise().variance();
        double sum = 0;
        for (double curvature : curvatures) {
            if (!(Stability.factor(rate, curvature, sgd) < 1)) {
                return OptionalDouble.empty();
            }
            sum += sgd.momentum() == 0
                    ? rate * error / (curvature * (2 - rate * curvature))
                    : settled(new Step(rate, curvature, sgd), error);
        }
        return OptionalDouble.of(sum);
    }

    /** The xx entry of the sum of {@code AᵏQAᵏᵀ} over all k ≥ 0. Each round doubles the number of terms. */
    private static double settled(Step step, double error) {
        Covariance sum = step.error(error);
        Step many = step;
        for (int round = 0; round < DOUBLINGS; round++) {
            Covariance rest = many.carry(sum);
            sum = sum.plus(rest);
            many = many.twice();
        }
        return sum.xx();
    }

    /** The mean and variance of one variable at every step. */
    private static final class Course {
        private final double[] means;
        private final double[] variances;

        Course(Walk walk, Sgd sgd, double curvature, double start) {
            means = new double[walk.steps() + 1];
            variances = new double[walk.steps() + 1];
            double x = start;
            double v = 0;
            Covariance spread = new Covariance(0, 0, 0);
            for (int k = 0; k <= walk.steps(); k++) {
                means[k] = x;
                variances[k] = spread.xx();
                Step step = new Step(walk.rate(k), curvature, sgd);
                double nextX = step.xx() * x + step.xv() * v;
                v = step.vx() * x + step.vv() * v;
                x = nextX;
                spread = step.carry(spread).plus(step.error(walk.noise().variance()));
            }
        }
    }

    /** The matrix A of a step and its vector b. */
    private record Step(double xx, double xv, double vx, double vv, double bx, double bv) {
        Step(double rate, double curvature, Sgd sgd) {
            this(rate, curvature, sgd.momentum(), sgd.nesterov() ? 1 + sgd.momentum() : 1, sgd.nesterov());
        }

        private Step(double rate, double curvature, double momentum, double push, boolean nesterov) {
            this(
                    1 - rate * push * curvature,
                    -rate * (nesterov ? momentum * momentum : momentum),
                    curvature,
                    momentum,
                    -rate * push,
                    1);
        }

        Covariance carry(Covariance p) {
            double ax = xx * p.xx() + xv * p.xv();
            double av = xx * p.xv() + xv * p.vv();
            double bxRow = vx * p.xx() + vv * p.xv();
            double bvRow = vx * p.xv() + vv * p.vv();
            return new Covariance(ax * xx + av * xv, ax * vx + av * vv, bxRow * vx + bvRow * vv);
        }

        Covariance error(double variance) {
            return new Covariance(variance * bx * bx, variance * bx * bv, variance * bv * bv);
        }

        /** Two such steps as one, A². The error vector b is set to 0. */
        Step twice() {
            return new Step(xx * xx + xv * vx, xx * xv + xv * vv, vx * xx + vv * vx, vx * xv + vv * vv, 0, 0);
        }
    }

    private record Covariance(double xx, double xv, double vv) {
        Covariance plus(Covariance other) {
            return new Covariance(xx + other.xx, xv + other.xv, vv + other.vv);
        }
    }
}
