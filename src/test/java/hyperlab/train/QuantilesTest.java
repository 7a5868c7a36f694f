package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares quantiles with NumPy's, bit for bit; spread.py, next to spread.csv, created the numbers. */
class QuantilesTest {
    @Test
    void quantilesAgreeWithNumPy() throws IOException {
        List<String> lines;
        try (InputStream stream = QuantilesTest.class.getResourceAsStream("spread.csv")) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertEquals(36, lines.size());
        for (String line : lines) {
            double[] numbers = Arrays.stream(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] values = Arrays.copyOfRange(numbers, 5, numbers.length);
            double[] before = values.clone();
            Quantiles expected = new Quantiles(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
            assertEquals(expected, Quantiles.of(values), line);
            assertArrayEquals(before, values);
        }
    }

    @Test
    void infiniteLossIsHighAndMissingLossEvenHigher() {
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(
                new Quantiles(2, 1.5, infinite, 1, infinite),
                Quantiles.of(new double[] {infinite, 2, 1, infinite, 1.5}));
        assertEquals(
                new Quantiles(2, 1, infinite, 0, Double.NaN),
                Quantiles.of(new double[] {Double.NaN, 2, 1, infinite, 0}));
        assertEquals(
                new Quantiles(infinite, infinite, infinite, infinite, infinite),
                Quantiles.of(new double[] {infinite, infinite}));
    }

    @Test
    void quantileBetweenANumberAndNeverIsNever() {
        double never = Double.POSITIVE_INFINITY;
        double[] steps = {3, 4, never, never};
        assertEquals(new Quantiles(never, 3.75, never, 3, never), Quantiles.ofPossiblyInfinite(steps));
        assertTrue(Double.isNaN(Quantiles.of(steps).median()));
    }

    @Test
    void theTwoDefinitionsRoundDifferently() {
        double[] values = {0, 0.1, 0.5, 1};
        assertEquals(0.30000000000000004, Quantiles.ofPossiblyInfinite(values).median());
        assertEquals(0.3, Quantiles.of(values).median());
    }
}
