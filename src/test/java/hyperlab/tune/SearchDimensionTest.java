package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SearchDimensionTest {
    @Test
    void linearAndLogarithmicEndsAreExact() {
        assertEquals("0.1", new SearchDimension.LinearDimension(0.1, 0.7).value(0));
        assertEquals("0.7", new SearchDimension.LinearDimension(0.1, 0.7).value(1));
        assertEquals("1.0E-4", new SearchDimension.LogDimension(1e-4, 1).value(0));
        assertEquals("1.0", new SearchDimension.LogDimension(1e-4, 1).value(1));
        assertEquals(0.01, Double.parseDouble(new SearchDimension.LogDimension(1e-4, 1).value(0.5)), 1e-15);
    }

    @Test
    void everyIntegerHasTheSameShare() {
        SearchDimension.IntegerDimension axis = new SearchDimension.IntegerDimension(3, 5);
        assertEquals("3", axis.value(0));
        assertEquals("3", axis.value(0.3333));
        assertEquals("4", axis.value(0.3334));
        assertEquals("5", axis.value(0.67));
        assertEquals("5", axis.value(1));
    }

    @Test
    void gridPositionsIncludeTheEndsWithoutDuplicates() {
        assertEquals(List.of(0.0, 0.5, 1.0), new SearchDimension.LogDimension(1, 100).gridPositions(3));
        SearchDimension.IntegerDimension axis = new SearchDimension.IntegerDimension(1, 9);
        assertEquals(
                List.of("1", "5", "9"),
                axis.gridPositions(3).stream().map(axis::value).toList());
        assertEquals(
                List.of("1", "2"),
                new SearchDimension.IntegerDimension(1, 2)
                        .gridPositions(7).stream()
                                .map(new SearchDimension.IntegerDimension(1, 2)::value)
                                .toList());
        assertEquals(
                2,
                new SearchDimension.CategoricalDimension(List.of("a", "b"))
                        .gridPositions(7)
                        .size());
    }

    @Test
    void twoValuesOfAChoiceAreOneApart() {
        SearchDimension.CategoricalDimension axis =
                new SearchDimension.CategoricalDimension(List.of("[8]", "[16]", "[16,16]"));
        double[] first = new double[4];
        double[] last = new double[4];
        axis.features(0.1, first, 1);
        axis.features(0.9, last, 1);
        double square = 0;
        for (int i = 0; i < 4; i++) {
            square += (first[i] - last[i]) * (first[i] - last[i]);
        }
        assertEquals(1, square, 1e-15);
        assertArrayEquals(new double[] {0, Math.sqrt(0.5), 0, 0}, first);
    }

    @Property(tries = 200)
    void snappedPositionPreservesItsValueAndIsStable(
            @ForAll @IntRange(min = -9, max = 9) int low,
            @ForAll @IntRange(min = 1, max = 40) int more,
            @ForAll @DoubleRange(min = 0, max = 1) double unit) {
        SearchDimension.IntegerDimension axis = new SearchDimension.IntegerDimension(low, low + more);
        double snapped = axis.snap(unit);
        assertEquals(axis.value(unit), axis.value(snapped));
        assertEquals(snapped, axis.snap(snapped));
        int value = Integer.parseInt(axis.value(unit));
        assertEquals(value, Math.max(low, Math.min(low + more, value)));
    }

    @Test
    void rejectsInvalidBounds() {
        assertEquals(
                "high must be above low, 2.0, got 1.0",
                assertThrows(InvalidInputException.class, () -> new SearchDimension.LinearDimension(2, 1))
                        .line());
        assertEquals(
                "low must be finite and > 0, got 0",
                assertThrows(InvalidInputException.class, () -> new SearchDimension.LogDimension(0, 1))
                        .line());
        assertEquals(
                "values must be one to 64 values, got 0",
                assertThrows(InvalidInputException.class, () -> new SearchDimension.CategoricalDimension(List.of()))
                        .line());
        assertEquals(
                "values must be all different, got [1, 1]",
                assertThrows(
                                InvalidInputException.class,
                                () -> new SearchDimension.CategoricalDimension(List.of("1", "1")))
                        .line());
    }

    @Property
    void toUnitIsTheInverseOfValue(@ForAll @DoubleRange(max = 1) double unit) {
        for (SearchDimension axis : List.of(
                new SearchDimension.LinearDimension(-3, 5),
                new SearchDimension.LogDimension(1e-5, 10),
                new SearchDimension.IntegerDimension(2, 40),
                new SearchDimension.CategoricalDimension(List.of("[8]", "\"adam\"", "true")))) {
            assertEquals(axis.snap(unit), axis.toUnit(axis.value(unit)), 1e-9);
        }
    }

    @Test
    void rejectsAValueOutsideTheDimension() {
        for (SearchDimension axis : List.of(
                new SearchDimension.LinearDimension(0, 1),
                new SearchDimension.LogDimension(0.1, 1),
                new SearchDimension.IntegerDimension(0, 1))) {
            assertThrows(InvalidInputException.class, () -> axis.toUnit("2"));
            assertThrows(InvalidInputException.class, () -> axis.toUnit("x"));
        }
        assertThrows(InvalidInputException.class, () -> new SearchDimension.IntegerDimension(0, 3).toUnit("1.5"));
        assertThrows(
                InvalidInputException.class, () -> new SearchDimension.CategoricalDimension(List.of("a")).toUnit("b"));
    }
}
