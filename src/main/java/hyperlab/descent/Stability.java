package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a learning rate η does where the curvature is λ. On a parabola of that curvature, a step is a linear recurrence.
 * With h = ηλ and momentum β, its characteristic polynomial is
 *
 * <ul>
 *   <li>plain: {@code z − (1 − h)};
 *   <li>momentum (heavy ball, Polyak 1964): {@code z² − (1 + β − h)z + β};
 *   <li>Nesterov momentum, as implemented in PyTorch: {@code z² − (1 + β)(1 − h)z + β(1 − h)}.
 * </ul>
 *
 * A descent glides if all roots are inside the unit circle, real and not negative. It oscillates if all roots are
 * inside the unit circle otherwise. It diverges if any root is on or outside the unit circle. A plain step lands
 * instead if its factor 1 − h is at most {@value #LANDING_FACTOR} in absolute value. Adaptive optimizers do not follow
 * such a recurrence and have no regime.
 */
public final class Stability {
    /** A plain step lands if the absolute value of its factor 1 − ηc is at most this. */
    public static final double LANDING_FACTOR = 0.1;

    private Stability() {}

    /**
     * The rates that separate the regimes.
     *
     * @param landFrom the rate where gliding ends
     * @param landTo the rate where oscillating begins; equal to {@code landFrom} if no rate lands
     * @param divergeFrom the rate where diverging begins
     */
    public record RegimeBorders(double landFrom, double landTo, double divergeFrom) {}

    /**
     * Computes the borders for a curvature.
     *
     * @return empty if the optimizer is adaptive or the curvature is not a finite number &gt; 0
     */
    public static Optional<RegimeBorders> borders(double curvature, Optimizer optimizer) {
        if (!(optimizer instanceof Sgd sgd) || !(curvature > 0) || Double.isInfinite(curvature)) {
            return Optional.empty();
        }
        double beta = sgd.momentum();
        if (beta == 0) {
            return Optional.of(new RegimeBorders(
                    (1 - LANDING_FACTOR) / curvature, (1 + LANDING_FACTOR) / curvature, 2 / curvature));
        }
        double glideBorder = sgd.nesterov() ? square((1 - beta) / (1 + beta)) : square(1 - Math.sqrt(beta));
        double limit = sgd.nesterov() ? 2 * (1 + beta) / (1 + 2 * beta) : 2 * (1 + beta);
        return Optional.of(new RegimeBorders(glideBorder / curvature, glideBorder / curvature, limit / curvature));
    }

    /**
     * Computes the borders from the largest curvature at a point: the direction with the largest curvature becomes
     * unstable first.
     */
    public static Optional<RegimeBorders> borders(ObjectiveFunction objective, Optimizer optimizer, double... point) {
        return borders(objective.largestCurvature(point), optimizer);
    }

    /**
     * The regime of a rate at a curvature.
     *
     * @return empty if the optimizer is adaptive or the curvature is not a finite number &gt; 0
     */
    public static Optional<Regime> regime(double rate, double curvature, Optimizer optimizer) {
        return borders(curvature, optimizer).map(borders -> {
            if (rate >= borders.divergeFrom()) {
                return Regime.DIVERGE;
            }
            if (rate < borders.landFrom()) {
                return Regime.GLIDE;
            }
            return rate <= borders.landTo() && borders.landTo() > borders.landFrom() ? Regime.LAND : Regime.OSCILLATE;
        });
    }

    /**
     * The factor by which the distance to the minimum shrinks per step in the long run: the largest absolute value of
     * the polynomial's roots.
     */
    public static double convergenceFactor(double rate, double curvature, Sgd optimizer) {
        double beta = optimizer.momentum();
        double h = rate * curvature;
        if (beta == 0) {
            return Math.abs(1 - h);
        }
        double sum = optimizer.nesterov() ? (1 + beta) * (1 - h) : 1 + beta - h;
        double product = optimizer.nesterov() ? beta * (1 - h) : beta;
        double discriminant = sum * sum / 4 - product;
        return discriminant < 0 ? Math.sqrt(product) : Math.abs(sum) / 2 + Math.sqrt(discriminant);
    }

    /**
     * How many plain steps on a parabola reduce f to at most {@code fraction} of its initial value: the smallest k &ge;
     * 1 with (1 − ηc)²ᵏ ≤ fraction.
     *
     * @param fraction in (0, 1)
     * @return empty if f never gets that low
     */
    public static OptionalInt stepsToFraction(double fraction, double rate, double curvature) {
        double factor = Math.abs(1 - rate * curvature);
        if (factor == 0) {
            return OptionalInt.of(1);
        }
        if (!(factor < 1)) {
            return OptionalInt.empty();
        }
        double steps = Math.ceil(Math.log(fraction) / (2 * Math.log(factor)));
        return steps <= Integer.MAX_VALUE ? OptionalInt.of((int) Math.max(1, steps)) : OptionalInt.empty();
    }

    private static double square(double number) {
        return number * number;
    }
}
