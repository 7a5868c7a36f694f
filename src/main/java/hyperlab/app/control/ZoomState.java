package hyperlab.app.control;

import hyperlab.descent.Objective;
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

    private final ReadOnlyObjectWrapper<Objective.Window> home;
    private final ReadOnlyObjectWrapper<Objective.Window> window;
    private final BooleanBinding moved;

    public ZoomState(Objective.Window home) {
        this.home = new ReadOnlyObjectWrapper<>(this, "home", home);
        window = new ReadOnlyObjectWrapper<>(this, "window", home);
        moved = Bindings.createBooleanBinding(() -> !window.get().equals(this.home.get()), window, this.home);
    }

    /** The visible window. */
    public ReadOnlyObjectProperty<Objective.Window> window() {
        return window.getReadOnlyProperty();
    }

    /** Whether it differs from the home window. */
    public BooleanBinding moved() {
        return moved;
    }

    /** Changes the home window, such as when the start point moves; a window that the user zoomed or panned stays. */
    public void setHome(Objective.Window newHome) {
        boolean follows = !moved.get();
        home.set(newHome);
        if (follows) {
            window.set(newHome);
        }
    }

    /** Switches to another plane and shows its home window. */
    public void setPlane(Objective.Window newHome) {
        home.set(newHome);
        window.set(newHome);
    }

    /**
     * Scales the window by {@code factor} &gt; 0 around the fixed point (x, y); does nothing beyond the zoom limits.
     */
    public void zoom(double factor, double x, double y) {
        Objective.Window now = window.get();
        double width = (now.xHigh() - now.xLow()) * factor;
        double homeWidth = home.get().xHigh() - home.get().xLow();
        if (width >= homeWidth * MIN_ZOOM && width <= homeWidth * MAX_ZOOM) {
            window.set(new Objective.Window(
                    x + (now.xLow() - x) * factor,
                    x + (now.xHigh() - x) * factor,
                    y + (now.yLow() - y) * factor,
                    y + (now.yHigh() - y) * factor));
        }
    }

    /** Like {@link #zoom(double, double, double)}, around the center. */
    public void zoom(double factor) {
        Objective.Window now = window.get();
        zoom(factor, (now.xLow() + now.xHigh()) / 2, (now.yLow() + now.yHigh()) / 2);
    }

    /** Moves the window right and up by fractions of its size. */
    public void pan(double right, double up) {
        Objective.Window now = window.get();
        double dx = right * (now.xHigh() - now.xLow());
        double dy = up * (now.yHigh() - now.yLow());
        window.set(new Objective.Window(now.xLow() + dx, now.xHigh() + dx, now.yLow() + dy, now.yHigh() + dy));
    }

    /** Shows the home window again. */
    public void reset() {
        window.set(home.get());
    }
}
