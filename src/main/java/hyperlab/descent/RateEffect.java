package hyperlab.descent;

import hyperlab.optim.Optimizer;
import java.util.Optional;

/**
 * What may be said about a learning rate at a point, and how far the statement reaches. The {@link Stability#regime
 * regime} follows from the curvature at that point alone. It applies to a whole descent only if the curvature and the
 * rate stay the same. Otherwise a rate above the stability limit is only too large at that point: the descent may end
 * in a flatter place. It diverges only if its path has left all bounds.
 *
 * @param kind the effect
 * @param scope how far it reaches
 */
public record RateEffect(Kind kind, Scope scope) {
    private static final double RELATIVE_TOLERANCE = 1e-12;
    /** A step lands exactly, up to rounding, if the absolute value of its factor 1 − ηλ is at most this. */
    static final double EXACT_LANDING_FACTOR = 1e-9;

    /** The effect of a rate. */
    public enum Kind {
        GLIDE,
        /** A step reaches the minimum: 1 − ηλ = 0. */
        LAND,
        /** A step almost reaches the minimum: 0 &lt; |1 − ηλ| ≤ {@link Stability#LANDING_FACTOR}. */
        NEARLY_LAND,
        OSCILLATE,
        /** The rate is the stability limit: the distance to the minimum stays the same. */
        BOUNCE,
        /** The distance to the minimum grows with every step, or the path has left all bounds. */
        DIVERGE,
        /** The rate is at or above the stability limit, at this point or at this step only. */
        TOO_LARGE
    }

    /** How far a statement about a rate reaches. */
    public enum Scope {
        /** The curvature is the same everywhere, and so is the rate. */
        EVERYWHERE,
        /** The curvature changes from point to point. */
        HERE,
        /** The curvature is the same everywhere, but the rate changes from step to step. */
        NOW
    }

    /**
     * The scope of statements about a descent.
     *
     * @param constantCurvature whether the function's largest curvature {@link CurvatureProfile#isConstant is constant}
     * @param constantRate whether every step has the same rate
     */
    public static Scope scope(boolean constantCurvature, boolean constantRate) {
        if (!constantCurvature) {
            return Scope.HERE;
        }
        return constantRate ? Scope.EVERYWHERE : Scope.NOW;
    }

    /**
     * The effect of a rate at a point.
     *
     * @param curvature the largest curvature at the point
     * @param leavesAllBounds whether the descent's path {@link DescentBehavior#leavesAllBounds leaves all bounds}
     * @return empty if the optimizer is adaptive or the curvature is not a finite number &gt; 0
     */
    public static Optional<RateEffect> of(
            double rate, double curvature, Optimizer optimizer, Scope scope, boolean leavesAllBounds) {
        return Stability.regime(rate, curvature, optimizer)
                .map(regime -> new RateEffect(
                        switch (regime) {
                            case GLIDE -> Kind.GLIDE;
                            case LAND ->
                                Math.abs(1 - rate * curvature) <= EXACT_LANDING_FACTOR ? Kind.LAND : Kind.NEARLY_LAND;
                            case OSCILLATE -> Kind.OSCILLATE;
                            case DIVERGE -> aboveLimit(rate, curvature, optimizer, scope, leavesAllBounds);
                        },
                        scope));
    }

    private static Kind aboveLimit(
            double rate, double curvature, Optimizer optimizer, Scope scope, boolean leavesAllBounds) {
        double limit = Stability.borders(curvature, optimizer).orElseThrow().divergeFrom();
        if (scope == Scope.EVERYWHERE) {
            return rate - limit <= RELATIVE_TOLERANCE * limit ? Kind.BOUNCE : Kind.DIVERGE;
        }
        return leavesAllBounds ? Kind.DIVERGE : Kind.TOO_LARGE;
    }
}
