package hyperlab.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a map with the learning rate on one axis says about each value of the other hyperparameter: up to which rate no
 * run diverges, and which rate is best. Only values all of whose pixels are known count.
 *
 * @param otherKey the key of the other hyperparameter
 * @param rows in the order of the other axis
 */
public record RateRows(String otherKey, List<RateRow> rows) {
    private static final String RATE = "training.learningRate";
    private static final String DESCENT_RATE = "learningRate";
    private static final String BATCH_SIZE = "training.batchSize";
    /** Ratios count as constant if the largest is at most this many times the smallest. */
    private static final double CONSTANT_WITHIN = 1.5;
    /** A constant ratio covers at least this factor of batch sizes. */
    private static final double MIN_COVERED = 4;

    private static final int MIN_ROWS = 3;

    /**
     * One value of the other hyperparameter.
     *
     * @param index its index on the other axis
     * @param other the value as a number; NaN if it is none
     * @param limit the largest rate below which no run of the row diverged, with any seed; NaN if the smallest rate
     *     diverged
     * @param firstDiverged the smallest rate that diverged, with any seed; NaN if none did
     * @param best the rate with the best color value, the smallest if several have it; NaN if no run has one, all have
     *     the same, or the smallest value is not the best, as for a generalization gap
     * @param bestValue that value
     */
    public record RateRow(int index, double other, double limit, double firstDiverged, double best, double bestValue) {}

    /**
     * The batch sizes, from the smallest on, whose best learning rates are proportional to the batch size, which means
     * that η/B differs at most by a factor of {@value #CONSTANT_WITHIN}.
     *
     * @param fromBatch the smallest batch size
     * @param toBatch the largest one, at least {@value #MIN_COVERED} times the smallest
     * @param low the smallest η/B
     * @param high the largest η/B
     */
    public record ConstantRatio(double fromBatch, double toBatch, double low, double high) {
        /** The geometric mean of both ratios. */
        public double middle() {
            return Math.sqrt(low * high);
        }
    }

    public RateRows {
        rows = List.copyOf(rows);
    }

    /** Whether one axis of a map is the learning rate. */
    public static boolean hasRate(MapSpecification map) {
        return isRate(map.x()) || isRate(map.y());
    }

    /** Empty if neither axis is the learning rate. */
    public static Optional<RateRows> of(MapSnapshot snapshot) {
        if (!hasRate(snapshot.map())) {
            return Optional.empty();
        }
        boolean onX = isRate(snapshot.map().x());
        MapAxis rateAxis = onX ? snapshot.map().x() : snapshot.map().y();
        MapAxis otherAxis = onX ? snapshot.map().y() : snapshot.map().x();
        double[] rates = numbers(rateAxis.values());
        double[] others = numbers(otherAxis.values());
        List<RateRow> rows = new ArrayList<>();
        for (int other = 0; other < others.length; other++) {
            Pixel[] pixels = new Pixel[rates.length];
            boolean complete = true;
            for (int rate = 0; rate < rates.length && complete; rate++) {
                Pixel pixel = onX ? snapshot.pixel(rate, other) : snapshot.pixel(other, rate);
                complete = pixel != null;
                if (pixel != null) {
                    pixels[rate] = pixel;
                }
            }
            if (complete) {
                rows.add(row(other, others[other], rates, pixels, snapshot.map().color()));
            }
        }
        return Optional.of(new RateRows(otherAxis.key(), rows));
    }

    private static boolean isRate(MapAxis axis) {
        return axis.key().equals(RATE) || axis.key().equals(DESCENT_RATE);
    }

    private static double[] numbers(List<String> texts) {
        return texts.stream().mapToDouble(RateRows::number).toArray();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static RateRow row(int index, double other, double[] rates, Pixel[] pixels, MapColor color) {
        int diverged = 0;
        while (diverged < rates.length && pixels[diverged].divergedShare() == 0) {
            diverged++;
        }
        int best = best(pixels, color);
        return new RateRow(
                index,
                other,
                diverged == 0 ? Double.NaN : rates[diverged - 1],
                diverged == rates.length ? Double.NaN : rates[diverged],
                best < 0 ? Double.NaN : rates[best],
                best < 0 ? Double.NaN : pixels[best].value());
    }

    /** The index of the best rate; −1 if there is none. */
    private static int best(Pixel[] pixels, MapColor color) {
        int best = -1;
        int count = 0;
        boolean differ = false;
        for (int i = 0; i < pixels.length; i++) {
            if (!pixels[i].diverged() && Double.isFinite(pixels[i].value())) {
                count++;
                differ |= best >= 0 && pixels[i].value() != pixels[best].value();
                boolean better = best < 0
                        || (color.isLargerBetter()
                                ? pixels[i].value() > pixels[best].value()
                                : pixels[i].value() < pixels[best].value());
                best = better ? i : best;
            }
        }
        boolean isBest = color != MapColor.GENERALIZATION_GAP && (differ || count == 1);
        return isBest ? best : -1;
    }

    /** Empty if the other hyperparameter is not the batch size, or the best rates are not proportional to it. */
    public Optional<ConstantRatio> constantRatio() {
        if (!otherKey.equals(BATCH_SIZE)) {
            return Optional.empty();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        int count = 0;
        double last = Double.NaN;
        for (RateRow row : rows) {
            double ratio = row.best() / row.other();
            if (!(Math.max(high, ratio) <= CONSTANT_WITHIN * Math.min(low, ratio))) {
                break;
            }
            low = Math.min(low, ratio);
            high = Math.max(high, ratio);
            last = row.other();
            count++;
        }
        boolean enough = count >= MIN_ROWS && last >= MIN_COVERED * rows.get(0).other();
        return enough ? Optional.of(new ConstantRatio(rows.get(0).other(), last, low, high)) : Optional.empty();
    }
}
