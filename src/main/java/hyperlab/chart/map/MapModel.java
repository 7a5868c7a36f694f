package hyperlab.chart.map;

import hyperlab.map.MapAxis;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSubject;
import hyperlab.map.OverlayCurve;
import java.util.List;

/**
 * What a map chart shows.
 *
 * @param snapshot the pixels
 * @param patterns whether oscillating pixels have vertical lines and diverged pixels have diagonal lines; without them,
 *     single pixels remain visible
 * @param contours whether the color value has contour lines
 * @param overlays curves over the map
 * @param x the columns to show, which may be other than those of the snapshot, such as after a zoom
 * @param y the rows to show
 * @param markers marked pixels, in drawing order
 * @param legend what a legend above the map explains
 */
public record MapModel(
        MapSnapshot snapshot,
        boolean patterns,
        boolean contours,
        List<OverlayCurve> overlays,
        MapAxis x,
        MapAxis y,
        List<MapMarker> markers,
        Legend legend) {
    /** What a legend explains. */
    public enum Legend {
        /** Nothing. */
        NONE,
        /** Patterns and points, but not the curves, whose labels are on the map; it leaves more room for the map. */
        BRIEF,
        /** Patterns, curves and points. */
        FULL
    }

    public MapModel {
        overlays = List.copyOf(overlays);
        markers = List.copyOf(markers);
    }

    /** All pixels of a snapshot, without markers. */
    public MapModel(MapSnapshot snapshot, boolean patterns, boolean contours, List<OverlayCurve> overlays) {
        this(
                snapshot,
                patterns,
                contours,
                overlays,
                snapshot.map().x(),
                snapshot.map().y(),
                List.of(),
                Legend.FULL);
    }

    /** The pixels alone, with patterns unless the boundary may be fractal. */
    public static MapModel of(MapSnapshot snapshot) {
        boolean fractal = snapshot.map().subject() instanceof MapSubject.OfMeanField;
        return new MapModel(snapshot, !fractal, false, List.of());
    }

    public MapModel withOverlays(List<OverlayCurve> newOverlays) {
        return new MapModel(snapshot, patterns, contours, newOverlays, x, y, markers, legend);
    }

    public MapModel withContours(boolean newContours) {
        return new MapModel(snapshot, patterns, newContours, overlays, x, y, markers, legend);
    }

    /** Shows the part of the map within the bounds of these axes, whose kinds are those of the snapshot's axes. */
    public MapModel withAxes(MapAxis newX, MapAxis newY) {
        return new MapModel(snapshot, patterns, contours, overlays, newX, newY, markers, legend);
    }

    public MapModel withMarkers(List<MapMarker> newMarkers) {
        return new MapModel(snapshot, patterns, contours, overlays, x, y, newMarkers, legend);
    }

    public MapModel withLegend(Legend newLegend) {
        return new MapModel(snapshot, patterns, contours, overlays, x, y, markers, newLegend);
    }
}
