package hyperlab.descent;

import hyperlab.rule.Checks;

/**
 * How a comparison of descents is displayed.
 *
 * @param measure what is plotted against the step
 * @param logarithmic whether the axis is logarithmic
 * @param tolerance the height above the lowest minimum, or the distance from a minimum, at which a descent counts as
 *     converged; finite and &gt; 0
 * @param arrows whether the gradient, momentum and step of the selected descent are drawn as arrows
 */
public record DescentDisplay(ProgressMeasure measure, boolean logarithmic, double tolerance, boolean arrows) {
    public static final DescentDisplay DEFAULT = new DescentDisplay(ProgressMeasure.VALUE, true, 0.01, true);

    public DescentDisplay {
        Checks.positive("tolerance", tolerance);
    }

    public DescentDisplay withMeasure(ProgressMeasure newMeasure) {
        return new DescentDisplay(newMeasure, logarithmic, tolerance, arrows);
    }

    public DescentDisplay withLogarithmic(boolean newLogarithmic) {
        return new DescentDisplay(measure, newLogarithmic, tolerance, arrows);
    }

    public DescentDisplay withTolerance(double newTolerance) {
        return new DescentDisplay(measure, logarithmic, newTolerance, arrows);
    }

    public DescentDisplay withArrows(boolean newArrows) {
        return new DescentDisplay(measure, logarithmic, tolerance, newArrows);
    }
}
