package hyperlab.map;

import java.util.List;
import java.util.Optional;

/**
 * A batch size that divides the samples so badly that the last batch of each epoch is tiny, but takes a full step of
 * its own, and whose runs end worse than those of the nearest batch sizes on both sides whose last batch is not tiny.
 *
 * @param batch the batch size
 * @param samples the size of its last batch
 * @param rate the learning rate at which the difference is largest
 * @param value the color value there
 * @param neighbor the one of these two batch sizes with the worse value
 * @param neighborValue the color value of that one at the same rate
 */
public record TinyLastBatch(int batch, int samples, double rate, double value, int neighbor, double neighborValue) {
    private static final String RATE = "training.learningRate";
    private static final String BATCH_SIZE = "training.batchSize";
    private static final int MIN_BATCH = 16;
    /** A last batch of at most this fraction of the batch size is tiny. */
    private static final int TINY_FRACTION = 8;
    /** The loss is at least this many times that of both neighbors. */
    private static final double WORSE = 1.25;

    /**
     * The clearest case in a map of the loss over the learning rate (x) and the batch size (y).
     *
     * @param trainingSamples number of training samples
     * @return empty if there is none, or for other maps
     */
    public static Optional<TinyLastBatch> find(MapSnapshot snapshot, int trainingSamples) {
        MapSpecification map = snapshot.map();
        boolean isLoss = map.color() == MapColor.TRAIN_LOSS || map.color() == MapColor.VALIDATION_LOSS;
        if (!isLoss || !map.x().key().equals(RATE) || !map.y().key().equals(BATCH_SIZE)) {
            return Optional.empty();
        }
        List<String> rates = map.x().values();
        List<String> batches = map.y().values();
        TinyLastBatch clearest = null;
        double largest = WORSE;
        for (int row = 1; row < batches.size() - 1; row++) {
            int batch = wholeNumber(batches.get(row));
            int belowRow = neighbor(batches, row, -1, trainingSamples);
            int aboveRow = neighbor(batches, row, 1, trainingSamples);
            if (!isTiny(batch, trainingSamples) || belowRow < 0 || aboveRow < 0) {
                continue;
            }
            int below = wholeNumber(batches.get(belowRow));
            int above = wholeNumber(batches.get(aboveRow));
            for (int column = 0; column < rates.size(); column++) {
                double value = value(snapshot, column, row);
                double lower = value(snapshot, column, belowRow);
                double upper = value(snapshot, column, aboveRow);
                double ratio = value / Math.max(lower, upper);
                if (ratio >= largest) {
                    largest = ratio;
                    boolean isLower = lower > upper;
                    clearest = new TinyLastBatch(
                            batch,
                            trainingSamples % batch,
                            Double.parseDouble(rates.get(column)),
                            value,
                            isLower ? below : above,
                            isLower ? lower : upper);
                }
            }
        }
        return Optional.ofNullable(clearest);
    }

    /** The nearest row in a direction whose last batch is not tiny; −1 if there is none. */
    private static int neighbor(List<String> batches, int row, int direction, int trainingSamples) {
        for (int other = row + direction; other >= 0 && other < batches.size(); other += direction) {
            int batch = wholeNumber(batches.get(other));
            if (batch >= 1 && !isTiny(batch, trainingSamples)) {
                return other;
            }
        }
        return -1;
    }

    private static boolean isTiny(int batch, int trainingSamples) {
        int last = batch < 1 ? 0 : trainingSamples % batch;
        return batch >= MIN_BATCH && batch < trainingSamples && last > 0 && last <= batch / TINY_FRACTION;
    }

    /** −1 for a text that is not a whole number. */
    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** NaN unless the run is known and did not diverge. */
    private static double value(MapSnapshot snapshot, int column, int row) {
        Pixel pixel = snapshot.pixel(column, row);
        return pixel == null || pixel.diverged() || pixel.outcome() == PixelOutcome.INVALID
                ? Double.NaN
                : pixel.value();
    }
}
