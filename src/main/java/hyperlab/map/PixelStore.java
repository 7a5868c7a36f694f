package hyperlab.map;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the pixels of a map beyond one computation. Called from several threads, one at a time. */
public interface PixelStore {
    /** A store that keeps nothing. */
    PixelStore NONE = new PixelStore() {
        @Override
        public @Nullable Pixel find(int column, int row) {
            return null;
        }

        @Override
        public void add(int column, int row, Pixel pixel) {
            // Nothing is kept.
        }
    };

    /** The stored pixel; null if it was never trained. */
    @Nullable
    Pixel find(int column, int row);

    /** Stores a pixel. */
    void add(int column, int row, Pixel pixel);

    /**
     * Stores a pixel with other colors, if the store keeps them.
     *
     * @param pixel with the color of the map
     * @param colors the pixel with each color that the same runs give; may be empty
     */
    default void add(int column, int row, Pixel pixel, Map<MapColor, Pixel> colors) {
        add(column, row, pixel);
    }
}
