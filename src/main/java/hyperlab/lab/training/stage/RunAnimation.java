package hyperlab.lab.training.stage;

import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import hyperlab.ui.control.chart.GifSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An animation of a chart over the epochs of a run.
 *
 * @param epochs in ascending order
 * @param renderer draws the chart
 * @param frames the content of the chart at an epoch
 */
record RunAnimation<M>(int[] epochs, FrameRenderer<M> renderer, Frames<M> frames) implements GifSource {
    /** Computes the content of the chart at an epoch; null if canceled or if there is none. */
    @FunctionalInterface
    interface Frames<M> {
        @Nullable
        M at(int epoch, BooleanSupplier cancelled);
    }

    @Override
    public int lastEpoch() {
        return epochs[epochs.length - 1];
    }

    @Override
    public Optional<byte[]> gif(TrainingGif gif, DoubleConsumer share, BooleanSupplier cancelled) {
        return gif.render(renderer, epochs, epoch -> frames.at(epoch, cancelled), share, cancelled);
    }
}
