package hyperlab.app.control;

import java.util.function.Supplier;

/** Whether a chart can go through the epochs of a training, as a GIF. */
public sealed interface Played {
    /** It shows nothing that goes by epoch after epoch. */
    record Never() implements Played {}

    /** Not now; the message says why. */
    record NotNow(String whyKey) implements Played {}

    /** It can; asked for on the FX thread, the film holds all that it needs. */
    record Ready(Supplier<ChartFilm> film) implements Played {}
}
