package hyperlab.ui.control.chart;

import java.util.function.Supplier;

/** Whether a chart can be exported as a GIF over the epochs of a training run. */
public sealed interface GifAvailability {
    /** The chart shows nothing that changes by epoch. */
    record NotSupported() implements GifAvailability {}

    /** Not available now; {@code whyKey} is the message key of the reason. */
    record Unavailable(String whyKey) implements GifAvailability {}

    /** Available. The supplier is called on the FX thread; the film contains everything it needs. */
    record Available(Supplier<GifSource> film) implements GifAvailability {}
}
