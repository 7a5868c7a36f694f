package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.ObjectiveFunction;
import org.junit.jupiter.api.Test;

class ZoomStateTest {
    private static final ObjectiveFunction.PlotWindow HOME = new ObjectiveFunction.PlotWindow(-1, 3, 0, 2);

    private final ZoomState view = new ZoomState(HOME);

    private ObjectiveFunction.PlotWindow window() {
        return view.windowProperty().get();
    }

    @Test
    void zoomFixesThePointUnderThePointer() {
        view.zoom(0.5, 0, 1.5);
        assertEquals(new ObjectiveFunction.PlotWindow(-0.5, 1.5, 0.75, 1.75), window());
        assertEquals((0.0 - -0.5) / 2, (0.0 - HOME.xLow()) / 4);
        view.zoom(2, 0, 1.5);
        assertEquals(HOME, window());
        assertFalse(view.zoomedProperty().get());
    }

    @Test
    void zoomWithoutAPointIsCentered() {
        view.zoom(2);
        assertEquals(new ObjectiveFunction.PlotWindow(-3, 5, -1, 3), window());
    }

    @Test
    void panMovesByAShareOfTheVisibleRange() {
        view.pan(0.25, -0.5);
        assertEquals(new ObjectiveFunction.PlotWindow(0, 4, -1, 1), window());
        assertTrue(view.zoomedProperty().get());
        view.reset();
        assertEquals(HOME, window());
    }

    @Test
    void zoomStopsAtItsLimits() {
        for (int k = 0; k < 400; k++) {
            view.zoom(0.9);
        }
        double narrowest = window().xHigh() - window().xLow();
        assertTrue(narrowest >= 4e-6 && narrowest < 5e-6, narrowest + "");
        for (int k = 0; k < 1000; k++) {
            view.zoom(1.1);
        }
        double widest = window().xHigh() - window().xLow();
        assertTrue(widest <= 4e3 && widest > 3e3, widest + "");
    }

    @Test
    void homeIsFollowedUntilTheViewMoves() {
        ObjectiveFunction.PlotWindow other = new ObjectiveFunction.PlotWindow(-2, 6, 0, 4);
        view.setHome(other);
        assertEquals(other, window());
        view.pan(0.5, 0);
        ObjectiveFunction.PlotWindow moved = window();
        view.setHome(HOME);
        assertEquals(moved, window());
        view.reset();
        assertEquals(HOME, window());
        view.pan(1, 1);
        view.setPlane(other);
        assertEquals(other, window());
    }
}
