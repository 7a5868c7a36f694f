package hyperlab.lab.activation;

import hyperlab.nn.ActivationCurve;
import java.util.List;

/**
 * The content of the lab's charts and readout at one moment.
 *
 * @param functions the selected functions, in the order of the list
 * @param examined the function whose saturation is shaded
 * @param saturatedIntervals the shaded intervals, each as {left end, right end}
 * @param from left end of the x axis
 * @param to right end of the x axis
 * @param probe the x at which values are read: the pointer's x while it hovers over a chart, otherwise the pinned probe
 * @param pinnedProbe the x of the pinned probe
 */
public record CurvesViewState(
        List<PlottedFunction> functions,
        ActivationKind examined,
        List<double[]> saturatedIntervals,
        double from,
        double to,
        double probe,
        double pinnedProbe) {
    public CurvesViewState {
        functions = List.copyOf(functions);
        saturatedIntervals = List.copyOf(saturatedIntervals);
    }

    /** Returns whether the examined function is saturated at x. */
    public boolean isSaturated(double x) {
        return saturatedIntervals.stream().anyMatch(part -> part[0] <= x && x <= part[1]);
    }

    /**
     * One function with its value and derivative at the probe.
     *
     * @param kind the function
     * @param curve samples over the x range of the charts
     * @param value f at the probe
     * @param derivative f′ at the probe
     */
    public record PlottedFunction(ActivationKind kind, ActivationCurve curve, double value, double derivative) {}
}
