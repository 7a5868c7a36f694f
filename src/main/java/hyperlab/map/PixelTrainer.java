package hyperlab.map;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Performs the training runs of a map. Thread-safe: several threads train pixels at the same time. */
public interface PixelTrainer {
    /**
     * Trains one pixel. The result depends only on the two values.
     *
     * @param x value of the key of the x axis
     * @param y value of the key of the y axis
     * @param cancelled checked often; true stops the run
     * @return the result; null if cancelled
     */
    @Nullable
    Pixel train(String x, String y, BooleanSupplier cancelled);
}
