package hyperlab.lab.map;

import hyperlab.descent.ObjectiveFunction.PlotWindow;
import hyperlab.map.MapAxis;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of the axes during a drag. The map rounds the bounds of whole numbers after each small move; here they keep
 * their fractions, so that in the end both bounds have moved as far as the mouse.
 */
final class DraggedBounds {
    private boolean dragging;
    private @Nullable PlotWindow exact;

    /** A button was pressed. */
    void begin() {
        dragging = true;
        exact = null;
    }

    /** The button was released. */
    void end() {
        dragging = false;
        exact = null;
    }

    /**
     * The bounds after a move.
     *
     * @param shown what the map shows
     * @param wanted what the gesture makes of it
     */
    PlotWindow moved(PlotWindow shown, PlotWindow wanted, MapAxis x, MapAxis y) {
        PlotWindow before = exact;
        if (!dragging || before == null) {
            exact = dragging ? wanted : null;
            return wanted;
        }
        PlotWindow after = new PlotWindow(
                moved(before.xLow(), shown.xLow(), wanted.xLow(), x),
                moved(before.xHigh(), shown.xHigh(), wanted.xHigh(), x),
                moved(before.yLow(), shown.yLow(), wanted.yLow(), y),
                moved(before.yHigh(), shown.yHigh(), wanted.yHigh(), y));
        exact = after;
        return after;
    }

    private static double moved(double exactBound, double shown, double wanted, MapAxis axis) {
        if (!AxisScale.of(axis).isInteger()) {
            return wanted;
        }
        return axis.isLogarithmic() ? exactBound * (wanted / shown) : exactBound + (wanted - shown);
    }
}
