package hyperlab.lab.map;

import hyperlab.map.MapAxis;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The latest views of a map. Whole numbers round the bounds of a view, so zooming out does not undo zooming in exactly;
 * a view that comes close to an earlier one becomes the earlier one, whose pixels are known.
 */
final class ZoomHistory {
    private static final int MAX_VIEWS = 64;
    /** Bounds agree up to this fraction of the width of the axis. */
    private static final double TOLERANCE = 1e-6;
    /** The same where the bounds are rounded to whole numbers. */
    private static final double WHOLE_TOLERANCE = 0.25;

    private final Deque<View> views = new ArrayDeque<>();

    /** The columns and the rows of a view. */
    record View(MapAxis x, MapAxis y) {
        static View of(MapSetup setup) {
            return new View(setup.map().x(), setup.map().y());
        }

        boolean contains(View part) {
            return contains(x, part.x) && contains(y, part.y);
        }

        private static boolean contains(MapAxis outer, MapAxis inner) {
            return outer.low() <= inner.low() && outer.high() >= inner.high();
        }
    }

    /** The setup with a zoom to these axes, or to the closest of the earlier views if it zooms out to one. */
    static MapSetup zoomed(MapSetup setup, MapAxis x, MapAxis y, Collection<View> earlier) {
        View now = View.of(setup);
        View asked = new View(x, y);
        View shown = earlier.stream()
                .filter(view -> asked.contains(now)
                        && view.contains(now)
                        && !view.equals(now)
                        && isClose(view.x, x)
                        && isClose(view.y, y))
                .min(Comparator.comparingDouble(view -> distance(view.x, x) + distance(view.y, y)))
                .orElse(asked);
        return setup.withZoom(shown.x, shown.y);
    }

    /** Remembers the view of a setup, and returns the views before it. */
    List<View> add(MapSetup setup) {
        List<View> earlier = List.copyOf(views);
        View view = View.of(setup);
        views.remove(view);
        views.addFirst(view);
        if (views.size() > MAX_VIEWS) {
            views.removeLast();
        }
        return earlier;
    }

    private static boolean isClose(MapAxis known, MapAxis axis) {
        return known.withDimension(axis.dimension()).equals(axis)
                && distance(known, axis) <= (AxisScale.of(axis).isInteger() ? WHOLE_TOLERANCE : TOLERANCE);
    }

    /** The larger distance of both bounds, as a fraction of the width. */
    private static double distance(MapAxis known, MapAxis axis) {
        double low = scaled(known, known.low());
        double high = scaled(known, known.high());
        return Math.max(Math.abs(scaled(known, axis.low()) - low), Math.abs(scaled(known, axis.high()) - high))
                / (high - low);
    }

    private static double scaled(MapAxis axis, double value) {
        return axis.isLogarithmic() ? Math.log(value) : value;
    }
}
