package hyperlab.lab.map;

import hyperlab.map.MapDisplay;
import hyperlab.map.MapSpecification;
import hyperlab.map.OverlayCurve;
import hyperlab.map.OverlayCurves;
import hyperlab.map.RateRows;
import java.util.ArrayList;
import java.util.List;

/** The curves that are drawn over a map, by the switches of its display. */
final class OverlaySelection {
    private OverlaySelection() {}

    static List<OverlayCurve> of(MapSetup setup, MapRunner.MapUpdate update) {
        MapSpecification map = setup.map();
        MapDisplay display = setup.display();
        List<OverlayCurve> curves = new ArrayList<>();
        if (display.curves()) {
            curves.addAll(OverlayCurves.ofQuadratic(map));
            if (update.sharpness() > 0) {
                OverlayCurves.twoOverSharpness(map, update.sharpness()).ifPresent(curves::add);
            }
        }
        MapAnalysis analysis = update.analysis();
        RateRows rows = analysis == null ? null : analysis.rows();
        if (display.ratio() && rows != null) {
            rows.constantRatio()
                    .flatMap(ratio -> OverlayCurves.constantRatio(map, ratio.middle()))
                    .ifPresent(curves::add);
        }
        return curves;
    }
}
