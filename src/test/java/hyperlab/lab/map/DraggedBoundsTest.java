package hyperlab.lab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.descent.ObjectiveFunction.PlotWindow;
import hyperlab.map.MapAxis;
import hyperlab.tune.SearchDimension;
import org.junit.jupiter.api.Test;

class DraggedBoundsTest {
    private static final MapAxis X = new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 1), 4);

    /** Each of 20 small moves up is less than half a whole number. */
    @Test
    void slowDragMovesBothBoundsOfWholeNumbersEquallyFar() {
        MapAxis axis = new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(4, 16), 16);
        DraggedBounds drag = new DraggedBounds();
        drag.begin();
        for (int move = 0; move < 20; move++) {
            PlotWindow shown = window(axis.low(), axis.high());
            PlotWindow moved = drag.moved(shown, window(axis.low() + 0.3, axis.high() + 0.3), X, axis);
            axis = MapSettings.zoomed(axis, moved.yLow(), moved.yHigh());
        }
        assertEquals(10, axis.low());
        assertEquals(22, axis.high());
    }

    @Test
    void onALogScaleTheRatioStays() {
        MapAxis axis = new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(4, 20), 16, true);
        DraggedBounds drag = new DraggedBounds();
        drag.begin();
        for (int move = 0; move < 20; move++) {
            PlotWindow shown = window(axis.low(), axis.high());
            PlotWindow moved = drag.moved(shown, window(axis.low() * 1.05, axis.high() * 1.05), X, axis);
            axis = MapSettings.zoomed(axis, moved.yLow(), moved.yHigh());
        }
        double factor = Math.pow(1.05, 20);
        assertEquals(4 * factor, axis.low(), 1);
        assertEquals(20 * factor, axis.high(), 1);
    }

    @Test
    void withoutADragTheGestureCounts() {
        MapAxis axis = new MapAxis("seed", new SearchDimension.IntegerDimension(1, 9), 9);
        DraggedBounds drag = new DraggedBounds();
        drag.begin();
        drag.moved(window(1, 9), window(1.4, 9.4), X, axis);
        drag.end();
        assertEquals(window(2, 8), drag.moved(window(1, 9), window(2, 8), X, axis));
        assertEquals(window(3, 7), drag.moved(window(2, 8), window(3, 7), X, axis));
    }

    private static PlotWindow window(double yLow, double yHigh) {
        return new PlotWindow(0.01, 1, yLow, yHigh);
    }
}
