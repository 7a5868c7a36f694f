package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescentMomentsTest {
    private static ObjectiveFunction parabola(double curvature) {
        return ObjectiveFunctions.of("parabola", Map.of("curvature", curvature));
    }

    private static DescentRunSettings walk(double rate, Optimizer optimizer, double deviation, int batch, int steps) {
        return new DescentRunSettings(
                List.of(3.2),
                rate,
                optimizer,
                Schedule.ConstantRate.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(deviation, batch, 42),
                steps);
    }

    static Stream<JsonNode> reference() throws IOException {
        try (InputStream in = DescentMomentsTest.class.getResourceAsStream("noise.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("reference")
    void meanVarianceAndFloorAgreeWithReferences(JsonNode expected) {
        JsonNode rows = expected.get("rows");
        double factor = expected.get("factor").asDouble();
        DescentRunSettings settings = new DescentRunSettings(
                List.of(expected.get("start").asDouble()),
                expected.get("rate").asDouble(),
                new Sgd(
                        expected.get("momentum").asDouble(),
                        expected.get("nesterov").asBoolean()),
                factor == 1 ? Schedule.ConstantRate.DEFAULT : new Schedule.ExponentialDecay(factor, 0),
                new DescentRunSettings.GradientErrorSettings(
                        expected.get("deviation").asDouble(),
                        expected.get("batch").asInt(),
                        1),
                rows.size() - 1);
        DescentMoments spread = DescentMoments.of(
                        parabola(expected.get("curvature").asDouble()), settings)
                .orElseThrow();
        for (int k = 0; k < rows.size(); k++) {
            double mean = rows.get(k).get(0).asDouble();
            double variance = rows.get(k).get(1).asDouble();
            assertEquals(mean, spread.mean(k, 0), 1e-12 * Math.max(1, Math.abs(mean)), "mean at " + k);
            assertEquals(variance, spread.variance(k), 1e-12 * Math.max(1, variance), "variance at " + k);
        }
        JsonNode floor = expected.get("floor");
        assertEquals(!floor.isNull(), spread.stationaryVariance().isPresent());
        if (!floor.isNull()) {
            assertEquals(floor.asDouble(), spread.stationaryVariance().getAsDouble(), 1e-10 * floor.asDouble());
        }
    }

    @Property
    void plainVarianceMatchesGeometricSum(
            @ForAll @DoubleRange(min = 0.01, max = 1.99) double h,
            @ForAll @DoubleRange(min = 0.1, max = 10) double c,
            @ForAll @IntRange(min = 1, max = 256) int batch,
            @ForAll @IntRange(max = 200) int step) {
        double rate = h / c;
        DescentMoments spread = DescentMoments.of(parabola(c), walk(rate, Sgd.DEFAULT, 2, batch, 200))
                .orElseThrow();
        double a = 1 - rate * c;
        double floor = rate * 4 / (batch * c * (2 - rate * c));
        double variance = floor * (1 - Math.pow(a, 2 * step));
        assertEquals(variance, spread.variance(step), 1e-9 * floor);
        assertEquals(floor, spread.stationaryVariance().orElseThrow(), 1e-12 * floor);
        assertEquals(3.2 * Math.pow(a, step), spread.mean(step, 0), 1e-12);
    }

    @Property(tries = 100)
    void heavyBallConvergesToClosedForm(
            @ForAll @DoubleRange(min = 0.01, max = 0.98) double share,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double beta) {
        double c = 2;
        double rate = share * 2 * (1 + beta) / c;
        double floor = DescentMoments.of(parabola(c), walk(rate, new Sgd(beta, false), 3, 4, 0))
                .orElseThrow()
                .stationaryVariance()
                .orElseThrow();
        double expected = rate * (1 + beta) * 9 / (4 * c * (1 - beta) * (2 * (1 + beta) - rate * c));
        assertEquals(expected, floor, 1e-9 * expected);
    }

    @Test
    void quadrupledBatchHalvesSpread() {
        double one = DescentMoments.of(parabola(1), walk(0.1, Sgd.DEFAULT, 2, 4, 30))
                .orElseThrow()
                .variance(30);
        double four = DescentMoments.of(parabola(1), walk(0.1, Sgd.DEFAULT, 2, 16, 30))
                .orElseThrow()
                .variance(30);
        assertEquals(0.5, Math.sqrt(four / one), 1e-12);
    }

    @Test
    void bowlIsParabolaAlongEachAxis() {
        ObjectiveFunction bowl = ObjectiveFunctions.of("bowl", Map.of("curvatureX", 1.0, "curvatureY", 5.0));
        DescentRunSettings settings = new DescentRunSettings(
                List.of(-3.0, 2.0),
                0.2,
                Sgd.DEFAULT,
                Schedule.ConstantRate.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(1, 2, 42),
                10);
        DescentMoments spread = DescentMoments.of(bowl, settings).orElseThrow();
        DescentMoments x =
                DescentMoments.of(parabola(1), walk(0.2, Sgd.DEFAULT, 1, 2, 10)).orElseThrow();
        DescentMoments y =
                DescentMoments.of(parabola(5), walk(0.2, Sgd.DEFAULT, 1, 2, 10)).orElseThrow();
        assertEquals(x.variance(7), spread.variance(7, 0));
        assertEquals(y.variance(7), spread.variance(7, 1));
        assertEquals(x.variance(7) + y.variance(7), spread.variance(7));
        assertEquals(
                x.stationaryVariance().orElseThrow() + y.stationaryVariance().orElseThrow(),
                spread.stationaryVariance().orElseThrow(),
                1e-15);
    }

    @Test
    void hasNoFloorBeyondLimitOrWithChangingRate() {
        for (double rate : new double[] {2, 2.1}) {
            assertEquals(
                    OptionalDouble.empty(),
                    DescentMoments.of(parabola(1), walk(rate, Sgd.DEFAULT, 1, 1, 5))
                            .orElseThrow()
                            .stationaryVariance());
        }
        DescentRunSettings cosine = new DescentRunSettings(
                List.of(1.0),
                0.1,
                Sgd.DEFAULT,
                Schedule.CosineAnnealing.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(1, 1, 1),
                5);
        DescentMoments spread = DescentMoments.of(parabola(1), cosine).orElseThrow();
        assertEquals(OptionalDouble.empty(), spread.stationaryVariance());
        assertTrue(spread.variance(5) > 0);
    }

    @Test
    void predictsNothingForOtherFunctionsOrOptimizers() {
        assertEquals(
                Optional.empty(),
                DescentMoments.of(ObjectiveFunctions.of("doubleWell"), walk(0.1, Sgd.DEFAULT, 1, 1, 5)));
        assertEquals(Optional.empty(), DescentMoments.of(parabola(1), walk(0.1, Adam.DEFAULT, 1, 1, 5)));
    }
}
