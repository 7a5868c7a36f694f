package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.DescentSetup;
import hyperlab.map.PixelTrainer.PixelValues;
import hyperlab.optim.Sgd;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The closed forms agree with the eigenvalues that NumPy computes, and with descents. */
class QuadraticMapTest {
    private static DescentSetup setup(double momentum, double curvature, int steps) {
        return new DescentSetup(
                "parabola",
                Map.of("curvature", curvature),
                List.of(1.0),
                steps,
                List.of(new DescentSetup.Racer(0.1, new Sgd(momentum, false), true)));
    }

    private static MapSpecification map(DescentSetup setup, MapColor color) {
        return new MapSpecification(
                new MapSubject.OfDescent(setup),
                new MapAxis("learningRate", new SearchDimension.LinearDimension(0.01, 4), 60),
                new MapAxis("optimizer.momentum", new SearchDimension.LinearDimension(0, 0.99), 50),
                color);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "quadratic.csv", numLinesToSkip = 1)
    void agreesWithNumPy(double rate, double momentum, double curvature, double radius, String outcome, Integer steps) {
        MapSpecification map = map(setup(momentum, curvature, 100), MapColor.SPECTRAL_RADIUS);
        Pixel pixel = new DescentPixelTrainer(map)
                .validate()
                .train(new PixelValues(Double.toString(rate), Double.toString(momentum)), () -> false);

        assertEquals(radius, pixel == null ? Double.NaN : pixel.value(), 1e-12 * radius);
        assertEquals(outcome, pixel == null ? "" : pixel.outcome().fileName());
        OptionalInt expected = steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
        assertEquals(expected, QuadraticMap.stepsToStay(0.01, rate, momentum, curvature, 2000));
    }

    @Test
    void curvesSeparateTheRegimes() {
        for (double momentum : new double[] {0.05, 0.2045, 0.5, 0.9}) {
            for (double curvature : new double[] {0.3, 1, 7}) {
                double critical = QuadraticMap.criticalRate(momentum, curvature);
                double overshoot = QuadraticMap.overshootRate(momentum, curvature);
                double limit = QuadraticMap.divergenceRate(momentum, curvature);
                assertEquals(momentum, QuadraticMap.criticalMomentum(critical, curvature), 1e-12);
                // Discriminant of z² − (1 + μ − ηλ)z + μ.
                for (double rate : new double[] {critical, overshoot}) {
                    double sum = 1 + momentum - rate * curvature;
                    assertEquals(0, sum * sum / 4 - momentum, 1e-12);
                }
                // z = −1 is a root: 1 + (1 + μ − ηλ) + μ = 0.
                assertEquals(0, 2 + 2 * momentum - limit * curvature, 1e-12);
                assertTrue(critical < overshoot && overshoot < limit);
            }
        }
    }

    @Test
    void betweenTheCurvesTheRateDoesNotHelp() {
        DescentSetup.Racer racer = new DescentSetup.Racer(1, new Sgd(0.64, false), true);
        var parabola = hyperlab.descent.ObjectiveFunctions.of("parabola");
        for (double rate : new double[] {0.05, 0.5, 1.5, 3.2}) {
            assertEquals(
                    0.8,
                    QuadraticMap.spectralRadius(parabola, racer.withLearningRate(rate))
                            .orElseThrow(),
                    1e-12);
        }
    }

    @Test
    void knownNumbersOfSteps() {
        assertEquals(OptionalInt.of(8), QuadraticMap.stepsToStay(0.01, 0.3, 0.2045, 1, 500));
        assertEquals(OptionalInt.of(40), QuadraticMap.stepsToStay(0.01, 0.3, 0.8, 1, 500));
        assertEquals(OptionalInt.empty(), QuadraticMap.stepsToStay(0.01, 3.7, 0.8, 1, 500));
    }

    @Test
    void outcomesOfDescentsAgreeWithClosedForm() {
        DescentSetup setup = setup(0.5, 1, 200);
        MapSpecification descents = map(setup, MapColor.TRAIN_LOSS);
        DescentPixelTrainer computed = new DescentPixelTrainer(descents).validate();
        DescentPixelTrainer known = new DescentPixelTrainer(descents.withColor(MapColor.SPECTRAL_RADIUS)).validate();
        for (String x : descents.x().values()) {
            for (String y : descents.y().values()) {
                Pixel descent = computed.train(new PixelValues(x, y), () -> false);
                Pixel closed = known.train(new PixelValues(x, y), () -> false);
                assertEquals(
                        closed == null ? null : closed.outcome(),
                        descent == null ? null : descent.outcome(),
                        x + " " + y);
                if (descent != null && closed != null && closed.value() < 0.9) {
                    assertTrue(descent.value() < 1e-12, x + " " + y + " " + descent);
                }
            }
        }
    }

    @Test
    void overlayCurvesAreTheBoundaries() {
        MapSpecification map = map(setup(0.5, 2, 10), MapColor.OUTCOME);
        List<OverlayCurve> curves = OverlayCurves.ofQuadratic(map);

        assertEquals(
                List.of(OverlayCurve.Kind.DIVERGENCE, OverlayCurve.Kind.CRITICAL_DAMPING, OverlayCurve.Kind.OVERSHOOT),
                curves.stream().map(OverlayCurve::kind).toList());
        for (int i = 0; i < curves.get(0).size(); i++) {
            double mu = curves.get(0).y(i);
            assertEquals(1 + mu, curves.get(0).x(i), 1e-12);
            assertEquals(Math.pow(1 - Math.sqrt(mu), 2) / 2, curves.get(1).x(i), 1e-12);
            assertEquals(Math.pow(1 + Math.sqrt(mu), 2) / 2, curves.get(2).x(i), 1e-12);
        }
        DescentSetup nesterov = setup(0.5, 1, 10).withRacer(0, racer -> racer.withOptimizer(new Sgd(0.5, true)));
        assertEquals(List.of(), OverlayCurves.ofQuadratic(map.withSubject(new MapSubject.OfDescent(nesterov))));
    }
}
