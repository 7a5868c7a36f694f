package hyperlab.app.activation;

import hyperlab.nn.ActivationCurve;
import java.util.List;

/**
 * What the lab's charts and readout show at one moment.
 *
 * @param drawn the chosen functions, in the order of the list
 * @param examined whose saturation is shaded
 * @param saturated left and right ends of the shaded parts
 * @param from left end of the x axis
 * @param to right end
 * @param probe the x at which values are read: where the pointer stands, or else the probe itself
 * @param pinned the probe itself
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

    /** Whether the examined function is saturated at x. */
    public boolean isSaturated(double x) {
        return saturated.stream().anyMatch(part -> part[0] <= x && x <= part[1]);
    }

    /**
     * One function with what it is worth at the probe.
     *
     * @param kind which of the functions
     * @param curve sampled over the picture
     * @param value f at the probe
     * @param derivative f′ at the probe
     */
    public record Drawn(ActivationKind kind, ActivationCurve curve, double value, double derivative) {}
}
