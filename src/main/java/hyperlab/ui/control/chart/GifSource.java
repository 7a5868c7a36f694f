package hyperlab.ui.control.chart;

import hyperlab.export.TrainingGif;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Renders a chart over the course of a training run. It uses its own chart, so the one on stage does not change. Used
 * by one worker.
 */
public interface GifSource {
    /** The last epoch that it shows. */
    int lastEpoch();

    /** Renders the GIF: see {@link TrainingGif#render}. */
    Optional<byte[]> gif(TrainingGif filming, DoubleConsumer share, BooleanSupplier cancelled);
}
