package hyperlab.descent;

import hyperlab.rule.Rules;

/**
 * How a race is shown.
 *
 * @param measure what is drawn against the step
 * @param logarithmic whether on a logarithmic axis
 * @param tolerance the height above the lowest minimum, or the distance from a minimum, at which a walk counts as there;
 *     finite and &gt; 0
 * @param arrows whether gradient, momentum and step of the chosen walk are drawn as arrows
 */
public record DescentDisplay(Measure measure, boolean logarithmic, double tolerance, boolean arrows) {
    public static final DescentDisplay DEFAULT = new DescentDisplay(Measure.VALUE, true, 0.01, true);

    public DescentDisplay {
        Rules.positive("tolerance", tolerance);
    }

    public DescentDisplay withMeasure(Measure newMeasure) {
        return new DescentDisplay(newMeasure, logarithmic, tolerance, arrows);
    }

    public DescentDisplay withLogarithmic(boolean isLogarithmic) {
        return new DescentDisplay(measure, isLogarithmic, tolerance, arrows);
    }

    public DescentDisplay withTolerance(double newTolerance) {
        return new DescentDisplay(measure, logarithmic, newTolerance, arrows);
    }

    public DescentDisplay withArrows(boolean areDrawn) {
        return new DescentDisplay(measure, logarithmic, tolerance, areDrawn);
    }
}
