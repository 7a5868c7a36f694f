package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LionOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new Lion(0.8, 0.95, 0.4);
    }

    @Override
    String name() {
        return "lion";
    }

    @Override
    String trajectory() {
        return "lionOther";
    }

    @Override
    String expectedPrefix() {
        return "lion-";
    }

    @Override
    double[] threeStepsByHand() {
        // m before each step = 0, 0.05·2 = 0.1, 0.95·0.1 − 0.05·1 = 0.045
        // c = 0.2·2, 0.8·0.1 − 0.2·1 = −0.12, 0.8·0.045 + 0.2·0.5 = 0.136, with signs 1, −1, 1
        // Before each step, w shrinks by the factor 1 − 0.1·0.4.
        double first = 0.96 - 0.1;
        double second = 0.96 * first + 0.1;
        double third = 0.96 * second - 0.1;
        return new double[] {first, second, third};
    }

    @Test
    void earlierGradientsCanOutweighTheGradient() {
        OptimizerState state = optimizer().createState(1, false);
        double[] w = {1};
        state.step(w, new double[] {2}, 0.1);
        // c = 0.8·0.1 − 0.2·0.3 = 0.02
        state.step(w, new double[] {-0.3}, 0.1);
        assertEquals(0.8, w[0], 1e-15);
    }

    @Test
    void parametersWithoutWeightDecayMoveByTheRate() {
        OptimizerState state = optimizer().createState(2, false);
        double[] w = {1, -2};
        state.step(w, new double[] {1e-9, -1e9}, 0.1);
        assertEquals(0.9, w[0], 1e-15);
        assertEquals(-1.9, w[1], 1e-15);
        assertEquals(0, state.terms(new double[] {1, 1}).decay());
    }
}
