package hyperlab.batch;

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
    private static final int WARM_UP = 2;
    private static final long ROUND_NANOS = 3_000_000;

    private final Map<Integer, Quartiles> seconds;

    private StepTimes(Map<Integer, Quartiles> seconds) {
        this.seconds = Map.copyOf(seconds);
    }

    /** Wraps times that are already known, in seconds by batch size; tests use this instead of a real clock. */
    public static StepTimes of(Map<Integer, Quartiles> seconds) {
        return new StepTimes(seconds);
    }

    /**
     * Measures these batch sizes in turn, round by round. If it is canceled, batch sizes without a measurement are
     * missing.
     */
    public static StepTimes measure(
            TwoWeightModel model, BatchSettings training, List<Integer> sizes, BooleanSupplier cancelled) {
        Map<Integer, List<Double>> found = new HashMap<>();
        for (int round = -WARM_UP; round < ROUNDS && !cancelled.getAsBoolean(); round++) {
            for (int batch : sizes) {
                double time = measure(model, training, batch);
                if (round >= 0) {
                    found.computeIfAbsent(batch, size -> new ArrayList<>()).add(time);
                }
            }
        }
        Map<Integer, Quartiles> seconds = new HashMap<>();
        found.forEach((batch, times) -> seconds.put(
                batch,
                Quartiles.of(times.stream().mapToDouble(Double::doubleValue).toArray())));
        return new StepTimes(seconds);
    }

    private static double measure(TwoWeightModel model, BatchSettings training, int batch) {
        EpochCut cut = new EpochCut(model.samples(), batch, training.dropLast());
        double rate = 0.1 / model.whole().largestCurvature();
        BatchWalk.Steps walking = new BatchWalk.Steps(model, cut, rate, training.shuffle(), 0);
        walking.start(model.leastX(), model.leastY());
        long steps = 0;
        long begun = System.nanoTime();
        long now = begun;
        while (now - begun < ROUND_NANOS) {
            for (int k = 0; k < cut.steps(); k++) {
                walking.step();
            }
            steps += cut.steps();
            now = System.nanoTime();
        }
        return (now - begun) / 1e9 / steps;
    }

    /** Whether this batch size was measured. */
    public boolean has(int batch) {
        return seconds.containsKey(batch);
    }

    /**
     * The quartiles of the seconds that a step with this batch size takes.
     *
     * @throws IllegalArgumentException if this batch size was not measured
     */
    public Quartiles of(int batch) {
        Quartiles measured = seconds.get(batch);
        if (measured == null) {
            throw new IllegalArgumentException("batch size " + batch + " was not measured");
        }
        return measured;
    }
}
