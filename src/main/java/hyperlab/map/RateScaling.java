package hyperlab.map;

import hyperlab.train.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How the best learning rate η* of a network grows with the batch size B. For each seed there is one map; the slope of
 * its least-squares line of ln η* over ln B is the exponent p of η* ∝ B^p. The 95 % interval is the t interval of the
 * mean slope over the seeds ({@link PairedDifference}). The best rates are values of the axis, so that they are known
 * up to its spacing.
 *
 * @param seeds one entry for each seed, at least two
 * @param slope the mean slope
 * @param from the lower bound of the interval
 * @param to the upper bound of the interval
 */
public record RateScaling(List<SeedRates> seeds, double slope, double from, double to) {
    private static final String RATE = "training.learningRate";
    private static final String BATCH_SIZE = "training.batchSize";
    private static final int MIN_BATCHES = 3;

    /**
     * The best rates of one seed.
     *
     * @param rates of at least two batch sizes
     */
    public record SeedRates(long seed, List<BestRate> rates) {
        public SeedRates {
            rates = List.copyOf(rates);
        }

        /** The slope of the least-squares line through (ln B, ln η*). */
        public double slope() {
            double meanX = mean(rates.stream().mapToDouble(each -> Math.log(each.batchSize())));
            double meanY = mean(rates.stream().mapToDouble(each -> Math.log(each.rate())));
            double xy = 0;
            double xx = 0;
            for (BestRate each : rates) {
                double x = Math.log(each.batchSize()) - meanX;
                xy += x * (Math.log(each.rate()) - meanY);
                xx += x * x;
            }
            return xy / xx;
        }

        /**
         * The best rates on a map.
         *
         * @param snapshot a complete map of one seed
         * @return empty for other axes, for fewer than three batch sizes, or if a batch size has no best rate between
         *     both ends of the axis
         */
        public static Optional<SeedRates> of(MapSnapshot snapshot) {
            return seedRates(snapshot);
        }
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }

    /**
     * The best rate of a batch size under one seed.
     *
     * @param value the color value at this rate
     */
    public record BestRate(int batchSize, double rate, double value) {}

    /**
     * The best rates of a batch size over all seeds.
     *
     * @param mean the geometric mean
     * @param from the lower bound of its 95 % t interval, computed from the logarithms
     * @param to the upper bound
     */
    public record BatchRate(int batchSize, double mean, double from, double to) {}

    /**
     * By which factor the best rate grows from one batch size to another.
     *
     * @param batchFactor the ratio of the batch sizes
     * @param rateFactor the geometric mean of the ratios of both best rates
     * @param from the lower bound of its 95 % t interval, computed from the logarithms
     * @param to the upper bound
     */
    public record Growth(int fromBatch, int toBatch, double batchFactor, double rateFactor, double from, double to) {}

    /** What the interval says about the slope. */
    public enum Conclusion {
        /** The best rate falls: the interval lies below 0. */
        FALLS,
        /** The interval contains 0 but not 1: less than proportional, and growth is not shown. */
        NO_GROWTH_SHOWN,
        /** The interval lies between 0 and 1: the best rate grows, but less than in proportion. */
        LESS,
        /**
         * The interval contains 1 but not 0: it does not contradict proportionality, which it does not prove either.
         */
        COMPATIBLE,
        /** The interval lies above 1: the best rate grows more than in proportion. */
        MORE,
        /** The interval contains both 0 and 1. */
        OPEN
    }

    public RateScaling {
        seeds = List.copyOf(seeds);
    }

    /** Whether a map has the learning rate and the batch size of a network as axes. */
    public static boolean applies(MapSpecification map) {
        return map.subject() instanceof MapSubject.OfExperiment
                && map.color().hasValue()
                && (isAxes(map.x(), map.y()) || isAxes(map.y(), map.x()));
    }

    private static boolean isAxes(MapAxis rate, MapAxis batch) {
        return rate.key().equals(RATE) && batch.key().equals(BATCH_SIZE);
    }

    /**
     * The scaling of the best rates on maps of several seeds.
     *
     * @param maps complete maps that differ only in their seed
     * @return empty for other axes, for fewer than two seeds or three batch sizes, or if a batch size has no best rate
     *     between both ends of the axis
     */
    public static Optional<RateScaling> of(List<MapSnapshot> maps) {
        List<SeedRates> seeds = new ArrayList<>();
        for (MapSnapshot map : maps) {
            Optional<SeedRates> rates = seedRates(map);
            if (rates.isEmpty()) {
                return Optional.empty();
            }
            seeds.add(rates.get());
        }
        return seeds.size() < 2 ? Optional.empty() : Optional.of(ofRates(seeds));
    }

    /**
     * The scaling of the best rates of several seeds.
     *
     * @param seeds at least two
     */
    public static RateScaling ofRates(List<SeedRates> seeds) {
        double[] slopes = seeds.stream().mapToDouble(SeedRates::slope).toArray();
        PairedDifference mean = PairedDifference.of(new double[slopes.length], slopes);
        return new RateScaling(seeds, mean.mean(), mean.from(), mean.to());
    }

    private static Optional<SeedRates> seedRates(MapSnapshot snapshot) {
        MapSpecification map = snapshot.map();
        if (!applies(map) || !snapshot.progress().isComplete()) {
            return Optional.empty();
        }
        MapAxis axis = map.x().key().equals(RATE) ? map.x() : map.y();
        List<BestRate> rates = new ArrayList<>();
        for (RateRows.RateRow row : RateRows.of(snapshot).orElseThrow().rows()) {
            if (!(row.best() > axis.low() && row.best() < axis.high()) || !(row.other() >= 1)) {
                return Optional.empty();
            }
            rates.add(new BestRate((int) row.other(), row.best(), row.bestValue()));
        }
        if (rates.size() < MIN_BATCHES) {
            return Optional.empty();
        }
        long seed = ((MapSubject.OfExperiment) map.subject()).experiment().seed();
        return Optional.of(new SeedRates(seed, rates));
    }

    /** The best rate of each batch size, in the order of the first seed. */
    public List<BatchRate> batchRates() {
        List<BatchRate> batches = new ArrayList<>();
        for (int k = 0; k < seeds.get(0).rates().size(); k++) {
            PairedDifference logs = difference(null, k);
            batches.add(new BatchRate(
                    seeds.get(0).rates().get(k).batchSize(),
                    Math.exp(logs.mean()),
                    Math.exp(logs.from()),
                    Math.exp(logs.to())));
        }
        return batches;
    }

    /** How much the best rate grows over all batch sizes. */
    public Growth growth() {
        return growth(seeds.get(0).rates().size() - 1);
    }

    /**
     * How much the best rate grows up to the largest batch size until which proportional growth is compatible with the
     * seeds: the interval contains the factor of the batch size there and at all smaller ones. Empty if there is none.
     */
    public Optional<Growth> proportionalGrowth() {
        Optional<Growth> found = Optional.empty();
        for (int k = 1; k < seeds.get(0).rates().size(); k++) {
            Growth growth = growth(k);
            if (growth.from() > growth.batchFactor() || growth.to() < growth.batchFactor()) {
                break;
            }
            found = Optional.of(growth);
        }
        return found;
    }

    private Growth growth(int batch) {
        List<BestRate> first = seeds.get(0).rates();
        PairedDifference logs = difference(0, batch);
        return new Growth(
                first.get(0).batchSize(),
                first.get(batch).batchSize(),
                (double) first.get(batch).batchSize() / first.get(0).batchSize(),
                Math.exp(logs.mean()),
                Math.exp(logs.from()),
                Math.exp(logs.to()));
    }

    /** The differences of the logarithms of two best rates under each seed; of one of them if the first is null. */
    private PairedDifference difference(@Nullable Integer first, int second) {
        return PairedDifference.of(first == null ? new double[seeds.size()] : logs(first), logs(second));
    }

    private double[] logs(int batch) {
        return seeds.stream()
                .mapToDouble(each -> Math.log(each.rates().get(batch).rate()))
                .toArray();
    }

    /** The rate at a batch size on the line of the mean slope through the means of ln B and ln η*. */
    public double fitted(double batchSize) {
        List<BatchRate> batches = batchRates();
        double meanX = mean(batches.stream().mapToDouble(each -> Math.log(each.batchSize())));
        double meanY = mean(batches.stream().mapToDouble(each -> Math.log(each.mean())));
        return Math.exp(meanY + slope * (Math.log(batchSize) - meanX));
    }

    /** The rate at a batch size if the best rate of the smallest batch size grew in proportion. */
    public double proportional(double batchSize) {
        BatchRate smallest = batchRates().get(0);
        return smallest.mean() * batchSize / smallest.batchSize();
    }

    /** What the interval says. */
    public Conclusion conclusion() {
        if (to < 0) {
            return Conclusion.FALLS;
        }
        if (from > 1) {
            return Conclusion.MORE;
        }
        if (from > 0) {
            return to < 1 ? Conclusion.LESS : Conclusion.COMPATIBLE;
        }
        return to < 1 ? Conclusion.NO_GROWTH_SHOWN : Conclusion.OPEN;
    }
}
