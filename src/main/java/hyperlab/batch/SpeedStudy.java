package hyperlab.batch;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.Standardizer;
import hyperlab.random.RandomStream;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
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
        implements IncrementalStudy<SpeedStudy.BatchSpeed> {
    public static final int MAX_BATCH_SIZE = 512;
    /** The level of all sign tests together. */
    public static final double SIGNIFICANCE_LEVEL = 0.05;

    private static final int MIN_ROWS = 4_096;
    private static final String STREAM_NAME = "speed";
    private static final EpochReport EMPTY_REPORT = new EpochReport(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public SpeedStudy {
        sizes = List.copyOf(sizes);
    }

    /** The study that the lab runs: powers of two and their neighbors, eleven rounds. */
    public static SpeedStudy withDefaults(DataSet data, long seed) {
        return new SpeedStudy(data, BatchSizes.powersWithNeighbors(MAX_BATCH_SIZE), 11, 0.02, seed);
    }

    /**
     * The speed at one batch size.
     *
     * @param batchSize B
     * @param samplesPerSecond samples per second, one number for each round so far, in the order of the rounds
     */
    public record BatchSpeed(int batchSize, List<Double> samplesPerSecond) {
        public BatchSpeed {
            samplesPerSecond = List.copyOf(samplesPerSecond);
        }

        public Quantiles quartiles() {
            return Quantiles.ofPossiblyInfinite(
                    samplesPerSecond.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /**
     * How much faster a power of two is than its two neighbors: the ratio of its speed to their mean, minus 1, in each
     * round. The three are compared within a round, so that a slow period of the machine affects all of them.
     *
     * @param batchSize the power of two
     * @param gain the quartiles over the rounds; above 0 if the power of two is faster
     * @param fasterRounds the number of rounds in which it was faster
     * @param rounds the number of rounds
     */
    public record PowerOfTwoGain(int batchSize, Quantiles gain, int fasterRounds, int rounds) {
        /**
         * Whether the power of two is faster (1), slower (−1), or not significantly different (0), by a two-sided sign
         * test at the 5% level with Bonferroni correction for {@code powers} tests.
         */
        public int significance(int comparisons) {
            double pValue = 2 * binomialTail(Math.max(fasterRounds, rounds - fasterRounds)) * comparisons;
            return pValue > SIGNIFICANCE_LEVEL ? 0 : Integer.signum(2 * fasterRounds - rounds);
        }

        /** The probability of at least {@code hits} heads in {@code rounds} coin tosses. */
        private double binomialTail(int hits) {
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
    public static List<PowerOfTwoGain> gains(List<BatchSpeed> speeds) {
        List<PowerOfTwoGain> gains = new ArrayList<>();
        for (BatchSpeed speed : speeds) {
            BatchSpeed before = speedOf(speeds, speed.batchSize() - 1);
            BatchSpeed after = speedOf(speeds, speed.batchSize() + 1);
            boolean power = Integer.bitCount(speed.batchSize()) == 1 && speed.batchSize() > 2;
            if (power && before != null && after != null) {
                double[] gainPerRound = IntStream.range(
                                0, speed.samplesPerSecond().size())
                        .mapToDouble(round -> 2
                                        * speed.samplesPerSecond().get(round)
                                        / (before.samplesPerSecond().get(round)
                                                + after.samplesPerSecond().get(round))
                                - 1)
                        .toArray();
                int faster = (int)
                        DoubleStream.of(gainPerRound).filter(more -> more > 0).count();
                gains.add(new PowerOfTwoGain(
                        speed.batchSize(), Quantiles.ofPossiblyInfinite(gainPerRound), faster, gainPerRound.length));
            }
        }
        return gains;
    }

    private static @Nullable BatchSpeed speedOf(List<BatchSpeed> speeds, int batch) {
        return speeds.stream()
                .filter(speed -> speed.batchSize() == batch)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void run(PartialResultsListener<BatchSpeed> listener, BooleanSupplier cancelled) {
        DataSplit rows = repeatRows();
        List<List<Double>> speedsBySize = sizes.stream()
                .map(size -> (List<Double>) new ArrayList<Double>())
                .toList();
        RandomStream orderStream = RandomStream.named(seed, STREAM_NAME);
        int[] order = IntStream.range(0, sizes.size()).toArray();
        for (int round = 0; round <= rounds; round++) {
            orderStream.shuffle(order);
            for (int k = 0; k < order.length; k++) {
                double speed = measure(rows, sizes.get(order[k]), cancelled);
                if (cancelled.getAsBoolean()) {
                    return;
                }
                if (round > 0) {
                    speedsBySize.get(order[k]).add(speed);
                }
                boolean isRoundComplete = k == order.length - 1;
                listener.resultsChanged(
                        round > 0 ? speeds(speedsBySize, isRoundComplete ? round : round - 1) : List.of(),
                        (round * order.length + k + 1.0) / ((rounds + 1) * order.length));
            }
        }
    }

    /**
     * The speeds in the first {@code whole} rounds, which are complete for all sizes; empty if no round is complete.
     */
    private List<BatchSpeed> speeds(List<List<Double>> speedsBySize, int completeRounds) {
        return completeRounds == 0
                ? List.of()
                : IntStream.range(0, sizes.size())
                        .mapToObj(k ->
                                new BatchSpeed(sizes.get(k), speedsBySize.get(k).subList(0, completeRounds)))
                        .toList();
    }

    private DataSplit repeatRows() {
        DataSet scaled = data.withFeatures(Standardizer.fit(data.features()).scaled(data.features()));
        int copies = (MIN_ROWS + scaled.samples() - 1) / scaled.samples();
        int[] rows = IntStream.range(0, copies * scaled.samples())
                .map(row -> row % scaled.samples())
                .toArray();
        int[] validationRows = {0, scaled.samples() - 1};
        return new DataSplit(data, scaled.rows(rows), scaled.rows(validationRows), rows, validationRows, null);
    }

    /**
     * Measures from the end of the first epoch, when all buffers have reached their size, to the end of the first epoch
     * after the minimum time has passed.
     */
    private double measure(DataSplit rows, int batch, BooleanSupplier cancelled) {
        TrainingSettings training =
                TrainingSettings.DEFAULT.withBatchSize(new BatchSize(batch)).withEpochs(TrainingSettings.MAX_EPOCHS);
        Experiment experiment = Experiment.DEFAULT.withTraining(training);
        EpochTimer timer = new EpochTimer();
        new TrainingRun(experiment, rows, null)
                .train(timer::recordEpoch, () -> timer.isTimeUp || cancelled.getAsBoolean());
        double time = timer.last.trainSeconds() - timer.first.trainSeconds();
        int epochs = timer.last.epoch() - timer.first.epoch();
        return (double) epochs * rows.train().samples() / time;
    }

    private final class EpochTimer {
        private EpochReport first = EMPTY_REPORT;
        private EpochReport last = EMPTY_REPORT;
        private boolean isTimeUp;

        void recordEpoch(EpochReport report) {
            if (report.epoch() <= 1) {
                first = report;
            }
            last = report;
            isTimeUp = report.epoch() > 1 && report.trainSeconds() - first.trainSeconds() >= seconds;
        }
    }
}
