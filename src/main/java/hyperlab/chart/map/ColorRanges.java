package hyperlab.chart.map;

import hyperlab.map.MapSnapshot;
import java.util.List;

/**
 * What the two color ramps cover.
 *
 * @param converged the color values of the runs that did not diverge
 * @param diverged the epochs at which runs diverged, or, for the spectral radius, its values above 1
 */
record ColorRanges(ValueRange converged, ValueRange diverged) {
    /** The ranges that cover those of all snapshots, which show the same quantity; at least one snapshot. */
    static ColorRanges of(List<MapSnapshot> snapshots) {
        boolean allowsLog = MapColors.allowsLog(snapshots.get(0).map().color());
        ColorRanges all = new ColorRanges(ValueRange.NONE, ValueRange.NONE);
        for (MapSnapshot snapshot : snapshots) {
            ColorRanges one = new MapColors(snapshot, null).ranges();
            all = new ColorRanges(
                    all.converged.union(one.converged, allowsLog), all.diverged.union(one.diverged, true));
        }
        return all;
    }
}
