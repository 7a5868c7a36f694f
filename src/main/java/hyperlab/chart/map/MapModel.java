package hyperlab.chart.map;

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
 */
public record MapModel(MapSnapshot snapshot, boolean patterns, boolean contours, List<OverlayCurve> overlays) {
    public MapModel {
        overlays = List.copyOf(overlays);
    }

    /** The pixels alone, with patterns unless the boundary may be fractal. */
    public static MapModel of(MapSnapshot snapshot) {
        boolean fractal = snapshot.map().subject() instanceof MapSubject.OfMeanField;
        return new MapModel(snapshot, !fractal, false, List.of());
    }

    public MapModel withOverlays(List<OverlayCurve> newOverlays) {
        return new MapModel(snapshot, patterns, contours, newOverlays);
    }

    public MapModel withContours(boolean newContours) {
        return new MapModel(snapshot, patterns, newContours, overlays);
    }
}
