package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.tune.SearchDimension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapAxisTest {
    private static final String KEY = "training.learningRate";

    @Test
    void valuesAreEvenlySpacedAndRound() {
        assertEquals(
                List.of("0.01", "0.1", "1.0", "10.0"),
                new MapAxis(KEY, new SearchDimension.LogDimension(0.01, 10), 4).values());
        assertEquals(
                List.of("0.0", "0.1", "0.2", "0.3"),
                new MapAxis(KEY, new SearchDimension.LinearDimension(0, 0.3), 4).values());
    }

    @Test
    void studyGridHasTheSameValues() {
        SearchDimension dimension = new SearchDimension.LogDimension(0.003, 30);
        List<String> grid =
                dimension.gridPositions(40).stream().map(dimension::value).toList();

        assertEquals(grid, new MapAxis(KEY, dimension, 40).values());
    }

    @Test
    void wholeNumbersAreAllThereOrEvenlySpaced() {
        SearchDimension dimension = new SearchDimension.IntegerDimension(1, 128);

        assertEquals(128, new MapAxis(KEY, dimension, 4096).values().size());
        assertEquals(List.of("1", "43", "86", "128"), new MapAxis(KEY, dimension, 4).values());
        assertEquals(
                List.of("1", "2", "4", "8", "16", "32", "64", "128"), new MapAxis(KEY, dimension, 8, true).values());
        assertEquals(128, new MapAxis(KEY, dimension, 128, true).values().size());
        assertEquals(
                List.of("1", "2", "3", "4"),
                new MapAxis(KEY, new SearchDimension.IntegerDimension(1, 4), 50, true).values());
    }

    @Test
    void boundsOfAnyNumberOfDecadesHaveFiniteValues() {
        SearchDimension wide = new SearchDimension.LogDimension(1e-250, 1e250);

        List<String> values = new MapAxis(KEY, wide, 3).values();
        assertEquals(1, Double.parseDouble(values.get(1)), 1e-12);
        assertEquals(1e250, Double.parseDouble(values.get(2)));
        assertThrows(
                InvalidInputException.class,
                () -> new MapAxis(KEY, new SearchDimension.LinearDimension(-1e308, 1e308), 3));
        assertThrows(
                InvalidInputException.class, () -> new MapAxis(KEY, new SearchDimension.LogDimension(1e-300, 1), 3));
    }

    @Test
    void choiceHasAllItsValues() {
        SearchDimension dimension = new SearchDimension.CategoricalDimension(List.of("[8]", "[8,8]", "[4]"));

        assertEquals(List.of("[8]", "[8,8]", "[4]"), new MapAxis(KEY, dimension, 2).values());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e2, 1e6, 1e9, 1e12})
    void zoomKeepsNeighborsApart(double zoom) {
        double center = 219.8925;
        double factor = Math.pow(1e4, 0.5 / zoom);
        MapAxis axis = new MapAxis(KEY, new SearchDimension.LogDimension(center / factor, center * factor), 512);
        double[] values =
                axis.values().stream().mapToDouble(Double::parseDouble).toArray();
        double expected = Math.log(1e4) / zoom / 511;
        for (int i = 1; i < values.length; i++) {
            // A double has a relative precision of 1.1e-16.
            assertEquals(expected, Math.log1p((values[i] - values[i - 1]) / values[i - 1]), 0.01 * expected + 3e-16);
            assertTrue(values[i] > values[i - 1]);
        }
    }

    @Test
    void logSpacingIsForPositiveWholeNumbers() {
        SearchDimension linear = new SearchDimension.LinearDimension(0, 1);
        SearchDimension fromZero = new SearchDimension.IntegerDimension(0, 9);
        assertThrows(InvalidInputException.class, () -> new MapAxis(KEY, linear, 8, true));
        assertThrows(InvalidInputException.class, () -> new MapAxis(KEY, fromZero, 8, true));
        assertThrows(InvalidInputException.class, () -> new MapAxis(KEY, linear, 1));
    }

    @Test
    void axesDifferAndPixelsAreLimited() {
        MapAxis axis = new MapAxis(KEY, new SearchDimension.LinearDimension(0, 1), 4096);
        MapAxis other = new MapAxis("layerRates.1", new SearchDimension.LinearDimension(0, 1), 4096);
        MapSubject subject = new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT);
        assertThrows(InvalidInputException.class, () -> new MapSpecification(subject, axis, axis, MapColor.TRAIN_LOSS));
        assertThrows(
                InvalidInputException.class, () -> new MapSpecification(subject, axis, other, MapColor.TRAIN_LOSS));
    }

    @Test
    void saysWhichDimensionsItCanHave() {
        List<SearchDimension> dimensions = List.of(
                new SearchDimension.LinearDimension(-1e290, 1e290),
                new SearchDimension.LinearDimension(-1.1e290, 0),
                new SearchDimension.LinearDimension(0, 1e308),
                new SearchDimension.LogDimension(1e-290, 1),
                new SearchDimension.LogDimension(1e-291, 1),
                new SearchDimension.LogDimension(1, 1e291),
                new SearchDimension.CategoricalDimension(List.of("8", "16")));
        for (SearchDimension dimension : dimensions) {
            boolean created = true;
            try {
                new MapAxis("training.learningRate", dimension, 2);
            } catch (InvalidInputException e) {
                created = false;
            }
            assertEquals(created, MapAxis.canHave(dimension), dimension.toString());
        }
    }
}
