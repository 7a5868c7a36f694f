package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescentBehaviorTest {
    private static DescentBehavior of(ObjectiveFunction objective, DescentRunSettings settings) {
        return DescentBehavior.of(objective, settings, GradientDescent.run(objective, settings));
    }

    private static DescentBehavior of(ObjectiveFunction objective, double rate, Optimizer optimizer, int steps) {
        return of(objective, new DescentRunSettings(objective.start(), rate, optimizer, steps));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, GLIDE",
        "0.89, GLIDE",
        "0.95, LAND",
        "1, LAND",
        "1.05, LAND",
        "1.2, OSCILLATE",
        "1.99, OSCILLATE",
        "2, DIVERGE",
        "2.1, DIVERGE"
    })
    void parabolaDoesWhatTheRateSays(double rate, Regime regime) {
        assertEquals(
                regime,
                of(ObjectiveFunctions.of("parabola"), rate, Sgd.DEFAULT, 20).regime());
    }

    /**
     * A formula is classified from its path alone. A parabola written as a formula is classified like the built-in
     * parabola.
     */
    @Property(tries = 200)
    void pathRuleAgreesWithRecurrence(@ForAll @DoubleRange(min = 0.02, max = 3) double rate) {
        for (double border : new double[] {0.9, 1.1, 2}) {
            Assume.that(Math.abs(rate - border) > 1e-6);
        }
        ObjectiveFunction formula = ObjectiveFunctions.of("x^2/2");
        DescentRunSettings settings = new DescentRunSettings(List.of(3.2), rate, Sgd.DEFAULT, 20);
        assertEquals(
                Stability.regime(rate, 1, Sgd.DEFAULT).orElseThrow(),
                of(formula, settings).regime());
    }

    @Test
    void endlessBouncingDivergesButStandingStillDoesNot() {
        ObjectiveFunction formula = ObjectiveFunctions.of("x^2/2");
        assertEquals(
                Regime.DIVERGE,
                of(formula, new DescentRunSettings(List.of(3.0), 2, Sgd.DEFAULT, 20))
                        .regime());
        assertEquals(
                Regime.LAND,
                of(formula, new DescentRunSettings(List.of(0.0), 2, Sgd.DEFAULT, 20))
                        .regime());
    }

    @Test
    void endlessFallIsDivergence() {
        ObjectiveFunction cubic = ObjectiveFunctions.of("x^3");
        assertEquals(
                Regime.DIVERGE,
                of(cubic, new DescentRunSettings(List.of(-1.0), 0.1, Sgd.DEFAULT, 30))
                        .regime());
        ObjectiveFunction slope = ObjectiveFunctions.of("-10x");
        assertEquals(
                Regime.DIVERGE,
                of(slope, new DescentRunSettings(List.of(0.0), 1, Sgd.DEFAULT, 60))
                        .regime());
    }

    @Test
    void distinguishesGlidingFromSwingingInValley() {
        ObjectiveFunction bowl = ObjectiveFunctions.of("bowl", Map.of("curvatureX", 1.0, "curvatureY", 10.0));
        assertEquals(Regime.GLIDE, of(bowl, 0.05, Sgd.DEFAULT, 40).regime());
        assertEquals(Regime.OSCILLATE, of(bowl, 0.18, Sgd.DEFAULT, 40).regime());
        assertEquals(Regime.DIVERGE, of(bowl, 0.21, Sgd.DEFAULT, 40).regime());
        ObjectiveFunction round = ObjectiveFunctions.of("bowl", Map.of("curvatureX", 2.0, "curvatureY", 2.0));
        assertEquals(Regime.LAND, of(round, 0.5, Sgd.DEFAULT, 40).regime());
    }

    @Test
    void singleCrossingIsNotSwinging() {
        ObjectiveFunction quartic = ObjectiveFunctions.of("x^4/4");
        // 1.5 − 0.6·1.5³ is −0.525; from there it climbs slowly and does not cross 0 again.
        DescentBehavior behavior = of(quartic, new DescentRunSettings(List.of(1.5), 0.6, Sgd.DEFAULT, 40));
        assertEquals(1, behavior.reversals());
        assertEquals(Regime.LAND, behavior.regime());
        // 1.5 − 0.667·1.5³ is −0.75: too far away to count as landing; from there it glides slowly.
        DescentBehavior farther = of(quartic, new DescentRunSettings(List.of(1.5), 0.667, Sgd.DEFAULT, 40));
        assertEquals(new DescentBehavior(Regime.GLIDE, 1), farther);
        DescentBehavior slower = of(quartic, new DescentRunSettings(List.of(1.5), 0.1, Sgd.DEFAULT, 40));
        assertEquals(new DescentBehavior(Regime.GLIDE, 0), slower);
    }

    @Test
    void classifiesAdaptiveAndScheduledRunsByPath() {
        ObjectiveFunction parabola = ObjectiveFunctions.of("parabola");
        assertEquals(Regime.GLIDE, of(parabola, 0.05, Adam.DEFAULT, 40).regime());
        assertEquals(Regime.OSCILLATE, of(parabola, 1.5, Adam.DEFAULT, 60).regime());
        DescentRunSettings falling = new DescentRunSettings(
                List.of(3.2),
                2.1,
                Sgd.DEFAULT,
                new Schedule.ExponentialDecay(0.9, 0),
                DescentRunSettings.GradientErrorSettings.NONE,
                40);
        assertEquals(Regime.OSCILLATE, of(parabola, falling).regime());
    }
}
