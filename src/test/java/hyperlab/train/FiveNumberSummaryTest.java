package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares quantiles with NumPy's, bit for bit; spread.py, next to spread.csv, created the numbers. */
class FiveNumberSummaryTest {
    @Test
    void quantilesAreNumPys() throws IOException {
        List<String> lines;
        try (InputStream stream = FiveNumberSummaryTest.class.getResourceAsStream("spread.csv")) {
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
            FiveNumberSummary expected =
                    new FiveNumberSummary(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
            assertEquals(expected, FiveNumberSummary.of(values), line);
            assertArrayEquals(before, values);
        }
    }

    @Test
    void anInfiniteLossIsTheHighestAndNoLossIsHigherStill() {
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(
                new FiveNumberSummary(2, 1.5, infinite, 1, infinite),
                FiveNumberSummary.of(new double[] {infinite, 2, 1, infinite, 1.5}));
        assertEquals(
                new FiveNumberSummary(2, 1, infinite, 0, Double.NaN),
                FiveNumberSummary.of(new double[] {Double.NaN, 2, 1, infinite, 0}));
        assertEquals(
                new FiveNumberSummary(infinite, infinite, infinite, infinite, infinite),
                FiveNumberSummary.of(new double[] {infinite, infinite}));
    }
}
