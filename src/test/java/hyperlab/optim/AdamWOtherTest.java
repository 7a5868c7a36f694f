package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class AdamWOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new AdamW(0.8, 0.95, 1e-3, 0.4);
    }

    @Override
    String name() {
        return "adamw";
    }

    @Override
    String trajectory() {
        return "adamwOther";
    }

    @Override
    double[] threeStepsByHand() {
        // The moments equal Adam's with the same β. Before each step, w shrinks by the factor 1 − 0.1·0.4.
        double first = 0.96 - 0.1 * 2 / (2 + 1e-3);
        double second = 0.96 * first - 0.1 * (0.12 / 0.36) / (Math.sqrt(0.24 / 0.0975) + 1e-3);
        double third = 0.96 * second - 0.1 * (0.196 / 0.488) / (Math.sqrt(0.2405 / 0.142625) + 1e-3);
        return new double[] {first, second, third};
    }

    @Test
    void parametersWithoutDecayStepAsInAdam() {
        OptimizerState plain = new Adam(0.8, 0.95, 1e-3).createState(2, true);
        OptimizerState undecayed = optimizer().createState(2, false);
        double[] expected = {1, -2};
        double[] actual = {1, -2};
        for (int step = 0; step < 5; step++) {
            plain.step(expected, new double[] {expected[0], 1}, 0.1);
            undecayed.step(actual, new double[] {actual[0], 1}, 0.1);
            undecayed = undecayed.copy();
        }
        assertArrayEquals(expected, actual);
    }
}
