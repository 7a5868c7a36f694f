package hyperlab.ui.control.chart;

import hyperlab.descent.ObjectiveFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The visible window of a plane: the home window until the user zooms or pans, and again after a reset. Charts of the
 * same plane share one instance. Needs no toolkit.
 */
public final class ZoomState {
    /** Zoom limits of the window's width, in multiples of the home window's width. */
    private static final double MIN_ZOOM = 1e-6;

    private static final double MAX_ZOOM = 1e3;

    private final ReadOnlyObjectWrapper<ObjectiveFunction.PlotWindow> home;
    private final ReadOnlyObjectWrapper<ObjectiveFunction.PlotWindow> window;
    private final BooleanBinding moved;

    public ZoomState(ObjectiveFunction.PlotWindow home) {
        this.home = new ReadOnlyObjectWrapper<>(this, "home", home);
        window = new ReadOnlyObjectWrapper<>(this, "window", home);
        moved = Bindings.createBooleanBinding(() -> !window.get().equals(this.home.get()), window, this.home);
    }

    /** The visible window. */
    public ReadOnlyObjectProperty<ObjectiveFunction.PlotWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Whether it differs from the home window. */
    public BooleanBinding zoomedProperty() {
        return moved;
    }

    /** Changes the home window, such as when the start point moves; a window that the user zoomed or panned stays. */
    public void setHome(ObjectiveFunction.PlotWindow newHome) {
        boolean follows = !moved.get();
        home.set(newHome);
        if (follows) {
            window.set(newHome);
        }
    }

    /** Switches to another plane and shows its home window. */
    public void setPlane(ObjectiveFunction.PlotWindow newHome) {
        home.set(newHome);
        window.set(newHome);
    }

    /**
     * Scales the window by {@code factor} &gt; 0 around the fixed point (x, y); does nothing beyond the zoom limits.
     */
    public void zoom(double factor, double x, double y) {
        ObjectiveFunction.PlotWindow now = window.get();
        double width = (now.xHigh() - now.xLow()) * factor;
        double homeWidth = home.get().xHigh() - home.get().xLow();
        if (width >= homeWidth * MIN_ZOOM && width <= homeWidth * MAX_ZOOM) {
            window.set(new ObjectiveFunction.PlotWindow(
                    x + (now.xLow() - x) * factor,
                    x + (now.xHigh() - x) * factor,
                    y + (now.yLow() - y) * factor,
                    y + (now.yHigh() - y) * factor));
        }
    }

    /** Like {@link #zoom(double, double, double)}, around the center. */
    public void zoom(double factor) {
        ObjectiveFunction.PlotWindow now = window.get();
        zoom(factor, (now.xLow() + now.xHigh()) / 2, (now.yLow() + now.yHigh()) / 2);
    }

    /** Shows this window; does nothing if its width or height is beyond the zoom limits. */
    public void show(ObjectiveFunction.PlotWindow newWindow) {
        ObjectiveFunction.PlotWindow reference = home.get();
        if (isAllowed(newWindow.xHigh() - newWindow.xLow(), reference.xHigh() - reference.xLow())
                && isAllowed(newWindow.yHigh() - newWindow.yLow(), reference.yHigh() - reference.yLow())) {
            window.set(newWindow);
        }
    }

    private static boolean isAllowed(double length, double homeLength) {
        return length >= homeLength * MIN_ZOOM && length <= homeLength * MAX_ZOOM;
    }

    /** Moves the window right and up by fractions of its size. */
    public void pan(double right, double up) {
        ObjectiveFunction.PlotWindow now = window.get();
        double dx = right * (now.xHigh() - now.xLow());
        double dy = up * (now.yHigh() - now.yLow());
        window.set(
                new ObjectiveFunction.PlotWindow(now.xLow() + dx, now.xHigh() + dx, now.yLow() + dy, now.yHigh() + dy));
    }

    /** Shows the home window again. */
    public void reset() {
        window.set(home.get());
    }
}
