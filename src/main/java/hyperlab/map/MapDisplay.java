package hyperlab.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn over a map.
 *
 * @param curves whether the boundaries in closed form, or η = 2/λ, are drawn
 * @param ratio whether lines of constant η/B are drawn
 * @param best whether the best rate of each row is marked
 * @param contours whether the color value has contour lines
 * @param walk the direction of the walk through the pinned pixel
 * @param pinned the pinned place; null for the place that the map has by default
 * @param compared the place that it is compared with; null for the default
 * @param trials the places of the trials of a search
 */
public record MapDisplay(
        boolean curves,
        boolean ratio,
        boolean best,
        boolean contours,
        WalkDirection walk,
        @Nullable MapPoint pinned,
        @Nullable MapPoint compared,
        List<MapPoint> trials) {
    public static final MapDisplay DEFAULT =
            new MapDisplay(true, true, true, false, WalkDirection.X, null, null, List.of());

    public MapDisplay {
        trials = List.copyOf(trials);
    }

    public MapDisplay withCurves(boolean on) {
        return new MapDisplay(on, ratio, best, contours, walk, pinned, compared, trials);
    }

    public MapDisplay withRatio(boolean on) {
        return new MapDisplay(curves, on, best, contours, walk, pinned, compared, trials);
    }

    public MapDisplay withBest(boolean on) {
        return new MapDisplay(curves, ratio, on, contours, walk, pinned, compared, trials);
    }

    public MapDisplay withContours(boolean on) {
        return new MapDisplay(curves, ratio, best, on, walk, pinned, compared, trials);
    }

    public MapDisplay withWalk(WalkDirection direction) {
        return new MapDisplay(curves, ratio, best, contours, direction, pinned, compared, trials);
    }

    public MapDisplay withPins(@Nullable MapPoint newPinned, @Nullable MapPoint newCompared) {
        return new MapDisplay(curves, ratio, best, contours, walk, newPinned, newCompared, trials);
    }

    public MapDisplay withTrials(List<MapPoint> newTrials) {
        return new MapDisplay(curves, ratio, best, contours, walk, pinned, compared, newTrials);
    }

    /** The switches alone, for another map. */
    public MapDisplay withoutPlaces() {
        return new MapDisplay(curves, ratio, best, contours, walk, null, null, List.of());
    }
}
