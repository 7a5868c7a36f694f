package hyperlab.map;

import hyperlab.descent.DescentMoments;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.optim.Sgd;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known in closed form about gradient descent with momentum on a quadratic function. Along an axis with
 * curvature λ, the distance to the minimum follows a linear recurrence, whose characteristic polynomial is in
 * {@link Stability}. For the heavy ball with h = ηλ and momentum μ, {@code z² − (1 + μ − h)z + μ}:
 *
 * <ul>
 *   <li>for {@code h < (1 − √μ)²}, both roots are positive: the descent is monotone;
 *   <li>at {@code h = (1 − √μ)²}, they coincide: critical damping, the fastest descent for this μ;
 *   <li>between {@code (1 − √μ)²} and {@code (1 + √μ)²}, they are complex with absolute value √μ, whatever the rate;
 *   <li>from {@code (1 + √μ)²} on, both are negative: the descent changes sides at each step;
 *   <li>from {@code h = 2(1 + μ)} on, one is −1 or below: the descent diverges.
 * </ul>
 */
public final class QuadraticMap {
    private QuadraticMap() {}

    /** η at critical damping, (1 − √μ)²/λ. */
    public static double criticalRate(double momentum, double curvature) {
        double root = 1 - Math.sqrt(momentum);
        return root * root / curvature;
    }

    /** η above which the roots are real again, (1 + √μ)²/λ. */
    public static double overshootRate(double momentum, double curvature) {
        double root = 1 + Math.sqrt(momentum);
        return root * root / curvature;
    }

    /** η from which on the heavy ball diverges, 2(1 + μ)/λ. */
    public static double divergenceRate(double momentum, double curvature) {
        return 2 * (1 + momentum) / curvature;
    }

    /** μ at critical damping, (1 − √(ηλ))², for ηλ ≤ 1; NaN otherwise. */
    public static double criticalMomentum(double rate, double curvature) {
        double product = rate * curvature;
        double root = 1 - Math.sqrt(product);
        return product <= 1 ? root * root : Double.NaN;
    }

    /**
     * The larger of the factors by which the distance to the minimum changes per step along the axes, in the long run.
     *
     * @return empty if there is no closed form: for other functions, other optimizers and rates that change
     */
    static OptionalDouble spectralRadius(ObjectiveFunction function, DescentSetup.Racer racer) {
        double[] curvatures = DescentMoments.curvatures(function);
        if (curvatures.length == 0
                || !(racer.optimizer() instanceof Sgd sgd)
                || !racer.schedule().isConstant()) {
            return OptionalDouble.empty();
        }
        double largest = 0;
        for (double curvature : curvatures) {
            largest = Math.max(largest, Stability.convergenceFactor(racer.learningRate(), curvature, sgd));
        }
        return OptionalDouble.of(largest);
    }

    /** Diverged if any axis diverges, otherwise oscillating if any axis does. Only where there is a closed form. */
    static PixelOutcome outcome(ObjectiveFunction function, DescentSetup.Racer racer) {
        PixelOutcome worst = PixelOutcome.CONVERGED;
        for (double curvature : DescentMoments.curvatures(function)) {
            Optional<Regime> regime = Stability.regime(racer.learningRate(), curvature, racer.optimizer());
            PixelOutcome outcome = regime.map(QuadraticMap::outcome).orElse(PixelOutcome.DIVERGED);
            worst = outcome.compareTo(worst) > 0 ? outcome : worst;
        }
        return worst;
    }

    private static PixelOutcome outcome(Regime regime) {
        return switch (regime) {
            case GLIDE, LAND -> PixelOutcome.CONVERGED;
            case OSCILLATE -> PixelOutcome.OSCILLATING;
            case DIVERGE -> PixelOutcome.DIVERGED;
        };
    }

    /**
     * The number of steps of the heavy ball, from rest, after which the distance to the minimum stays at most
     * {@code fraction} of the initial one, found by running the recurrence.
     *
     * @param fraction in (0, 1)
     * @param maxSteps the last step to consider
     * @return empty if the distance is larger again at {@code maxSteps}, or the descent diverges
     */
    public static OptionalInt stepsToStay(
            double fraction, double rate, double momentum, double curvature, int maxSteps) {
        if (rate >= divergenceRate(momentum, curvature)) {
            return OptionalInt.empty();
        }
        double previous = 1;
        double distance = 1;
        int reached = fraction >= 1 ? 0 : -1;
        for (int step = 1; step <= maxSteps; step++) {
            double next = (1 + momentum - rate * curvature) * distance - momentum * previous;
            previous = distance;
            distance = next;
            if (Math.abs(distance) > fraction) {
                reached = -1;
            } else if (reached < 0) {
                reached = step;
            }
        }
        return reached < 0 ? OptionalInt.empty() : OptionalInt.of(reached);
    }
}
