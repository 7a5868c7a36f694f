package hyperlab.batch;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Standardizer;
import hyperlab.random.RandomStream;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the training speed in samples per second for each batch size, live on this machine with the real trainer and
 * the default network. The rows of the data are repeated until a smaller last batch hardly matters. Each round measures
 * all sizes once, in a new random order, so that other load on the machine affects all of them. The first round is a
 * warm-up and does not count.
 *
 * @param data the rows to train on; they are standardized
 * @param sizes the batch sizes
 * @param rounds how often each size is measured, ≥ 1
 * @param seconds the minimum duration of the optimizer steps in one measurement
 * @param seed the seed of the random orders
 */
public record SpeedStudy(DataSet data, List<Integer> sizes, int rounds, double seconds, long seed)
        implements IncrementalStudy<SpeedStudy.Speed> {
    public static final int LARGEST_BATCH = 512;
    private static final int LEAST_ROWS = 4_096;
    private static final String STREAM = "speed";
    private static final EpochReport NONE = new EpochReport(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public SpeedStudy {
        sizes = List.copyOf(sizes);
    }

    /** The study that the lab runs: powers of two and their neighbors, eleven rounds. */
    public static SpeedStudy usual(DataSet data, long seed) {
        return new SpeedStudy(data, BatchSizes.powersWithNeighbours(LARGEST_BATCH), 11, 0.02, seed);
    }

    /**
     * The speed at one batch size.
     *
     * @param batch B
     * @param samplesASecond samples per second, one number for each round so far, in the order of the rounds
     */
    public record Speed(int batch, List<Double> samplesASecond) {
        public Speed {
            samplesASecond = List.copyOf(samplesASecond);
        }

        public Quartiles quartiles() {
            return Quartiles.of(
                    samplesASecond.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /**
     * How much faster a power of two is than its two neighbors: the ratio of its speed to their mean, minus 1, in each
     * round. The three are compared within a round, so that a slow period of the machine affects all of them.
     *
     * @param batch the power of two
     * @param gain the quartiles over the rounds; above 0 if the power of two is faster
     * @param faster the number of rounds in which it was faster
     * @param rounds the number of rounds
     */
    public record PowerGain(int batch, Quartiles gain, int faster, int rounds) {
        /**
         * Whether the power of two is faster (1), slower (−1), or not significantly different (0), by a two-sided sign
         * test at the 5% level with Bonferroni correction for {@code powers} tests.
         */
        public int verdict(int powers) {
            double chance = 2 * tail(Math.max(faster, rounds - faster)) * powers;
            return chance > 0.05 ? 0 : Integer.signum(2 * faster - rounds);
        }

        /** The probability of at least {@code hits} heads in {@code rounds} coin tosses. */
        private double tail(int hits) {
            double sum = 0;
            double term = Math.pow(0.5, rounds);
            for (int k = rounds; k >= hits; k--) {
                sum += term;
                term *= k / (rounds - k + 1.0);
            }
            return sum;
        }
    }

    /** The gain of each power of two that was measured together with both of its neighbors. */
    public static List<PowerGain> gains(List<Speed> speeds) {
        List<PowerGain> gains = new ArrayList<>();
        for (Speed speed : speeds) {
            Speed before = find(speeds, speed.batch() - 1);
            Speed after = find(speeds, speed.batch() + 1);
            boolean power = Integer.bitCount(speed.batch()) == 1 && speed.batch() > 2;
            if (power && before != null && after != null) {
                double[] gain = IntStream.range(0, speed.samplesASecond().size())
                        .mapToDouble(round -> 2
                                        * speed.samplesASecond().get(round)
                                        / (before.samplesASecond().get(round)
                                                + after.samplesASecond().get(round))
                                - 1)
                        .toArray();
                int faster =
                        (int) DoubleStream.of(gain).filter(more -> more > 0).count();
                gains.add(new PowerGain(speed.batch(), Quartiles.of(gain), faster, gain.length));
            }
        }
        return gains;
    }

    private static @Nullable Speed find(List<Speed> speeds, int batch) {
        return speeds.stream()
                .filter(speed -> speed.batch() == batch)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void run(PartialResultsListener<Speed> listener, BooleanSupplier cancelled) {
        Partition rows = repeated();
        List<List<Double>> found = sizes.stream()
                .map(size -> (List<Double>) new ArrayList<Double>())
                .toList();
        RandomStream orders = RandomStream.named(seed, STREAM);
        int[] order = IntStream.range(0, sizes.size()).toArray();
        for (int round = 0; round <= rounds; round++) {
            orders.shuffle(order);
            for (int k = 0; k < order.length; k++) {
                double speed = measure(rows, sizes.get(order[k]), cancelled);
                if (cancelled.getAsBoolean()) {
                    return;
                }
                if (round > 0) {
                    found.get(order[k]).add(speed);
                }
                boolean roundEnds = k == order.length - 1;
                listener.resultsChanged(
                        round > 0 ? speeds(found, roundEnds ? round : round - 1) : List.of(),
                        (round * order.length + k + 1.0) / ((rounds + 1) * order.length));
            }
        }
    }

    /**
     * The speeds in the first {@code whole} rounds, which are complete for all sizes; empty if no round is complete.
     */
    private List<Speed> speeds(List<List<Double>> found, int whole) {
        return whole == 0
                ? List.of()
                : IntStream.range(0, sizes.size())
                        .mapToObj(k -> new Speed(sizes.get(k), found.get(k).subList(0, whole)))
                        .toList();
    }

    private Partition repeated() {
        DataSet scaled = data.withFeatures(Standardizer.fit(data.features()).scaled(data.features()));
        int copies = (LEAST_ROWS + scaled.samples() - 1) / scaled.samples();
        int[] rows = IntStream.range(0, copies * scaled.samples())
                .map(row -> row % scaled.samples())
                .toArray();
        int[] judged = {0, scaled.samples() - 1};
        return new Partition(data, scaled.rows(rows), scaled.rows(judged), rows, judged, null);
    }

    /**
     * Measures from the end of the first epoch, when all buffers have reached their size, to the end of the first epoch
     * after the minimum time has passed.
     */
    private double measure(Partition rows, int batch, BooleanSupplier cancelled) {
        TrainingSettings training =
                TrainingSettings.DEFAULT.withBatchSize(new BatchSize(batch)).withEpochs(TrainingSettings.MAX_EPOCHS);
        Experiment experiment = Experiment.DEFAULT.withTraining(training);
        Clock clock = new Clock();
        new TrainingRun(experiment, rows, null).train(clock::hear, () -> clock.isUp || cancelled.getAsBoolean());
        double time = clock.last.trainSeconds() - clock.first.trainSeconds();
        int epochs = clock.last.epoch() - clock.first.epoch();
        return (double) epochs * rows.train().samples() / time;
    }

    private final class Clock {
        private EpochReport first = NONE;
        private EpochReport last = NONE;
        private boolean isUp;

        void hear(EpochReport report) {
            if (report.epoch() <= 1) {
                first = report;
            }
            last = report;
            isUp = report.epoch() > 1 && report.trainSeconds() - first.trainSeconds() >= seconds;
        }
    }
}
