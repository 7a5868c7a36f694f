package hyperlab.chart.descent;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;

/**
 * One descent path on a surface.
 *
 * @param points positions after 0, 1, … steps, as far as they are known
 * @param currentStep index of the current step; later points are drawn faint
 * @param curveStyle of its line and of the markers at its steps; the marker at the current position is larger
 * @param name label of the current position; empty for none
 * @param marksSteps whether each step has a marker, which is too much for a long path
 */
public record SurfacePath(Curve points, int currentStep, CurveStyle curveStyle, String name, boolean marksSteps) {
    public SurfacePath {
        if (currentStep < 0 || currentStep >= points.size()) {
            throw new IllegalArgumentException("step " + currentStep + " of a path of " + points.size() + " points");
        }
    }

    /** Creates a path with a marker at each step. */
    public SurfacePath(Curve points, int currentStep, CurveStyle curveStyle, String name) {
        this(points, currentStep, curveStyle, name, true);
    }

    /** The style of its line, with the markers at its steps. */
    CurveStyle lineStyle() {
        return marksSteps ? curveStyle : curveStyle.with(MarkerShape.NONE);
    }
}
