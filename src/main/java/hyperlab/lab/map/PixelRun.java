package hyperlab.lab.map;

import hyperlab.file.Document;
import hyperlab.map.Pixel;
import org.jspecify.annotations.Nullable;

/**
 * The training run of one pixel, with the first seed.
 *
 * @param cell the pixel
 * @param x the value of the column, as in a file
 * @param y the value of the row
 * @param pixel the result, of the median seed if there are several
 * @param losses entry k is the training loss after k epochs, or steps; ends where the run diverged; not modified
 * @param steps number of optimizer steps
 * @param document the run as a document of another lab; null if no lab can show it
 */
record PixelRun(
        MapCell cell,
        String x,
        String y,
        Pixel pixel,
        double[] losses,
        long steps,
        @Nullable Document document) {
    /** The number of epochs, or steps, after which the losses still agree with another run's within a fraction. */
    int agreesUntil(PixelRun other, double fraction) {
        int last = Math.min(losses.length, other.losses.length);
        int index = 0;
        while (index < last
                && Math.abs(losses[index] - other.losses[index])
                        <= fraction * Math.max(Math.abs(losses[index]), Math.abs(other.losses[index]))) {
            index++;
        }
        return index - 1;
    }
}
