package hyperlab.map;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Performs the training runs of a map. The result of a pixel depends only on its two values. Thread-safe: several
 * threads train pixels at the same time.
 */
public interface PixelTrainer {
    /**
     * The values of a pixel, as texts of a file.
     *
     * @param x of the key of the x axis
     * @param y of the key of the y axis
     */
    record PixelValues(String x, String y) {}

    /** Receives the results of pixels. */
    @FunctionalInterface
    interface PixelConsumer {
        /**
         * Called when a pixel has been trained.
         *
         * @param index position of the pixel in the list of pixels to train
         * @param pixel with the color of the map
         * @param colors the pixel with each color that the same runs give; may be empty
         */
        void accept(int index, Pixel pixel, Map<MapColor, Pixel> colors);
    }

    /**
     * Trains one pixel.
     *
     * @param cancelled checked often; true stops the run
     * @return the result; null if cancelled
     */
    @Nullable
    Pixel train(PixelValues values, BooleanSupplier cancelled);

    /** How many pixels are best trained together by one thread; 1 if it makes no difference. */
    default int preferredBatch() {
        return 1;
    }

    /** Whether the pixels that are best trained together are those of a column; otherwise, those of a row. */
    default boolean groupsColumns() {
        return false;
    }

    /**
     * Trains several pixels on the calling thread, in any order.
     *
     * @param cancelled checked often; true stops the runs
     */
    default void trainAll(List<PixelValues> pixels, PixelConsumer results, BooleanSupplier cancelled) {
        for (int i = 0; i < pixels.size(); i++) {
            Pixel pixel = train(pixels.get(i), cancelled);
            if (pixel == null) {
                return;
            }
            results.accept(i, pixel, Map.of());
        }
    }
}
