package hyperlab.chart.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelSpacingTest {
    @Property
    void maintainsSpacingWithinBounds(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = -50, max = 350) Double> wanted) {
        double[] places = LabelSpacing.spread(
                wanted.stream().mapToDouble(Double::doubleValue).toArray(), 16, 8, 292);
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        assertTrue(sorted[0] >= 8 - 1e-9 && sorted[sorted.length - 1] <= 292 + 1e-9);
        for (int i = 1; i < sorted.length; i++) {
            assertTrue(sorted[i] - sorted[i - 1] >= 16 - 1e-9);
        }
    }

    @Test
    void movesOnlyNeighborsAndEqually() {
        assertArrayEquals(new double[] {200, 50}, LabelSpacing.spread(new double[] {200, 50}, 16, 0, 300));
        assertArrayEquals(new double[] {108, 92}, LabelSpacing.spread(new double[] {101, 99}, 16, 0, 300), 1e-9);
    }

    @Test
    void reducesSpacingIfTooMany() {
        assertArrayEquals(new double[] {0, 10, 20}, LabelSpacing.spread(new double[] {9, 9.1, 9.2}, 16, 0, 20), 1e-9);
        assertArrayEquals(new double[0], LabelSpacing.spread(new double[0], 16, 0, 20));
    }
}
