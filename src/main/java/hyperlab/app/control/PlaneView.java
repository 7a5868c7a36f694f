package hyperlab.app.control;

import hyperlab.descent.Objective;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which part of a plane is looked at: its home until someone zooms or pans, and again after a reset. Charts that show the
 * same plane share one. Needs no toolkit.
 */
public final class PlaneView {
    /** Narrower or wider than this, in multiples of the home, no zoom goes. */
    private static final double NARROWEST = 1e-6;

    private static final double WIDEST = 1e3;

    private final ReadOnlyObjectWrapper<Objective.Window> home;
    private final ReadOnlyObjectWrapper<Objective.Window> window;
    private final BooleanBinding moved;

    public PlaneView(Objective.Window home) {
        this.home = new ReadOnlyObjectWrapper<>(this, "home", home);
        window = new ReadOnlyObjectWrapper<>(this, "window", home);
        moved = Bindings.createBooleanBinding(() -> !window.get().equals(this.home.get()), window, this.home);
    }

    /** The part that is looked at. */
    public ReadOnlyObjectProperty<Objective.Window> window() {
        return window.getReadOnlyProperty();
    }

    /** Whether it is not the home. */
    public BooleanBinding moved() {
        return moved;
    }

    /** Another home, as when the start moves; what someone zoomed or panned to stays. */
    public void home(Objective.Window newHome) {
        boolean follows = !moved.get();
        home.set(newHome);
        if (follows) {
            window.set(newHome);
        }
    }

    /** Another plane: its home is looked at. */
    public void start(Objective.Window newHome) {
        home.set(newHome);
        window.set(newHome);
    }

    /** Shows {@code factor} times as much, ≥ 0, with (x, y) where it is. */
    public void zoom(double factor, double x, double y) {
        Objective.Window now = window.get();
        double width = (now.xHigh() - now.xLow()) * factor;
        double most = home.get().xHigh() - home.get().xLow();
        if (width >= most * NARROWEST && width <= most * WIDEST) {
            window.set(new Objective.Window(
                    x + (now.xLow() - x) * factor,
                    x + (now.xHigh() - x) * factor,
                    y + (now.yLow() - y) * factor,
                    y + (now.yHigh() - y) * factor));
        }
    }

    /** As {@link #zoom(double, double, double)}, with the middle where it is. */
    public void zoom(double factor) {
        Objective.Window now = window.get();
        zoom(factor, (now.xLow() + now.xHigh()) / 2, (now.yLow() + now.yHigh()) / 2);
    }

    /** Looks further right and further up by shares of what is shown. */
    public void pan(double right, double up) {
        Objective.Window now = window.get();
        double dx = right * (now.xHigh() - now.xLow());
        double dy = up * (now.yHigh() - now.yLow());
        window.set(new Objective.Window(now.xLow() + dx, now.xHigh() + dx, now.yLow() + dy, now.yHigh() + dy));
    }

    /** Comes home. */
    public void reset() {
        window.set(home.get());
    }
}
