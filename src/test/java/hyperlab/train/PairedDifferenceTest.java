package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with SciPy; paired.py, next to paired.csv, created the numbers. */
class PairedDifferenceTest {
    @Test
    void intervalsAgreeWithSciPy() throws IOException {
        List<String> lines;
        try (InputStream stream = PairedDifferenceTest.class.getResourceAsStream("paired.csv")) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
        assertEquals(10, lines.size());
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            int pairs = Integer.parseInt(cells[0]);
            double t = Double.parseDouble(cells[1]);
            assertEquals(t, StudentT.quantile(0.975, pairs - 1), 1e-12 * t, line);
            PairedDifference found = PairedDifference.of(numbers(cells[7]), numbers(cells[8]));
            assertEquals(Integer.parseInt(cells[2]), found.lowerCount());
            assertEquals(Integer.parseInt(cells[3]), found.higherCount());
            assertEquals(Double.parseDouble(cells[4]), found.mean(), 1e-15);
            assertEquals(Double.parseDouble(cells[5]), found.from(), 1e-13);
            assertEquals(Double.parseDouble(cells[6]), found.to(), 1e-13);
        }
    }

    @Test
    void isSignificantIfTheIntervalExcludesZero() {
        double[] first = {1, 2, 3};
        assertTrue(PairedDifference.of(first, new double[] {0.9, 1.91, 2.9}).isSignificant());
        assertTrue(PairedDifference.of(first, new double[] {1.1, 2.11, 3.1}).isSignificant());
        assertFalse(PairedDifference.of(first, new double[] {0.9, 2.5, 2.9}).isSignificant());
        assertFalse(PairedDifference.of(first, first).isSignificant());
    }

    @Test
    void fewerThanTwoPairsGiveNoResult() {
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(one, one));
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[] {1, 2}, one));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
