package hyperlab.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The objective by epoch of one trial while it trains, in bounded memory. Which points it keeps depends only on the
 * values: every epoch that is a multiple of the stride, the last and the best one (the earliest of several). The stride
 * is the smallest power of two with which the capacity is enough. Values that are not finite are left out.
 */
public final class TrialCurveBuffer {
    /** How many multiples of the stride a curve has. */
    public static final int CAPACITY = 240;

    private final boolean largerIsBetter;
    private final double[] epochs;
    private final double[] values;
    private int size;
    private int stride = 1;
    private int recorded;
    private double lastEpoch;
    private double lastValue;
    private double bestEpoch;
    private double bestValue = Double.NaN;

    /** @param capacity how many multiples of the stride are kept, at least 2 */
    public TrialCurveBuffer(int capacity, boolean largerIsBetter) {
        this.largerIsBetter = largerIsBetter;
        epochs = new double[capacity];
        values = new double[capacity];
    }

    /**
     * Adds the value of an epoch. If a trial is trained again from its start, the epochs that are known are ignored.
     */
    public void add(int epoch, double value) {
        if (!Double.isFinite(value) || (recorded > 0 && epoch <= lastEpoch)) {
            return;
        }
        recorded++;
        lastEpoch = epoch;
        lastValue = value;
        if (Double.isNaN(bestValue) || (largerIsBetter ? value > bestValue : value < bestValue)) {
            bestEpoch = epoch;
            bestValue = value;
        }
        while (epoch / stride >= epochs.length) {
            doubleStride();
        }
        if (epoch % stride == 0) {
            epochs[size] = epoch;
            values[size++] = value;
        }
    }

    private void doubleStride() {
        stride *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (epochs[i] % stride == 0) {
                epochs[kept] = epochs[i];
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    /** Returns what {@code use} makes of the epochs and the values. */
    public <R> R points(BiFunction<double[], double[], R> use) {
        if (stride == 1) {
            return use.apply(Arrays.copyOf(epochs, size), Arrays.copyOf(values, size));
        }
        TreeMap<Double, Double> points = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            points.put(epochs[i], values[i]);
        }
        points.put(bestEpoch, bestValue);
        points.put(lastEpoch, lastValue);
        return use.apply(
                points.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                points.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The curve so far. */
    public TrialCurve curve() {
        return points((x, y) -> {
            List<Integer> steps = new ArrayList<>();
            for (double epoch : x) {
                steps.add((int) epoch);
            }
            return new TrialCurve(steps, Arrays.stream(y).boxed().toList(), recorded);
        });
    }
}
