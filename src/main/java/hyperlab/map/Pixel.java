package hyperlab.map;

/**
 * The result of the training run, or runs with several seeds, of one pixel.
 *
 * @param outcome how the run ended; with several seeds, how the median run ended, in the order from best to worst:
 *     converged and oscillating runs by their value, then diverged runs, the one that diverged last first. Of two
 *     median runs, the better one.
 * @param epochs for a run that diverged, when it did, with the fraction of the epoch that it diverged in; otherwise
 *     the number of epochs; of the median run
 * @param value the color value of the median run; NaN if it diverged, or has no value
 * @param divergedShare the fraction of the seeds that diverged, in [0, 1]
 */
public record Pixel(PixelOutcome outcome, double epochs, double value, double divergedShare) {
    /** A pixel whose settings are invalid. */
    public static final Pixel INVALID = new Pixel(PixelOutcome.INVALID, 0, Double.NaN, 0);

    /** Whether the pixel shows how soon its run diverged instead of a color value. */
    public boolean diverged() {
        return outcome == PixelOutcome.DIVERGED;
    }
}
