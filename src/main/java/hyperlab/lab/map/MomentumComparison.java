package hyperlab.lab.map;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.QuadraticMap;
import hyperlab.optim.Sgd;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A momentum next to the one of critical damping at the same learning rate, on a parabola.
 *
 * @param rate η
 * @param momentum μ
 * @param steps after which the distance to the minimum stays below 1 %
 * @param criticalMomentum (1 − √(ηλ))²
 * @param criticalSteps the same with that momentum
 */
record MomentumComparison(double rate, double momentum, int steps, double criticalMomentum, int criticalSteps) {
    private static final double FRACTION = 0.01;
    private static final int MAX_STEPS = 10_000;

    /** Whether a map shows the learning rate (x) and the momentum (y) of the heavy ball on a parabola. */
    static boolean applies(MapSpecification map) {
        return map.subject() instanceof MapSubject.OfDescent of
                && of.setup().function().equals("parabola")
                && of.setup().racers().get(0).optimizer() instanceof Sgd sgd
                && !sgd.nesterov()
                && of.setup().racers().get(0).schedule().isConstant()
                && map.x().key().equals("learningRate")
                && map.y().key().equals("optimizer.momentum");
    }

    /** Empty for other maps, for rates above 1/λ, and for a momentum that does not arrive. */
    static Optional<MomentumComparison> of(MapSpecification map, double rate, double momentum) {
        if (!applies(map)) {
            return Optional.empty();
        }
        DescentSetup setup = ((MapSubject.OfDescent) map.subject()).setup();
        double curvature = ObjectiveFunctions.of(setup.function(), setup.parameters())
                .parameters()
                .getOrDefault("curvature", 1.0);
        double critical = QuadraticMap.criticalMomentum(rate, curvature);
        OptionalInt steps = QuadraticMap.stepsToStay(FRACTION, rate, momentum, curvature, MAX_STEPS);
        if (Double.isNaN(critical) || steps.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt criticalSteps = QuadraticMap.stepsToStay(FRACTION, rate, critical, curvature, MAX_STEPS);
        return criticalSteps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MomentumComparison(rate, momentum, steps.getAsInt(), critical, criticalSteps.getAsInt()));
    }
}
