package hyperlab.lab.map;

import hyperlab.map.MapSnapshot;
import hyperlab.map.OverlayCurve;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the view shows.
 *
 * @param snapshot the pixels so far; those of the previous map until the first picture of a new one; null at first
 * @param analysis of the snapshot
 * @param sharpness λ at the initial weights; NaN if unknown
 * @param running whether the map is being computed
 * @param repeatsRuns whether the runs of the previous color are performed again, because they did not watch the target
 * @param error why the map is invalid; null otherwise
 * @param pinnedCell the pinned pixel
 * @param pinned its run; null until it has been performed
 * @param otherCell the pixel under the pointer, or else the one that was pinned before
 * @param other its run
 * @param pointing whether the other pixel is under the pointer
 * @param walk the walk through the pinned pixel
 * @param racePosition the epoch, or step, of a race of both runs; −1 without a race
 * @param overlays curves over the map
 */
record MapViewState(
        MapSetup setup,
        @Nullable MapSnapshot snapshot,
        @Nullable MapAnalysis analysis,
        double sharpness,
        boolean running,
        boolean repeatsRuns,
        @Nullable InvalidInputException error,
        MapCell pinnedCell,
        @Nullable PixelRun pinned,
        MapCell otherCell,
        @Nullable PixelRun other,
        boolean pointing,
        MapWalk walk,
        int racePosition,
        List<OverlayCurve> overlays) {
    MapViewState {
        overlays = List.copyOf(overlays);
    }

    /** Whether the pixels are those of the current map. */
    boolean isCurrent() {
        return snapshot != null && snapshot.map().equals(setup.map());
    }
}
