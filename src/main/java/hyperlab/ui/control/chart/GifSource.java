package hyperlab.ui.control.chart;

import hyperlab.export.TrainingGif;
import hyperlab.text.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Renders a chart over the course of a training run, or of a zoom, whose frames count as epochs. It uses its own chart,
 * so the one on stage does not change. Used by one worker.
 */
public interface GifSource {
    /** The last epoch that it shows. */
    int lastEpoch();

    /** The text above a frame. */
    default String frameText(int epoch, Texts texts) {
        return texts.get("chart.epochOf", Integer.toString(epoch), Integer.toString(lastEpoch()));
    }

    /** The message key of the caption, whose arguments are the title and the description of the chart. */
    default String captionKey() {
        return "shell.caption.film";
    }

    /** What produced the curves, in words; empty if that is what produced the chart on stage. */
    default Optional<String> description(Texts texts) {
        return Optional.empty();
    }

    /** Renders the GIF: see {@link TrainingGif#render}. */
    Optional<byte[]> gif(TrainingGif gif, DoubleConsumer share, BooleanSupplier cancelled);
}
