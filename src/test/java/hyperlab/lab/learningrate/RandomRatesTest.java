package hyperlab.lab.learningrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.optim.Adam;
import hyperlab.optim.Sgd;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomRatesTest {
    private final LearningRateViewModel lab = new LearningRateViewModel(Runnable::run, Runnable::run);

    private double rate() {
        return lab.settings().learningRateProperty().get();
    }

    private Regime regime(double curvature, Sgd optimizer) {
        return Stability.regime(rate(), curvature, optimizer).orElseThrow();
    }

    @Test
    void varyingTheRateYieldsEachRegimeAndIsNoUndoStep() {
        Set<Regime> seen = EnumSet.noneOf(Regime.class);
        for (int k = 0; k < 30; k++) {
            double before = rate();
            lab.varyLearningRate();
            assertNotEquals(before, rate());
            seen.add(regime(1, new Sgd(0, false)));
        }
        assertEquals(EnumSet.allOf(Regime.class), seen);
        assertFalse(lab.undo().canUndoProperty().get());
    }

    @Test
    void variedRatesAreRestoredExceptWhereTheyWereChangedSince() {
        lab.settings().learningRateProperty().set(0.13);
        lab.addRacer();
        double other = rate();
        lab.varyLearningRate();
        lab.varyLearningRate();
        lab.select(0);
        lab.varyLearningRate();
        lab.settings().stepsProperty().set(9);
        lab.restoreLearningRates();
        assertEquals(0.13, rate());
        assertEquals(
                other, lab.setup().racers().get(lab.setup().racers().size() - 1).learningRate());
        lab.varyLearningRate();
        lab.settings().learningRateProperty().set(0.2);
        lab.restoreLearningRates();
        assertEquals(0.2, rate(), "the user's own change stays");
    }

    @Test
    void ratesCloseToOneOverTheCurvatureAreNotDrawn() {
        lab.settings().constant("curvature").set(3.0);
        int landings = 0;
        for (int k = 0; k < 200; k++) {
            lab.varyLearningRate();
            double factor = Math.abs(1 - 3 * rate());
            assertTrue(factor < 1e-15 || factor > 0.1, "factor " + factor);
            landings += regime(3, new Sgd(0, false)) == Regime.LAND ? 1 : 0;
        }
        assertTrue(landings > 20 && landings < 80, landings + " landings");
    }

    @Test
    void withoutRegimesTheRateLiesInARange() {
        lab.settings().optimizerProperty().set(new Sgd(0.9, false));
        lab.varyLearningRate();
        assertNotEquals(Regime.LAND, regime(1, new Sgd(0.9, false)));
        lab.settings().optimizerProperty().set(Adam.DEFAULT);
        for (int k = 0; k < 10; k++) {
            lab.varyLearningRate();
            assertTrue(rate() >= 0.02 && rate() <= 4, "η = " + rate());
        }
    }

    @Test
    void orderIsReproducible() {
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        for (int k = 0; k < 5; k++) {
            lab.varyLearningRate();
            other.varyLearningRate();
            assertEquals(rate(), other.settings().learningRateProperty().get());
        }
    }

    @Test
    void hiddenOutcomeShowsOnlyTheStart() {
        RaceSnapshot hidden = lab.viewStateProperty().get().withHiddenPaths();
        assertEquals(0, hidden.step());
        assertTrue(hidden.race().runs().stream().noneMatch(run -> run.racer().visible()));
        assertTrue(hidden.race().findings().isEmpty());
    }

    @Test
    void aCurvatureNextToZeroLeavesAllRatesFinite() {
        lab.settings().constant("curvature").set(1e-320);
        lab.addRacer();
        for (int k = 0; k < 10; k++) {
            lab.varyLearningRate();
            assertTrue(Double.isFinite(rate()));
        }
    }
}
