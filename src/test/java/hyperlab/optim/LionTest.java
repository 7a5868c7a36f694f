package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LionTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return Lion.DEFAULT;
    }

    @Override
    String name() {
        return "lion";
    }

    @Override
    String trajectory() {
        return "lion";
    }

    @Override
    String expectedPrefix() {
        return "lion-";
    }

    @Override
    double[] threeStepsByHand() {
        // m before each step = 0, 0.01·2 = 0.02, 0.99·0.02 − 0.01·1 = 0.0098
        // c = 0.1·2, 0.9·0.02 − 0.1·1 = −0.082, 0.9·0.0098 + 0.1·0.5 = 0.05882, with signs 1, −1, 1
        // Before each step, w shrinks by the factor 1 − 0.1·0.01.
        double first = 0.999 - 0.1;
        double second = 0.999 * first + 0.1;
        double third = 0.999 * second - 0.1;
        return new double[] {first, second, third};
    }

    @Test
    void zeroGradientAtTheStartMovesNothing() {
        double[] w = {1};
        OptimizerState state = new Lion(0.9, 0.99, 0).createState(1);
        StepTerms terms = state.terms(new double[] {0});
        state.step(w, new double[] {0}, 0.1);
        assertEquals(1, w[0]);
        assertEquals(0, terms.direction(0) * terms.scale(0));
    }

    @Test
    void scaleIsFiniteForSubnormalDirections() {
        OptimizerState state = optimizer().createState(1);
        assertEquals(1, Math.signum(state.terms(new double[] {1e-315}).scale(0)));
        assertEquals(true, Double.isFinite(state.terms(new double[] {1e-315}).scale(0)));
    }
}
