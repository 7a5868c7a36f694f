package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveAnalysisTest {
    /** Minima in closed form, lowest first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2                  | 0
            (x - 1)^2 + 3        | 1
            (x^2 - 1)^2          | -1, 1
            (x^2 - 1)^2 + x/1e9  | -1, 1
            cos(x)               | -3.141592653589793, 3.141592653589793
            x^3 - 3x             | 1
            abs(x - 0.25)        | 0.25
            max(abs(x) - 1, 0)   | -1
            -exp(-100x^2)        | 0
            x log(x)             | 0.36787944117144233
            (x - 20)^2           | 20
            (x + 300)^2          | -300
            """)
    void findsEveryNearbyMinimum(String formula, String places) {
        ObjectiveFunction function = ObjectiveFunctions.of(formula);
        double[] expected = Arrays.stream(places.split(", ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] found = function.minima().stream()
                .mapToDouble(minimum -> minimum.point().get(0))
                .sorted()
                .toArray();
        Arrays.sort(expected);
        assertEquals(expected.length, found.length, Arrays.toString(found));
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], 1e-8);
        }
        ObjectiveFunction.PlotWindow window = function.window();
        for (ObjectiveFunction.Minimum minimum : function.minima()) {
            assertEquals(function.value(minimum.point().get(0)), minimum.value());
            assertTrue(window.xLow() < minimum.point().get(0)
                    && minimum.point().get(0) < window.xHigh()
                    && window.yLow() < minimum.value()
                    && minimum.value() < window.yHigh());
        }
        for (int i = 1; i < function.minima().size(); i++) {
            assertTrue(function.minima().get(i - 1).value()
                    <= function.minima().get(i).value());
        }
    }

    /** Minima in closed form or as published. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2 + 3y^2                               | 0 0
            (x - 1.2345)^2 + 100(y - x^2)^2          | 1.2345 1.52399025
            (x^2 - 1)^2 + y^2                        | -1 0, 1 0
            (x^2 + y - 11)^2 + (x + y^2 - 7)^2       | 3 2, -2.805118 3.131313, -3.779310 -3.283186, 3.584428 -1.848127
            x^2 - y^2                                |
            x + y                                    |
            max(x^2 + y^2 - 1, 0)                    |
            """)
    void findsMinimaOfSurface(String formula, String places) {
        ObjectiveFunction function = ObjectiveFunctions.of(formula);
        String[] expected = places == null ? new String[0] : places.split(", ", -1);
        assertEquals(
                expected.length, function.minima().size(), function.minima().toString());
        for (String place : expected) {
            double x = Double.parseDouble(place.split(" ", -1)[0]);
            double y = Double.parseDouble(place.split(" ", -1)[1]);
            assertTrue(
                    KnownMinima.distance(function, x, y).orElseThrow() < 1e-5,
                    place + " in " + function.minima().toString());
        }
        for (ObjectiveFunction.Minimum minimum : function.minima()) {
            double x = minimum.point().get(0);
            double y = minimum.point().get(1);
            assertEquals(function.value(x, y), minimum.value());
            assertTrue(Math.hypot(function.gradient(x, y)[0], function.gradient(x, y)[1]) < 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "exp(-x)",
                "-x^2",
                "-x^3",
                "x^3",
                "1/x",
                "-1/x^2",
                "log(x)",
                "tan(x)",
                "log(abs(x))",
                "-1/(x - 0.123)^2",
                "log(abs(x - 0.123))",
                "x - x"
            })
    void takesNeitherPolesNorInflectionsNorEndsForMinima(String formula) {
        assertEquals(List.of(), ObjectiveFunctions.of(formula).minima());
    }

    @Test
    void claimsNothingOutsideWindow() {
        assertTrue(ObjectiveFunctions.of("x^2").minima().stream().noneMatch(ObjectiveFunction.Minimum::global));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2",
                "(x - 3)^2",
                "log(x)",
                "log(-x)",
                "1/x",
                "sqrt(4 - x)",
                "exp(x)",
                "x^10",
                "(x - 20)^2",
                "x^2 + y^2",
                "log(x) + y",
                "x^2 + log(y)",
                "abs(x) - abs(y)"
            })
    void startsWhereThereIsAWayDownAndShowsIt(String formula) {
        ObjectiveFunction function = ObjectiveFunctions.of(formula);
        double[] start =
                function.start().stream().mapToDouble(Double::doubleValue).toArray();
        assertEquals(function.dimensions(), start.length);
        double value = function.value(start);
        assertTrue(Double.isFinite(value));
        double steepest = 0;
        for (double slope : function.gradient(start)) {
            assertTrue(Double.isFinite(slope));
            steepest = Math.max(steepest, Math.abs(slope));
        }
        assertNotEquals(0, steepest);
        ObjectiveFunction.PlotWindow window = function.window();
        double height = function.dimensions() == 1 ? value : start[1];
        assertTrue(window.xLow() < start[0] && start[0] < window.xHigh());
        assertTrue(window.yLow() < height && height < window.yHigh());
    }

    @Test
    void poleDoesNotFlattenTheRest() {
        ObjectiveFunction.PlotWindow window = ObjectiveFunctions.of("1/x").window();
        assertTrue(window.yHigh() < 10 && window.yLow() > -10, window.toString());
        assertTrue(ObjectiveFunctions.of("x^2").window().yHigh() > 25);
    }

    @Test
    void nonFiniteFunctionHasWindowAndStart() {
        ObjectiveFunction nowhere = ObjectiveFunctions.of("log(-1 - x^2)");
        assertEquals(1, nowhere.start().size());
        assertTrue(nowhere.window().yHigh() > nowhere.window().yLow());
        assertEquals(List.of(), nowhere.minima());
        assertEquals(2, ObjectiveFunctions.of("log(-1 - x^2 - y^2)").start().size());
    }

    @Test
    void reanalyzesChangedFormula() {
        assertEquals(5, ObjectiveFunctions.of("x^2 + 1").value(2));
        assertEquals(6, ObjectiveFunctions.of("x^2 + 2").value(2));
        assertEquals(5, ObjectiveFunctions.of("x^2 + 1").value(2));
    }
}
