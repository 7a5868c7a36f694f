package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.tune.SearchDimension;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class BoxCountingTest {
    private static final int SIZE = 257;

    @FunctionalInterface
    private interface Diverges {
        boolean at(int column, int row);
    }

    private static BoxCounting count(Diverges diverges) {
        MapSpecification map = new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
                new MapAxis("layerRates.0", new SearchDimension.IntegerDimension(0, SIZE - 1), SIZE),
                new MapAxis("layerRates.1", new SearchDimension.IntegerDimension(0, SIZE - 1), SIZE),
                MapColor.OUTCOME);
        PixelTrainer trainer =
                (values, cancelled) -> diverges.at(Integer.parseInt(values.x()), Integer.parseInt(values.y()))
                        ? new Pixel(PixelOutcome.DIVERGED, 1, Double.NaN, 1)
                        : new Pixel(PixelOutcome.CONVERGED, 1, Double.NaN, 0);
        MapComputation computation = new MapComputation(map, trainer, PixelStore.NONE);
        Executor none = task -> {};
        computation.run(none, 1, snapshot -> {}, () -> false);
        return BoxCounting.of(computation.snapshot());
    }

    @Test
    void straightLineHasDimensionOne() {
        BoxCounting vertical = count((column, row) -> column > 100);

        assertEquals(1, vertical.dimension(), 1e-12);
        assertEquals(0, vertical.standardError(), 1e-12);
        assertEquals(new BoxCounting.BoxCount(1, 256), vertical.scales().get(0));
        assertEquals(new BoxCounting.BoxCount(32, 8), vertical.scales().get(5));
        assertEquals(1.0 / 256, vertical.boundaryShare(), 1e-12);
        assertEquals(1, count((column, row) -> row > column).dimension(), 0.02);
    }

    @Test
    void boundaryEverywhereHasDimensionTwo() {
        assertEquals(2, count((column, row) -> (column + row) % 2 == 0).dimension(), 1e-12);
    }

    /** The Sierpinski triangle, binomial coefficients modulo 2, has dimension ln 3/ln 2. */
    @Test
    void sierpinskiTriangleHasItsDimension() {
        BoxCounting triangle = count((column, row) -> (column & row) == 0 && column < 256 && row < 256);

        assertEquals(Math.log(3) / Math.log(2), triangle.dimension(), 0.1);
        assertTrue(triangle.standardError() < 0.1);
    }

    @Test
    void mapWithoutBoundaryHasNone() {
        BoxCounting none = count((column, row) -> false);

        assertEquals(Double.NaN, none.dimension());
        assertEquals(0, none.boundaryShare());
    }
}
