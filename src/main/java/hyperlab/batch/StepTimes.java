package hyperlab.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How long a step of a walk by each batch size takes, measured now on this machine with the walk's own code, the drawing of
 * orders included. The median of several rounds, after two that warm up and do not count.
 */
public final class StepTimes {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 2;
    private static final long ROUND_NANOS = 3_000_000;

    private final Map<Integer, Quartiles> seconds;

    private StepTimes(Map<Integer, Quartiles> seconds) {
        this.seconds = Map.copyOf(seconds);
    }

    /** Times known otherwise, by batch size; a test has its own clock. */
    public static StepTimes of(Map<Integer, Quartiles> seconds) {
        return new StepTimes(seconds);
    }

    /** Measures these batch sizes in turn, round by round; those that were not reached are missing when cancelled. */
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

    /** Seconds a step by this batch size takes. */
    public Quartiles of(int batch) {
        Quartiles measured = seconds.get(batch);
        if (measured == null) {
            throw new IllegalArgumentException("batch size " + batch + " was not measured");
        }
        return measured;
    }
}
