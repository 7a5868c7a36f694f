package hyperlab.app.control;

import java.util.function.Supplier;

/** Whether a chart can be exported as a GIF over the epochs of a training run. */
public sealed interface Played {
    /** The chart shows nothing that changes by epoch. */
    record Never() implements Played {}

    /** Not available now; {@code whyKey} is the message key of the reason. */
    record NotNow(String whyKey) implements Played {}

    /** Available. The supplier is called on the FX thread; the film contains everything it needs. */
    record Ready(Supplier<ChartFilm> film) implements Played {}
}
