package hyperlab.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Renders the GIF of a training run: a chart at one epoch after another with fixed axes and colors, the epoch above it
 * and the caption below. Everything runs on one thread, which may be a worker because the chart is not shared. The same
 * training run gives the same bytes.
 *
 * @param width of the chart in logical pixels, as for {@link Figure}
 * @param height of the chart in logical pixels, as for {@link Figure}
 * @param scale device pixels per logical pixel along each side, as for {@link PngFigure}
 * @param caption below the chart
 * @param epochText formats an epoch as text
 * @param metadata the metadata to embed
 */
public record TrainingGif(
        int width, int height, int scale, Caption caption, IntFunction<String> epochText, EmbeddedMetadata metadata) {
    private static final long MAX_PIXELS = 1_000_000;
    private static final double DATA_PROGRESS = 0.4;
    private static final double DRAWN_PROGRESS = 0.8;

    /** The default scale if a chart of this size is then small enough for a hundred frames; otherwise 1. */
    public static int scaleFor(int width, int height) {
        long pixels = (long) width * height * FigureOptions.DEFAULT_SCALE * FigureOptions.DEFAULT_SCALE;
        return pixels <= MAX_PIXELS ? FigureOptions.DEFAULT_SCALE : 1;
    }

    /** Provides the data of an epoch. */
    @FunctionalInterface
    public interface EpochDataSource<P> {
        /**
         * Computes the data.
         *
         * @return null if there is none, or if canceled
         */
        @Nullable
        P compute(int epoch);
    }

    private record EpochData<P>(int epoch, P data) {}

    /**
     * Renders the GIF.
     *
     * @param epochs the epochs to show, in order: see {@link GifEpochs}
     * @param progress receives the progress, 0 … 1
     * @param cancelled checked between frames
     * @return empty if canceled, or if there is nothing to show
     */
    public <P> Optional<byte[]> render(
            FrameRenderer<P> renderer,
            int[] epochs,
            EpochDataSource<P> dataSource,
            DoubleConsumer progress,
            BooleanSupplier cancelled) {
        GifFrameBuffer frames = new GifFrameBuffer();
        List<EpochData<P>> pending = new ArrayList<>();
        double seen = renderer.fixAxes() == null ? DRAWN_PROGRESS : DATA_PROGRESS;
        for (int k = 0; k < epochs.length && !cancelled.getAsBoolean(); k++) {
            P data = dataSource.compute(epochs[k]);
            if (data != null) {
                pending.add(new EpochData<>(epochs[k], data));
            }
            if (renderer.fixAxes() == null) {
                draw(renderer, pending, epochs, frames);
                pending.clear();
            }
            progress.accept(seen * (k + 1) / epochs.length);
        }
        if (renderer.fixAxes() != null && !cancelled.getAsBoolean()) {
            renderer.fixAxes().accept(pending.stream().map(EpochData::data).toList());
            for (int k = 0; k < pending.size() && !cancelled.getAsBoolean(); k++) {
                draw(renderer, pending.subList(k, k + 1), epochs, frames);
                progress.accept(seen + (DRAWN_PROGRESS - seen) * (k + 1) / pending.size());
            }
        }
        return frames.frameCount() == 0
                ? Optional.empty()
                : frames.encode(
                        metadata,
                        encodingProgress -> progress.accept(DRAWN_PROGRESS + (1 - DRAWN_PROGRESS) * encodingProgress),
                        cancelled);
    }

    /** Displays and draws the given epochs. */
    private <P> void draw(FrameRenderer<P> renderer, List<EpochData<P>> entries, int[] epochs, GifFrameBuffer frames) {
        int last = epochs[epochs.length - 1];
        int length = Math.max(1, last - epochs[0]);
        for (EpochData<P> seen : entries) {
            renderer.show().accept(seen.data());
            Figure figure = new Figure(renderer.chart(), width, height, caption);
            double elapsedShare = (double) (seen.epoch() - epochs[0]) / length;
            frames.add(new GifFrame(figure, caption, epochText.apply(seen.epoch()), epochText.apply(last), elapsedShare)
                    .draw(scale));
        }
    }
}
