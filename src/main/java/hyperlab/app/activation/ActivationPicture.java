package hyperlab.app.activation;

import hyperlab.nn.ActivationCurve;
import java.util.List;

/**
 * The content of the lab's charts and readout at one moment.
 *
 * @param drawn the selected functions, in the order of the list
 * @param examined the function whose saturation is shaded
 * @param saturated the shaded intervals, each as {left end, right end}
 * @param from left end of the x axis
 * @param to right end of the x axis
 * @param probe the x at which values are read: the pointer's x while it hovers over a chart, otherwise the pinned probe
 * @param pinned the x of the pinned probe
 */
public record ActivationPicture(
        List<Drawn> drawn,
        ActivationKind examined,
        List<double[]> saturated,
        double from,
        double to,
        double probe,
        double pinned) {
    public ActivationPicture {
        drawn = List.copyOf(drawn);
        saturated = List.copyOf(saturated);
    }

    /** Returns whether the examined function is saturated at x. */
    public boolean isSaturated(double x) {
        return saturated.stream().anyMatch(part -> part[0] <= x && x <= part[1]);
    }

    /**
     * One function with its value and derivative at the probe.
     *
     * @param kind the function
     * @param curve samples over the x range of the charts
     * @param value f at the probe
     * @param derivative f′ at the probe
     */
    public record Drawn(ActivationKind kind, ActivationCurve curve, double value, double derivative) {}
}
