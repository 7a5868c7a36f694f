package hyperlab.batch;

import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The time of an SGD step for each batch size, measured live on this machine with the actual step code, including the
 * time to shuffle the samples. It is the median of several rounds, after two warm-up rounds that do not count.
 */
public final class StepTimes {
    private static final int ROUNDS = 9;
    private static final int WARM_UP_ROUNDS = 2;
    private static final long MIN_ROUND_NANOS = 3_000_000;

    private final Map<Integer, Quantiles> seconds;

    private StepTimes(Map<Integer, Quantiles> seconds) {
        this.seconds = Map.copyOf(seconds);
    }

    /** Wraps times that are already known, in seconds by batch size; tests use this instead of a real clock. */
    public static StepTimes of(Map<Integer, Quantiles> seconds) {
        return new StepTimes(seconds);
    }

    /**
     * Measures these batch sizes in turn, round by round. If it is canceled, batch sizes without a measurement are
     * missing.
     */
    public static StepTimes measure(
            TwoWeightModel model, BatchSettings training, List<Integer> sizes, BooleanSupplier cancelled) {
        Map<Integer, List<Double>> secondsBySize = new HashMap<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS && !cancelled.getAsBoolean(); round++) {
            for (int batchSize : sizes) {
                double time = measure(model, training, batchSize);
                if (round >= 0) {
                    secondsBySize
                            .computeIfAbsent(batchSize, size -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        Map<Integer, Quantiles> seconds = new HashMap<>();
        secondsBySize.forEach((batchSize, times) -> seconds.put(
                batchSize,
                Quantiles.ofPossiblyInfinite(
                        times.stream().mapToDouble(Double::doubleValue).toArray())));
        return new StepTimes(seconds);
    }

    private static double measure(TwoWeightModel model, BatchSettings training, int batchSize) {
        EpochBatches cut = new EpochBatches(model.samples(), batchSize, training.dropLast());
        double rate = 0.1 / model.fullLoss().largestCurvature();
        SgdPath.SgdStepper stepper = new SgdPath.SgdStepper(model, cut, rate, training.shuffle(), 0);
        stepper.start(model.minimumX(), model.minimumY());
        long steps = 0;
        long startNanos = System.nanoTime();
        long currentNanos = startNanos;
        while (currentNanos - startNanos < MIN_ROUND_NANOS) {
            for (int k = 0; k < cut.steps(); k++) {
                stepper.step();
            }
            steps += cut.steps();
            currentNanos = System.nanoTime();
        }
        return (currentNanos - startNanos) / 1e9 / steps;
    }

    /** Whether this batch size was measured. */
    public boolean isMeasured(int batchSize) {
        return seconds.containsKey(batchSize);
    }

    /**
     * The quartiles of the seconds that a step with this batch size takes.
     *
     * @throws IllegalArgumentException if this batch size was not measured
     */
    public Quantiles of(int batchSize) {
        Quantiles measured = seconds.get(batchSize);
        if (measured == null) {
            throw new IllegalArgumentException("batch size " + batchSize + " was not measured");
        }
        return measured;
    }
}
