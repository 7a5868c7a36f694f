package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveFunctionsTest {
    private static final double STEP = 1e-4;
    private static final Set<String> BOTTOMLESS = Set.of("cubic");

    static Stream<ObjectiveFunction> all() {
        return Stream.concat(
                ObjectiveFunctions.names().stream().map(ObjectiveFunctions::of),
                Stream.of(
                        ObjectiveFunctions.of("parabola", Map.of("curvature", 7.5)),
                        ObjectiveFunctions.of("doubleWell", Map.of("tilt", 0.0)),
                        ObjectiveFunctions.of("tiltedWaves", Map.of("curvature", 0.2, "amplitude", 1.5)),
                        ObjectiveFunctions.of("bowl", Map.of("curvatureX", 9.0)),
                        ObjectiveFunctions.of("ravine", Map.of("condition", 1000.0))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void gradientIsSlopeOfValue(ObjectiveFunction objective) {
        RandomStream random = RandomStream.named(1, objective.name());
        for (int round = 0; round < 50; round++) {
            double[] point = randomPoint(objective, random);
            double[] gradient = objective.gradient(point);
            for (int i = 0; i < point.length; i++) {
                double expected =
                        (objective.value(moved(point, i, STEP)) - objective.value(moved(point, i, -STEP))) / (2 * STEP);
                assertEquals(expected, gradient[i], 1e-5 * (1 + Math.abs(expected)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void largestCurvatureIsLargestHessianEigenvalue(ObjectiveFunction objective) {
        RandomStream random = RandomStream.named(2, objective.name());
        for (int round = 0; round < 50; round++) {
            double[] point = randomPoint(objective, random);
            double found = objective.largestCurvature(point);
            double expected = largestOverDirections(objective, point);
            assertEquals(expected, found, 2e-3 * (1 + Math.abs(expected)));
        }
    }

    /** The largest value of dᵀHd over unit directions d, each computed from a difference of gradients. */
    private static double largestOverDirections(ObjectiveFunction objective, double[] point) {
        double largest = Double.NEGATIVE_INFINITY;
        int directions = objective.dimensions() == 1 ? 1 : 400;
        for (int k = 0; k < directions; k++) {
            double[] direction = objective.dimensions() == 1
                    ? new double[] {1}
                    : new double[] {Math.cos(Math.PI * k / directions), Math.sin(Math.PI * k / directions)};
            double[] ahead = point.clone();
            double[] behind = point.clone();
            for (int i = 0; i < point.length; i++) {
                ahead[i] += STEP * direction[i];
                behind[i] -= STEP * direction[i];
            }
            double[] high = objective.gradient(ahead);
            double[] low = objective.gradient(behind);
            double along = 0;
            for (int i = 0; i < point.length; i++) {
                along += direction[i] * (high[i] - low[i]) / (2 * STEP);
            }
            largest = Math.max(largest, along);
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMinimumIsFlatAndLowerThanNeighbors(ObjectiveFunction objective) {
        for (ObjectiveFunction.Minimum minimum : objective.minima()) {
            double[] point = array(minimum.point());
            assertEquals(minimum.value(), objective.value(point), 1e-12);
            double curvature = objective.largestCurvature(point);
            for (double slope : objective.gradient(point)) {
                assertEquals(0, slope, 1e-12 * (curvature > 1 ? curvature : 1));
            }
            for (int i = 0; i < point.length; i++) {
                assertTrue(objective.value(moved(point, i, 0.01)) > minimum.value());
                assertTrue(objective.value(moved(point, i, -0.01)) > minimum.value());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void minimaAreSortedAndLowestAreGlobal(ObjectiveFunction objective) {
        List<ObjectiveFunction.Minimum> minima = objective.minima();
        for (int i = 1; i < minima.size(); i++) {
            assertTrue(minima.get(i).value() >= minima.get(i - 1).value());
        }
        for (ObjectiveFunction.Minimum minimum : minima) {
            boolean lowest = minimum.value() == minima.get(0).value();
            assertEquals(lowest && !BOTTOMLESS.contains(objective.name()), minimum.global());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void windowContainsStartAndGlobalMinima(ObjectiveFunction objective) {
        ObjectiveFunction.PlotWindow window = objective.window();
        Stream.concat(
                        Stream.of(objective.start()),
                        objective.minima().stream()
                                .filter(ObjectiveFunction.Minimum::global)
                                .map(ObjectiveFunction.Minimum::point))
                .forEach(point -> {
                    double height = objective.dimensions() == 2 ? point.get(1) : objective.value(point.get(0));
                    assertTrue(point.get(0) > window.xLow() && point.get(0) < window.xHigh());
                    assertTrue(height > window.yLow() && height < window.yHigh());
                });
        assertFalse(objective.formula().isBlank());
        assertFalse(objective.latex().isBlank());
    }

    @Test
    void tiltedWavesHaveAllLocalMinima() {
        ObjectiveFunction waves = ObjectiveFunctions.of("tiltedWaves", Map.of("curvature", 0.5, "amplitude", 0.5));
        int found = 0;
        double step = 1e-3;
        for (double x = -20; x < 20; x += step) {
            if (waves.gradient(x)[0] < 0 && waves.gradient(x + step)[0] >= 0) {
                found++;
            }
        }
        assertTrue(found > 10);
        assertEquals(found, waves.minima().size());
    }

    @Test
    void flattenedWavesHaveOneMinimum() {
        assertEquals(
                1,
                ObjectiveFunctions.of("tiltedWaves", Map.of("curvature", 10.0, "amplitude", 0.1))
                        .minima()
                        .size());
        assertEquals(
                1,
                ObjectiveFunctions.of("tiltedWaves", Map.of("amplitude", 0.0))
                        .minima()
                        .size());
    }

    @Test
    void saddleHasNoMinimum() {
        assertEquals(List.of(), ObjectiveFunctions.of("saddle").minima());
    }

    @Test
    void knownValuesMatchClosedForms() {
        assertEquals(24.2, ObjectiveFunctions.of("rosenbrock").value(-1.2, 1), 1e-12);
        assertEquals(170, ObjectiveFunctions.of("himmelblau").value(0, 0));
        assertEquals(5.12, ObjectiveFunctions.of("parabola").value(3.2), 1e-15);
        assertEquals(Map.of("curvature", 1.0), ObjectiveFunctions.of("parabola").parameters());
    }

    @Test
    void formulasOfOneVariableMatchClosedForms() {
        ObjectiveFunction quartic = ObjectiveFunctions.of("quartic");
        assertEquals(4, quartic.value(2));
        assertEquals(8, quartic.gradient(2)[0]);
        assertEquals(12, quartic.largestCurvature(2));
        ObjectiveFunction cubic = ObjectiveFunctions.of("cubic");
        assertEquals(2 / 6.0 * 4 - 1, cubic.value(2), 1e-15);
        assertEquals(1.5, cubic.gradient(2)[0]);
        assertEquals(2, cubic.largestCurvature(2));
        assertEquals(List.of(new ObjectiveFunction.Minimum(List.of(1.0), -1 / 3.0, false)), cubic.minima());
        ObjectiveFunction kink = ObjectiveFunctions.of("kink");
        assertEquals(2, kink.value(-2));
        assertEquals(-1, kink.gradient(-2)[0]);
        assertEquals(0, kink.gradient(0)[0]);
        assertEquals(0, kink.largestCurvature(-2));
    }

    @ParameterizedTest
    @MethodSource("reference")
    void functionsOfTwoVariablesMatchLiterature(String row) {
        String[] cells = row.split(",", -1);
        ObjectiveFunction objective = ObjectiveFunctions.of(cells[0]);
        double x = Double.parseDouble(cells[2]);
        double y = Double.parseDouble(cells[3]);
        double value = Double.parseDouble(cells[4]);
        if (cells[1].equals("minimum")) {
            ObjectiveFunction.Minimum nearest = objective.minima().stream()
                    .min(Comparator.comparingDouble(minimum -> Math.hypot(
                            minimum.point().get(0) - x, minimum.point().get(1) - y)))
                    .orElseThrow();
            assertEquals(x, nearest.point().get(0), 1e-12);
            assertEquals(y, nearest.point().get(1), 1e-12);
            assertEquals(value, nearest.value(), 1e-12);
        } else {
            double[] gradient = objective.gradient(x, y);
            assertNear(value, objective.value(x, y));
            assertNear(Double.parseDouble(cells[5]), gradient[0]);
            assertNear(Double.parseDouble(cells[6]), gradient[1]);
            assertNear(Double.parseDouble(cells[7]), objective.largestCurvature(x, y));
        }
    }

    private static void assertNear(double expected, double found) {
        assertEquals(expected, found, 1e-12 * Math.max(1, Math.abs(expected)));
    }

    static Stream<String> reference() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ObjectiveFunctionsTest.class.getResourceAsStream("functions.csv")),
                StandardCharsets.UTF_8))) {
            List<String> rows = reader.lines().skip(1).toList();
            assertEquals(175, rows.size());
            return rows.stream();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "beale, 1",
        "booth, 1",
        "matyas, 1",
        "rastrigin, 121",
        "ackley, 1",
        "branin, 3",
        "styblinskiTang, 4",
        "himmelblau, 4",
        "quartic, 1",
        "cubic, 1",
        "kink, 1"
    })
    void noMinimumIsClaimedThatTheLiteratureDoesNotHave(String name, int count) {
        assertEquals(
                count,
                ObjectiveFunctions.of(name).minima().stream()
                        .map(ObjectiveFunction.Minimum::point)
                        .distinct()
                        .count());
    }

    @Test
    void ackleyMinimumHasNoSlopeOrCurvature() {
        ObjectiveFunction ackley = ObjectiveFunctions.of("ackley");
        assertEquals(0, ackley.gradient(0, 0)[0]);
        assertEquals(0, ackley.gradient(0, 0)[1]);
        assertTrue(Double.isNaN(ackley.largestCurvature(0, 0)));
        assertTrue(Math.abs(ackley.gradient(1e-9, 0)[0]) > 2);
    }

    @Test
    void formulaIsNamedByItsText() {
        ObjectiveFunction typed = ObjectiveFunctions.of(" x^2+3 ");
        assertEquals("x^2+3", typed.name());
        assertEquals("x^2 + 3", typed.formula());
        assertEquals(1, typed.dimensions());
        assertEquals(Map.of(), typed.parameters());
        assertEquals(7, typed.value(2));
        assertEquals(4, typed.gradient(2)[0]);
        assertEquals(2, typed.largestCurvature(2));
        ObjectiveFunction ofTwo = ObjectiveFunctions.of("x^2 + 3y^2 + x*y");
        assertEquals(2, ofTwo.dimensions());
        assertEquals(7, ofTwo.gradient(1, 1)[1]);
        assertEquals(4 + Math.sqrt(5), ofTwo.largestCurvature(1, 1), 1e-15);
        assertEquals(
                "curvature is not a parameter of a formula, which has none",
                assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of("x^2", Map.of("curvature", 1.0)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parobola      | parabola
            Parabola      | parabola
            beal          | beale
            double well   | doubleWell
            double-well   | doubleWell
            styblinski_tang | styblinskiTang
            himelblau     | himmelblau
            """)
    void distinguishesMisspelledNameFromFormula(String text, String nearest) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of(text));
        assertEquals("function", error.name());
        assertTrue(
                error.getMessage()
                        .endsWith(" or a formula in x and y, but not \"" + text + "\"; did you mean " + nearest + "?"),
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X", "xx", "z", "Sin", "sinx", "cosx", "x - z", "sin", "expx", "beale(x, y)", "parabla + x"})
    void aFormulaWithASlipInItIsToldFromAName(String text) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of(text));
        assertTrue(error.getMessage().startsWith("function column "), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x - y", "x y", "pi x", "e x", "x - y - x"})
    void aFormulaOfWordsAloneIsNoName(String text) {
        assertEquals(text, ObjectiveFunctions.of(text).name());
    }

    @Test
    void rejectsUnknownFunctionSuggestingNames() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of("parobola"));
        assertEquals("function", error.name());
        assertTrue(error.getMessage().contains("did you mean parabola?"), error.getMessage());
        ObjectiveFunctions.names().forEach(name -> assertTrue(error.getMessage().contains(name)));
    }

    @Test
    void rejectsUnknownConstantSuggestingNearest() {
        InvalidInputException error = assertThrows(
                InvalidInputException.class, () -> ObjectiveFunctions.of("bowl", Map.of("curvaturX", 1.0)));
        assertEquals("curvaturX", error.name());
        assertTrue(error.getMessage().contains("nearest: curvatureX"), error.getMessage());
        assertEquals(
                "condition is not a parameter of saddle, which has none",
                assertThrows(
                                InvalidInputException.class,
                                () -> ObjectiveFunctions.of("saddle", Map.of("condition", 2.0)))
                        .getMessage());
    }

    @Test
    void rejectsConstantsOutOfRange() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "curvature",
                    assertThrows(
                                    InvalidInputException.class,
                                    () -> ObjectiveFunctions.of("parabola", Map.of("curvature", bad)))
                            .name());
            assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of("bowl", Map.of("curvatureY", bad)));
        }
        assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of("ravine", Map.of("condition", 0.5)));
        assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of("doubleWell", Map.of("tilt", 0.4)));
        assertThrows(InvalidInputException.class, () -> ObjectiveFunctions.of("tiltedWaves", Map.of("curvature", 0.0)));
    }

    private static double[] randomPoint(ObjectiveFunction objective, RandomStream random) {
        ObjectiveFunction.PlotWindow window = objective.window();
        double x = random.nextDouble(window.xLow(), window.xHigh());
        return objective.dimensions() == 1
                ? new double[] {x}
                : new double[] {x, random.nextDouble(window.yLow(), window.yHigh())};
    }

    private static double[] moved(double[] point, int dimension, double by) {
        double[] moved = point.clone();
        moved[dimension] += by;
        return moved;
    }

    private static double[] array(List<Double> point) {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
