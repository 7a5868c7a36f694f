package hyperlab.app.control;

import hyperlab.export.Filming;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** A chart's way through a training, on a chart of its own: what is on stage stays as it is. On one worker. */
public interface ChartFilm {
    /** The last epoch that it shows. */
    int lastEpoch();

    /** Makes the GIF: see {@link Filming#gif}. */
    Optional<byte[]> gif(Filming filming, DoubleConsumer share, BooleanSupplier cancelled);
}
