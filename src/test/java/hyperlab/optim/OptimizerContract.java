package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of every optimizer. Each optimizer has one or more subclasses. reference.json and effective.json were
 * generated with reference.py, those of Lion with lion.py.
 */
abstract class OptimizerContract {
    abstract Optimizer optimizer();

    /** The name in files. */
    abstract String name();

    /** The name of the trajectory in reference.json and effective.json. */
    abstract String trajectory();

    /**
     * The value of w after each of three steps from 1 with learning rate 0.1 and gradients 2, −1, 0.5, calculated by
     * hand.
     */
    abstract double[] threeStepsByHand();

    /** What the names of the files with the trajectory begin with. */
    String expectedPrefix() {
        return "";
    }

    /** A learning rate at which 2,000 steps from 1 reach the minimum of ½w². */
    double bowlRate() {
        return 0.01;
    }

    @Test
    void threeStepsMatchHandCalculation() {
        double[] expected = threeStepsByHand();
        double[] gradients = {2, -1, 0.5};
        OptimizerState state = optimizer().createState(1);
        double[] w = {1};
        for (int step = 0; step < 3; step++) {
            state.step(w, new double[] {gradients[step]}, 0.1);
            assertEquals(expected[step], w[0], 1e-12, "step " + (step + 1));
        }
    }

    @Test
    void followsTheReferenceTrajectory() throws IOException {
        JsonNode path = expected("reference.json");
        OptimizerState state = optimizer().createState(3);
        double[] point = {2, -1.5, 2.5};
        for (JsonNode expectedPoint : path) {
            state.step(point, gradientAt(point), 0.05);
            for (int i = 0; i < 3; i++) {
                assertEquals(expectedPoint.get(i).asDouble(), point[i], 1e-12);
            }
        }
        assertEquals(60, path.size());
    }

    @Test
    void rangesInAnyOrderAreOneStep() {
        double[] whole = {2, -1.5, 2.5, 0.3, -7};
        double[] inRanges = whole.clone();
        OptimizerState state = optimizer().createState(whole.length);
        OptimizerState stateOfRanges = optimizer().createState(whole.length);
        for (int step = 0; step < 5; step++) {
            double[] gradient = {step - 2.5, 0.1, -3, 1e-3 * step, 40};
            state.step(whole, gradient, 0.05);
            stateOfRanges.begin(0.05);
            stateOfRanges.update(inRanges, gradient, 3, 5);
            stateOfRanges.update(inRanges, gradient, 0, 1);
            stateOfRanges.update(inRanges, gradient, 1, 3);
            assertArrayEquals(whole, inRanges, 0);
        }
    }

    /** effective.json contains the effective rates of steps 1, 2 and 40 of the same trajectory. */
    @Test
    void everyCoordinateHasItsReferenceEffectiveRate() throws IOException {
        JsonNode rates = expected("effective.json");
        OptimizerState state = optimizer().createState(3);
        double[] point = {2, -1.5, 2.5};
        int checked = 0;
        for (int step = 1; step <= 40; step++) {
            double[] gradient = gradientAt(point);
            if (step <= 2 || step == 40) {
                StepTerms terms = state.terms(gradient);
                for (int i = 0; i < 3; i++) {
                    double expected = rates.get(checked).get(i).asDouble();
                    assertEquals(expected, terms.effectiveRate(i, 0.05), 1e-9 * expected, "step " + step);
                }
                checked++;
            }
            state.step(point, gradient, 0.05);
        }
        assertEquals(rates.size(), checked);
    }

    private JsonNode expected(String file) throws IOException {
        try (InputStream stream = OptimizerContract.class.getResourceAsStream(expectedPrefix() + file)) {
            return new ObjectMapper().readTree(stream).get(trajectory());
        }
    }

    private static double[] gradientAt(double[] point) {
        return new double[] {point[0] + point[1] / 2, 10 * point[1] + point[0] / 2, Math.sin(point[2])};
    }

    /** The terms must add up to the actual step, and computing them must not change the state. */
    @Test
    void termsOfAStepAddUpToTheStep() {
        double rate = 0.03;
        OptimizerState state = optimizer().createState(2);
        double[] point = {1.25, -2};
        for (int step = 0; step < 40; step++) {
            double[] gradient = {3 * point[0] - point[1], Math.cos(5 * point[1]) - 0.3};
            StepTerms terms = state.terms(gradient);
            double[] before = point.clone();
            state.step(point, gradient, rate);
            for (int i = 0; i < 2; i++) {
                double checked = -rate * (terms.direction(i) * terms.scale(i) + terms.decay() * before[i]);
                assertEquals(checked, point[i] - before[i], 1e-13, "step " + step + " coordinate " + i);
            }
        }
    }

    @Test
    void firstStepMomentumDoesNotExceedTheStep() {
        StepTerms terms = optimizer().createState(1).terms(new double[] {2});
        assertTrue(Math.abs(terms.momentumPart(0)) <= Math.abs(terms.direction(0)));
        assertTrue(terms.direction(0) > 0);
        assertTrue(terms.scale(0) > 0);
    }

    @Test
    void copyContinuesLikeTheOriginalWithoutChangingIt() {
        OptimizerState state = optimizer().createState(2);
        double[] point = {1, -2};
        for (int step = 0; step < 3; step++) {
            state.step(point, new double[] {point[0], Math.cos(point[1])}, 0.1);
        }
        OptimizerState copy = state.copy();
        double[] first = point.clone();
        double[] second = point.clone();
        for (int step = 0; step < 3; step++) {
            copy.step(first, new double[] {first[0], Math.cos(first[1])}, 0.1);
        }
        for (int step = 0; step < 3; step++) {
            state.step(second, new double[] {second[0], Math.cos(second[1])}, 0.1);
        }
        assertArrayEquals(second, first);
        assertEquals(state.size(), copy.size());
    }

    @Test
    void copiesOfACopyAndOfItsOriginAreIndependent() {
        OptimizerState state = optimizer().createState(2);
        state.step(new double[] {1, -2}, new double[] {0.4, -0.6}, 0.1);
        OptimizerState copy = state.copy();
        double[] expected = {1, 1};
        copy.copy().step(expected, new double[] {0.3, 0.2}, 0.1);
        for (int step = 0; step < 50; step++) {
            state.step(new double[2], new double[] {7, -9}, 0.1);
        }
        double[] actual = {1, 1};
        copy.step(actual, new double[] {0.3, 0.2}, 0.1);
        assertArrayEquals(expected, actual);
    }

    @Test
    void eachNumberMovesIndependently() {
        OptimizerState alone = optimizer().createState(1);
        OptimizerState together = optimizer().createState(19);
        double[] one = {0.5};
        double[] many = new double[19];
        many[17] = 0.5;
        for (int step = 0; step < 5; step++) {
            double g = Math.sin(step + 1.0);
            double[] gradient = new double[19];
            gradient[17] = g;
            alone.step(one, new double[] {g}, 0.01);
            together.step(many, gradient, 0.01);
        }
        assertEquals(one[0], many[17]);
        assertEquals(0, many[16]);
    }

    @Test
    void statesAreIndependentAndStepsRepeatBitForBit() {
        OptimizerState first = optimizer().createState(2);
        OptimizerState second = optimizer().createState(2);
        double[] a = {1, 2};
        double[] b = {1, 2};
        for (int step = 0; step < 4; step++) {
            first.step(a, new double[] {0.3, -0.7}, 0.1);
        }
        for (int step = 0; step < 4; step++) {
            second.step(b, new double[] {0.3, -0.7}, 0.1);
        }
        assertArrayEquals(a, b);
    }

    @Test
    void gradientStaysUnchanged() {
        double[] gradient = {0.3, -0.7};
        optimizer().createState(2).step(new double[2], gradient, 0.1);
        assertArrayEquals(new double[] {0.3, -0.7}, gradient);
    }

    @Test
    void rateMayChangeFromStepToStep() {
        OptimizerState state = optimizer().createState(1);
        double[] w = {1};
        state.step(w, new double[] {1}, 1e-300);
        assertEquals(1, w[0]);
        state.step(w, new double[] {1}, 0.1);
        assertTrue(w[0] < 1);
    }

    @Test
    void descendsABowl() {
        OptimizerState state = optimizer().createState(1);
        double[] w = {1};
        for (int step = 0; step < 2000; step++) {
            state.step(w, new double[] {w[0]}, bowlRate());
        }
        assertEquals(0, w[0], 0.02);
    }

    @Test
    void hasItsNameInFiles() {
        assertEquals(name(), optimizer().name());
    }
}
