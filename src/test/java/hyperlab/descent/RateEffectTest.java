package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.RateEffect.Kind;
import hyperlab.descent.RateEffect.Scope;
import hyperlab.optim.Adam;
import hyperlab.optim.Sgd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateEffectTest {
    private static RateEffect atStart(ObjectiveFunction objective, List<Double> start, double rate, DescentPath path) {
        return RateEffect.of(
                        rate,
                        objective.largestCurvature(
                                start.stream().mapToDouble(Double::doubleValue).toArray()),
                        Sgd.DEFAULT,
                        RateEffect.scope(CurvatureProfile.isConstant(objective), true),
                        DescentBehavior.leavesAllBounds(objective, path))
                .orElseThrow();
    }

    private static DescentPath run(ObjectiveFunction objective, List<Double> start, double rate, int steps) {
        return GradientDescent.run(objective, new DescentRunSettings(start, rate, Sgd.DEFAULT, steps));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, GLIDE",
        "0.989, NEARLY_LAND",
        "1, LAND",
        "1.05, NEARLY_LAND",
        "1.8, OSCILLATE",
        "2, BOUNCE",
        "2.1, DIVERGE"
    })
    void onTheParabolaTheEffectReachesEverywhere(double rate, Kind kind) {
        ObjectiveFunction parabola = ObjectiveFunctions.of("parabola");
        List<Double> start = List.of(3.2);
        DescentPath path = run(parabola, start, rate, 20);
        assertEquals(new RateEffect(kind, Scope.EVERYWHERE), atStart(parabola, start, rate, path));
        double factor = Math.abs(path.x(20)) / 3.2;
        switch (kind) {
            case GLIDE, NEARLY_LAND, OSCILLATE -> assertTrue(factor > 0 && factor < 1);
            case LAND -> assertEquals(0, factor);
            case BOUNCE -> assertEquals(1, factor);
            case DIVERGE -> assertTrue(factor > 1);
            case TOO_LARGE -> throw new AssertionError(kind);
        }
    }

    /** f″ = ½ − 9·sin 3x is up to 9.5, so these rates exceed 2/f″ in places; the descents stay bounded all the same. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.8, 2.1})
    void aBoundedDescentIsNotCalledDivergent(double rate) {
        ObjectiveFunction waves = ObjectiveFunctions.of("x^2/4 + sin(3x)");
        List<Double> start = List.of(3.2);
        DescentPath path = run(waves, start, rate, 10_000);
        double farthest = 0;
        for (int row = 0; row < path.rows(); row++) {
            farthest = Math.max(farthest, Math.abs(path.x(row)));
        }
        assertTrue(farthest < 150, "reaches " + farthest);
        assertFalse(DescentBehavior.leavesAllBounds(waves, path));
        int tooLarge = 0;
        for (int row = 0; row < path.rows(); row++) {
            Optional<RateEffect> effect =
                    RateEffect.of(rate, waves.largestCurvature(path.x(row)), Sgd.DEFAULT, Scope.HERE, false);
            assertFalse(effect.isPresent() && effect.get().kind() == Kind.DIVERGE);
            tooLarge += effect.isPresent() && effect.get().kind() == Kind.TOO_LARGE ? 1 : 0;
        }
        assertTrue(tooLarge > 100, "too large in " + tooLarge + " places");
    }

    /** ¼·x⁴ at 1.2: f″ = 3x² = 4.32, so 0.6 exceeds the limit 2/f″ = 0.463 there; still x ← x − 0.6·x³ comes down. */
    @Test
    void aRateTooLargeAtTheStartOfAQuarticMayStillDescend() {
        ObjectiveFunction quartic = ObjectiveFunctions.of("quartic");
        DescentPath path = run(quartic, List.of(1.2), 0.6, 50);
        double x = 1.2;
        for (int step = 0; step < 50; step++) {
            x -= 0.6 * x * x * x;
        }
        assertEquals(x, path.x(50), 1e-12);
        assertEquals(2.6e-5, path.value(50), 0.05e-5);
        assertEquals(new RateEffect(Kind.TOO_LARGE, Scope.HERE), atStart(quartic, List.of(1.2), 0.6, path));
        DescentPath away = run(quartic, List.of(3.0), 0.6, 50);
        assertTrue(away.diverged());
        assertEquals(new RateEffect(Kind.DIVERGE, Scope.HERE), atStart(quartic, List.of(3.0), 0.6, away));
    }

    @Test
    void aChangingRateIsJudgedStepByStep() {
        assertEquals(Scope.NOW, RateEffect.scope(true, false));
        assertEquals(Scope.HERE, RateEffect.scope(false, false));
        assertEquals(
                Optional.of(new RateEffect(Kind.TOO_LARGE, Scope.NOW)),
                RateEffect.of(2.1, 1, Sgd.DEFAULT, Scope.NOW, false));
        assertEquals(Optional.empty(), RateEffect.of(2.1, 1, Adam.DEFAULT, Scope.EVERYWHERE, false));
        assertEquals(Optional.empty(), RateEffect.of(2.1, -1, Sgd.DEFAULT, Scope.HERE, false));
    }
}
