package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientDescentTest {
    private static final double START = 3.2;
    private static final Map<String, Optimizer> OPTIMIZERS = Map.of(
            "sgd", Sgd.DEFAULT,
            "momentum", new Sgd(0.9, false),
            "nesterov", new Sgd(0.9, true),
            "rmsprop", RmsProp.DEFAULT,
            "adam", Adam.DEFAULT,
            "adagrad", AdaGrad.DEFAULT,
            "adadelta", AdaDelta.DEFAULT,
            "nadam", NAdam.DEFAULT,
            "adamw", AdamW.DEFAULT);

    /**
     * Gliding, nearly landing, landing, oscillating, the limit and divergence, for curvatures that are not powers of
     * two.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.001",
        "1, 0.1",
        "1, 0.95",
        "1, 0.999",
        "1, 1",
        "1, 1.001",
        "1, 1.8",
        "1, 1.999",
        "1, 2",
        "1, 2.1",
        "1, 3",
        "3, 0.1",
        "3, 0.66",
        "0.7, 2.5",
        "0.1, 19.9",
        "10, 0.2",
        "10, 0.21",
        "7, 0.05",
        "0.3, 7"
    })
    void parabolaWalksAsTheClosedFormSays(double curvature, double rate) {
        ObjectiveFunction parabola = ObjectiveFunctions.of("parabola", Map.of("curvature", curvature));
        DescentPath path =
                GradientDescent.run(parabola, new DescentRunSettings(List.of(START), rate, Sgd.DEFAULT, 1000));
        MathContext digits = new MathContext(60);
        BigDecimal factor = BigDecimal.ONE.subtract(new BigDecimal(rate).multiply(new BigDecimal(curvature)));
        BigDecimal exact = new BigDecimal(START);
        for (int k = 0; k < path.rows(); k++) {
            double expected = exact.doubleValue();
            assertEquals(expected, path.x(k), 1e-12 * Math.abs(expected) + Double.MIN_NORMAL, "step " + k);
            exact = exact.multiply(factor, digits);
        }
        assertTrue(path.rows() == 1001 || path.diverged());
    }

    @Test
    void bouncesForeverAtTwiceInverseCurvature() {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola"), new DescentRunSettings(List.of(3.2), 2, Sgd.DEFAULT, 1000));
        assertEquals(3.2, path.x(1000));
        assertEquals(-3.2, path.x(999));
    }

    @Test
    void inverseCurvatureConvergesInOneStep() {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola"), new DescentRunSettings(List.of(3.2), 1, Sgd.DEFAULT, 3));
        assertEquals(0, path.x(1));
        assertEquals(0, path.x(3));
    }

    @ParameterizedTest
    @MethodSource("reference")
    void pathAgreesWithPyTorch(String row) {
        String[] cells = row.split(",", -1);
        ObjectiveFunction objective = ObjectiveFunctions.of(cells[0]);
        Optimizer optimizer = Objects.requireNonNull(OPTIMIZERS.get(cells[1]));
        int step = Integer.parseInt(cells[3]);
        DescentPath path = GradientDescent.run(
                objective, new DescentRunSettings(objective.start(), Double.parseDouble(cells[2]), optimizer, step));
        double[] found = {path.x(step), path.y(step), path.value(step), path.gradient(step, 0), path.gradient(step, 1)};
        for (int i = 0; i < found.length; i++) {
            double expected = Double.parseDouble(cells[4 + i]);
            assertEquals(expected, found[i], 1e-9 * Math.abs(expected) + 1e-13, row);
        }
    }

    static Stream<String> reference() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GradientDescentTest.class.getResourceAsStream("reference.csv")),
                StandardCharsets.UTF_8))) {
            List<String> rows = reader.lines().skip(1).toList();
            assertEquals(126, rows.size());
            return rows.stream();
        }
    }

    @Test
    void everyRowHasValuesOfItsStep() {
        Schedule schedule = new Schedule.StepDecay(2, 0.5, 0);
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("bowl"),
                new DescentRunSettings(
                        List.of(4.0, 1.0),
                        0.1,
                        Sgd.DEFAULT,
                        schedule,
                        DescentRunSettings.GradientErrorSettings.NONE,
                        4));
        assertEquals(5, path.rows());
        assertEquals(4, path.steps());
        for (int k = 0; k < 4; k++) {
            assertEquals(k < 2 ? 0.1 : 0.05, path.learningRate(k));
            assertEquals(path.x(k) - path.learningRate(k) * path.gradient(k, 0), path.x(k + 1), 1e-15);
            assertEquals(path.y(k) - path.learningRate(k) * path.gradient(k, 1), path.y(k + 1), 1e-15);
        }
        assertEquals(0.025, path.learningRate(4));
    }

    @Test
    void noiseDependsOnBatchSizeAndSeed() {
        int steps = 100_000;
        DescentRunSettings.GradientErrorSettings noise = new DescentRunSettings.GradientErrorSettings(2, 16, 5);
        DescentRunSettings settings = new DescentRunSettings(
                List.of(1.0, 1.0), 1e-9, Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT, noise, steps);
        DescentPath path = GradientDescent.run(ObjectiveFunctions.of("bowl"), settings);
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (int k = 0; k < path.rows(); k++) {
            double errorX = path.gradient(k, 0) - path.x(k);
            double errorY = path.gradient(k, 1) - 2 * path.y(k);
            sum += errorX;
            squares += errorX * errorX;
            products += errorX * errorY;
        }
        assertEquals(0, sum / steps, 0.01);
        assertEquals(0.5, Math.sqrt(squares / steps), 0.01);
        assertEquals(0, products / steps, 0.01);
        assertEquals(
                path.x(steps),
                GradientDescent.run(ObjectiveFunctions.of("bowl"), settings).x(steps));
        DescentRunSettings other = new DescentRunSettings(
                List.of(1.0, 1.0),
                1e-9,
                Sgd.DEFAULT,
                Schedule.ConstantRate.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(2, 16, 6),
                steps);
        assertNotEquals(
                path.x(steps),
                GradientDescent.run(ObjectiveFunctions.of("bowl"), other).x(steps));
    }

    @Test
    void divergedPathEndsAtLastFiniteRow() {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("rosenbrock"), new DescentRunSettings(List.of(-1.2, 1.0), 1, Sgd.DEFAULT, 1000));
        assertTrue(path.diverged());
        assertTrue(path.rows() > 1 && path.rows() < 20);
        assertTrue(Double.isFinite(path.value(path.steps())));
        assertThrows(IndexOutOfBoundsException.class, () -> path.value(path.rows()));
        assertThrows(IndexOutOfBoundsException.class, () -> path.coordinate(0, 2));
        assertFalse(GradientDescent.run(
                        ObjectiveFunctions.of("rosenbrock"),
                        new DescentRunSettings(List.of(-1.2, 1.0), 1e-4, Sgd.DEFAULT, 1000))
                .diverged());
    }

    @Test
    void nonFiniteStartHasNoRow() {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola"), new DescentRunSettings(List.of(1e200), 1, Sgd.DEFAULT, 5));
        assertTrue(path.diverged());
        assertEquals(0, path.rows());
        assertEquals(0, path.steps());
    }

    @Test
    void findsFirstRowBelowValue() {
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of("parabola"), new DescentRunSettings(List.of(3.2), 0.1, Sgd.DEFAULT, 50));
        assertEquals(OptionalInt.of(22), path.firstRowAtOrBelow(path.value(0) / 100));
        assertEquals(OptionalInt.empty(), path.firstRowAtOrBelow(0));
    }

    @Test
    void rejectsStartOfWrongLength() {
        InvalidInputException error = assertThrows(
                InvalidInputException.class,
                () -> GradientDescent.run(
                        ObjectiveFunctions.of("parabola"),
                        new DescentRunSettings(List.of(1.0, 2.0), 1, Sgd.DEFAULT, 5)));
        assertEquals("start must be one number for parabola, got [1.0, 2.0]", error.getMessage());
        assertThrows(
                InvalidInputException.class,
                () -> GradientDescent.run(
                        ObjectiveFunctions.of("bowl"), new DescentRunSettings(List.of(1.0), 1, Sgd.DEFAULT, 5)));
    }

    @Test
    void rejectsInvalidDescents() {
        List<Double> start = List.of(1.0);
        assertThrows(InvalidInputException.class, () -> new DescentRunSettings(List.of(Double.NaN), 1, Sgd.DEFAULT, 5));
        assertThrows(InvalidInputException.class, () -> new DescentRunSettings(start, 0, Sgd.DEFAULT, 5));
        assertThrows(InvalidInputException.class, () -> new DescentRunSettings(start, 1, Sgd.DEFAULT, -1));
        assertThrows(
                InvalidInputException.class,
                () -> new DescentRunSettings(start, 1, Sgd.DEFAULT, DescentSetup.MAX_STEPS + 1));
        assertThrows(InvalidInputException.class, () -> new DescentRunSettings.GradientErrorSettings(-1, 1, 0));
        assertThrows(InvalidInputException.class, () -> new DescentRunSettings.GradientErrorSettings(1, 0, 0));
    }

    @Test
    void cellsMatchPathCsv() {
        DescentPath line = GradientDescent.run(
                ObjectiveFunctions.of("parabola"), new DescentRunSettings(List.of(2.0), 0.5, Sgd.DEFAULT, 1));
        assertEquals(7, DescentPath.csvColumns().size());
        assertEquals(List.of("0", "2.0", "", "2.0", "2.0", "", "0.5"), line.csvCells(0));
        DescentPath plane = GradientDescent.run(
                ObjectiveFunctions.of("bowl"), new DescentRunSettings(List.of(2.0, 1.0), 0.5, Sgd.DEFAULT, 1));
        assertEquals(List.of("1", "1.0", "0.0", "0.5", "1.0", "0.0", "0.5"), plane.csvCells(1));
        assertEquals(2, plane.dimensions());
    }

    /**
     * On ½(x − 1)² AdamW comes to rest at 1, only later than Adam; with λ = 2 the minimum lies beyond 1/λ, and it comes
     * to rest at 1/λ. The values were computed with NumPy from the formulas of the paper.
     */
    @Test
    void weightDecayOfAdamWSlowsTheDescentButHardlyMovesItsEnd() {
        ObjectiveFunction objective = ObjectiveFunctions.of("(x - 1)^2/2");
        DescentPath path = GradientDescent.run(
                objective, new DescentRunSettings(List.of(3.2), 0.01, new AdamW(0.9, 0.999, 1e-8, 0.1), 20_000));
        assertEquals(0.955986632635557, path.x(1_000), 1e-9);
        assertEquals(1, path.x(20_000), 1e-4);
        DescentPath beyond = GradientDescent.run(
                objective, new DescentRunSettings(List.of(3.2), 0.01, new AdamW(0.9, 0.999, 1e-8, 2), 20_000));
        assertEquals(0.5, beyond.x(20_000), 1e-5);
    }
}
