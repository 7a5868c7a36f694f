package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The terms of the second of two steps with gradients 2 and −1, calculated by hand. */
class StepTermsTest {
    private static StepTerms second(Optimizer optimizer) {
        OptimizerState state = optimizer.createState(1);
        state.step(new double[] {1}, new double[] {2}, 0.1);
        return state.terms(new double[] {-1});
    }

    @Test
    void plainDescentCarriesNothing() {
        StepTerms terms = second(Sgd.DEFAULT);
        assertEquals(-1, terms.direction(0));
        assertEquals(0, terms.momentumPart(0));
        assertEquals(1, terms.scale(0));
        assertEquals(0, terms.decay());
    }

    @Test
    void momentumCarriesItsShareOfThePreviousVelocity() {
        StepTerms terms = second(new Sgd(0.9, false));
        assertEquals(0.9 * 2, terms.momentumPart(0), 1e-15);
        assertEquals(0.9 * 2 - 1, terms.direction(0), 1e-15);
    }

    @Test
    void nesterovCarriesTheUpdatedVelocity() {
        StepTerms terms = second(new Sgd(0.9, true));
        assertEquals(0.9 * (0.9 * 2 - 1), terms.momentumPart(0), 1e-15);
        assertEquals(-1 + 0.72, terms.direction(0), 1e-15);
    }

    @Test
    void adamCarriesThePreviousMeanAndCorrectsBoth() {
        StepTerms terms = second(new AdamW(0.9, 0.99, 1e-8, 0.3));
        assertEquals(0.9 * 0.2 / 0.19, terms.momentumPart(0), 1e-12);
        assertEquals((0.9 * 0.2 - 0.1) / 0.19, terms.direction(0), 1e-12);
        double square = (0.99 * 0.01 * 4 + 0.01 * 1) / (1 - 0.99 * 0.99);
        assertEquals(1 / (Math.sqrt(square) + 1e-8), terms.scale(0), 1e-9);
        assertEquals(0.3, terms.decay());
    }

    @Test
    void nadamCarriesTheMeanAhead() {
        StepTerms terms = second(new NAdam(0.9, 0.999, 1e-8, 0));
        double mean = 0.9 * 0.2 - 0.1;
        double ahead = 0.45 / (1 - Math.pow(0.45, 3));
        assertEquals(ahead * mean, terms.momentumPart(0), 1e-12);
        assertEquals((1 - 0.45) / (1 - 0.45 * 0.45) * -1 + ahead * mean, terms.direction(0), 1e-12);
    }

    @Test
    void otherOptimizersDivideByTheirGradientMeasure() {
        assertEquals(1 / Math.sqrt(5), second(AdaGrad.DEFAULT).scale(0), 1e-9);
        assertEquals(
                1 / Math.sqrt(0.9 * 0.1 * 4 + 0.1),
                second(new RmsProp(0.9, 1e-8)).scale(0),
                1e-6);
        double before = 0.1 * (4 * 1e-6 / (0.1 * 4 + 1e-6));
        double expected = Math.sqrt((before + 1e-6) / (0.9 * 0.1 * 4 + 0.1 + 1e-6));
        assertEquals(expected, second(AdaDelta.DEFAULT).scale(0), 1e-12);
        assertEquals(0, second(AdaDelta.DEFAULT).momentumPart(0));
    }
}
