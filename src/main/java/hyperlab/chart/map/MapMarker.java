package hyperlab.chart.map;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.CurveStyle;

/**
 * Marked points of a map, in the values of its axes; the values of a choice are evenly spaced in [0, 1].
 *
 * @param curve the points; joined by a line if the style has a width
 * @param style the color, shape and size of the points
 * @param label next to the first point; empty for none
 * @param meaning in the legend; empty for none
 */
public record MapMarker(Curve curve, CurveStyle style, String label, String meaning) {
    /** A marker whose label says what it is. */
    public MapMarker(Curve curve, CurveStyle style, String label) {
        this(curve, style, label, "");
    }
}
