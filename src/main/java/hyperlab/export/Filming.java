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
 * @param said formats an epoch as text
 * @param carried the metadata to embed
 */
public record Filming(int width, int height, int scale, Caption caption, IntFunction<String> said, Carried carried) {
    private static final long MOST_PIXELS = 1_000_000;
    private static final double SEEN = 0.4;
    private static final double DRAWN = 0.8;

    /** The default scale if a chart of this size is then small enough for a hundred frames; otherwise 1. */
    public static int scaleFor(int width, int height) {
        long pixels = (long) width * height * FigureForm.USUAL_SCALE * FigureForm.USUAL_SCALE;
        return pixels <= MOST_PIXELS ? FigureForm.USUAL_SCALE : 1;
    }

    /** Provides the data of an epoch. */
    @FunctionalInterface
    public interface Epochs<P> {
        /**
         * Computes the data.
         *
         * @return null if there is none, or if cancelled
         */
        @Nullable
        P at(int epoch);
    }

    private record Seen<P>(int epoch, P picture) {}

    /**
     * Renders the GIF.
     *
     * @param epochs the epochs to show, in order: see {@link FilmEpochs}
     * @param share receives the progress, 0 … 1
     * @param cancelled checked between frames
     * @return empty if cancelled, or if there is nothing to show
     */
    public <P> Optional<byte[]> gif(
            Reel<P> reel, int[] epochs, Epochs<P> pictures, DoubleConsumer share, BooleanSupplier cancelled) {
        Film film = new Film();
        List<Seen<P>> waiting = new ArrayList<>();
        double seen = reel.hold() == null ? DRAWN : SEEN;
        for (int k = 0; k < epochs.length && !cancelled.getAsBoolean(); k++) {
            P picture = pictures.at(epochs[k]);
            if (picture != null) {
                waiting.add(new Seen<>(epochs[k], picture));
            }
            if (reel.hold() == null) {
                draw(reel, waiting, epochs, film);
                waiting.clear();
            }
            share.accept(seen * (k + 1) / epochs.length);
        }
        if (reel.hold() != null && !cancelled.getAsBoolean()) {
            reel.hold().accept(waiting.stream().map(Seen::picture).toList());
            for (int k = 0; k < waiting.size() && !cancelled.getAsBoolean(); k++) {
                draw(reel, waiting.subList(k, k + 1), epochs, film);
                share.accept(seen + (DRAWN - seen) * (k + 1) / waiting.size());
            }
        }
        return film.frames() == 0
                ? Optional.empty()
                : film.gif(carried, part -> share.accept(DRAWN + (1 - DRAWN) * part), cancelled);
    }

    /** Displays and draws the given epochs. */
    private <P> void draw(Reel<P> reel, List<Seen<P>> some, int[] epochs, Film film) {
        int last = epochs[epochs.length - 1];
        int length = Math.max(1, last - epochs[0]);
        for (Seen<P> seen : some) {
            reel.show().accept(seen.picture());
            Figure figure = new Figure(reel.chart(), width, height, caption);
            double gone = (double) (seen.epoch() - epochs[0]) / length;
            film.add(new FilmFrame(figure, caption, said.apply(seen.epoch()), said.apply(last), gone).draw(scale));
        }
    }
}
