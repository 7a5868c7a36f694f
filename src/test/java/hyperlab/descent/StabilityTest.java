package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.optim.Adam;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Sgd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StabilityTest {
    private static final double JUST = 1e-9;

    @Property
    void plainBordersHoldForAnyCurvature(@ForAll @DoubleRange(min = -6, max = 6) double exponent) {
        double c = Math.pow(10, exponent);
        assertEquals(Optional.of(Regime.GLIDE), Stability.regime(0.9 / c * (1 - JUST), c, Sgd.DEFAULT));
        assertEquals(Optional.of(Regime.LAND), Stability.regime(0.9 / c * (1 + JUST), c, Sgd.DEFAULT));
        assertEquals(Optional.of(Regime.LAND), Stability.regime(1 / c, c, Sgd.DEFAULT));
        assertEquals(Optional.of(Regime.LAND), Stability.regime(1.1 / c * (1 - JUST), c, Sgd.DEFAULT));
        assertEquals(Optional.of(Regime.OSCILLATE), Stability.regime(1.1 / c * (1 + JUST), c, Sgd.DEFAULT));
        assertEquals(Optional.of(Regime.OSCILLATE), Stability.regime(2 / c * (1 - JUST), c, Sgd.DEFAULT));
        assertEquals(Optional.of(Regime.DIVERGE), Stability.regime(2 / c, c, Sgd.DEFAULT));
    }

    @Property(tries = 100)
    void plainRegimesMatchActualPaths(
            @ForAll @DoubleRange(min = 0.01, max = 100) double c, @ForAll @DoubleRange(min = 0.01, max = 3) double h) {
        for (double border : new double[] {0.9, 1.1, 2}) {
            Assume.that(Math.abs(h - border) > JUST);
        }
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola", Map.of("curvature", c)),
                new DescentRunSettings(List.of(1.0), h / c, Sgd.DEFAULT, 1));
        Regime seen = Math.abs(path.x(1)) >= 1
                ? Regime.DIVERGE
                : Math.abs(path.x(1)) <= 0.1 ? Regime.LAND : path.x(1) > 0 ? Regime.GLIDE : Regime.OSCILLATE;
        assertEquals(Optional.of(seen), Stability.regime(h / c, c, Sgd.DEFAULT));
    }

    @Property(tries = 60)
    void momentumConvergesOnlyBelowLimit(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double beta, @ForAll boolean nesterov) {
        Sgd sgd = new Sgd(beta, nesterov);
        double limit = borders(2.5, sgd).divergeFrom();
        assertTrue(endOf(limit * 0.98, 2.5, sgd) < 1e-3, "below the limit");
        assertTrue(endOf(limit * 1.02, 2.5, sgd) > 1e3, "above the limit");
    }

    @Property(tries = 60)
    void momentumCrossesMinimumOnlyAboveGlideBorder(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double beta, @ForAll boolean nesterov) {
        Sgd sgd = new Sgd(beta, nesterov);
        double glide = borders(0.7, sgd).landFrom();
        assertEquals(glide, borders(0.7, sgd).landTo());
        assertEquals(0, crossings(glide * 0.99, 0.7, sgd));
        assertTrue(crossings(glide * 1.05, 0.7, sgd) > 0);
        assertEquals(Optional.of(Regime.GLIDE), Stability.regime(glide * 0.99, 0.7, sgd));
        assertEquals(Optional.of(Regime.OSCILLATE), Stability.regime(glide * 1.05, 0.7, sgd));
    }

    @Property(tries = 200)
    void factorIsOneAtLimitAndLessBelow(
            @ForAll @DoubleRange(min = 0, max = 0.99) double beta, @ForAll boolean nesterov) {
        Sgd sgd = new Sgd(beta, nesterov && beta > 0);
        double limit = borders(3, sgd).divergeFrom();
        assertEquals(1, Stability.convergenceFactor(limit, 3, sgd), 1e-9);
        assertTrue(Stability.convergenceFactor(limit * 0.999, 3, sgd) < 1);
        assertTrue(Stability.convergenceFactor(limit * 1.001, 3, sgd) > 1);
    }

    @Test
    void factorMatchesLongPath() {
        for (Sgd sgd : List.of(Sgd.DEFAULT, new Sgd(0.5, false), new Sgd(0.5, true), new Sgd(0.9, true))) {
            double rate = borders(1, sgd).landFrom() * 0.5;
            DescentPath path = GradientDescent.run(
                    ObjectiveFunctions.of("parabola"), new DescentRunSettings(List.of(1.0), rate, sgd, 401));
            assertEquals(Stability.convergenceFactor(rate, 1, sgd), path.x(401) / path.x(400), 1e-6);
        }
    }

    @Test
    void heavyBallBordersMatchClosedForms() {
        Stability.RegimeBorders borders = borders(2, new Sgd(0.25, false));
        assertEquals(0.125, borders.landFrom());
        assertEquals(1.25, borders.divergeFrom());
        assertEquals(Optional.of(Regime.DIVERGE), Stability.regime(1.25, 2, new Sgd(0.25, false)));
    }

    @Test
    void stiffestDirectionSetsLimit() {
        assertEquals(
                2.0 / 20,
                Stability.borders(ObjectiveFunctions.of("ravine"), Sgd.DEFAULT, 1, 1)
                        .orElseThrow()
                        .divergeFrom());
    }

    @Test
    void hasNoRegimeIfAdaptiveOrWithoutUpwardCurvature() {
        assertEquals(Optional.empty(), Stability.regime(0.1, 1, Adam.DEFAULT));
        assertEquals(Optional.empty(), Stability.regime(0.1, 1, RmsProp.DEFAULT));
        for (double curvature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(Optional.empty(), Stability.borders(curvature, Sgd.DEFAULT));
        }
    }

    @Test
    void stepsToFractionMatchActualPath() {
        assertEquals(OptionalInt.of(22), Stability.stepsToFraction(0.01, 0.1, 1));
        assertEquals(OptionalInt.of(4), Stability.stepsToFraction(0.01, 0.5, 1));
        assertEquals(OptionalInt.of(1), Stability.stepsToFraction(0.01, 1, 1));
        assertEquals(OptionalInt.of(1), Stability.stepsToFraction(0.9, 0.999, 1));
        assertEquals(OptionalInt.of(22), Stability.stepsToFraction(0.01, 1.9, 1));
        assertEquals(OptionalInt.empty(), Stability.stepsToFraction(0.01, 2, 1));
        assertEquals(OptionalInt.empty(), Stability.stepsToFraction(0.01, 2.5, 1));
        assertEquals(OptionalInt.empty(), Stability.stepsToFraction(0.01, 1e-300, 1));
    }

    private static Stability.RegimeBorders borders(double curvature, Sgd sgd) {
        return Stability.borders(curvature, sgd).orElseThrow();
    }

    private static double endOf(double rate, double curvature, Sgd sgd) {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola", Map.of("curvature", curvature)),
                new DescentRunSettings(List.of(1.0), rate, sgd, 20_000));
        return path.diverged() ? Double.POSITIVE_INFINITY : Math.abs(path.x(20_000));
    }

    private static int crossings(double rate, double curvature, Sgd sgd) {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola", Map.of("curvature", curvature)),
                new DescentRunSettings(List.of(1.0), rate, sgd, 2_000));
        int crossings = 0;
        for (int k = 1; k < path.rows(); k++) {
            if (path.x(k) * path.x(k - 1) < 0) {
                crossings++;
            }
        }
        return crossings;
    }
}
