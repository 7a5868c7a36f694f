package hyperlab.convolution;

import hyperlab.nn.ImagePooling;
import hyperlab.nn.Pooling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Translation invariance: how much the maps of a network's first layer and its prediction change when the image is
 * shifted, before and after pooling.
 *
 * @param shifts in order of increasing shift to the right
 * @param predictedClass the class that the network predicts for the unshifted image
 */
public record ShiftSensitivity(List<ShiftResult> shifts, int predictedClass) {
    private static final double MIN_NORM = 1e-300;

    public ShiftSensitivity {
        shifts = List.copyOf(shifts);
    }

    /**
     * The changes at one shift.
     *
     * @param shift pixels to the right
     * @param change ‖maps − maps at 0‖ / ‖maps at 0‖ of the first convolution, after ReLU
     * @param pooledChange the same after max pooling; NaN without pooling
     * @param averageChange the same with average pooling instead; NaN without pooling
     * @param probability of the class {@code answer}
     */
    public record ShiftResult(int shift, double change, double pooledChange, double averageChange, double probability) {
        /** How far the changes after max and after average pooling are apart; NaN without pooling. */
        public double poolingDifference() {
            return Math.abs(pooledChange - averageChange);
        }
    }

    /**
     * Measures shifts from −{@code reach} to {@code reach}. The image must have the size that the network was trained
     * on.
     */
    public static ShiftSensitivity of(NetworkSnapshot network, InputImage image, int maxShift) {
        NetworkSnapshot.ImageActivations unshifted = network.inspect(image);
        int predictedClass = unshifted.predictedClass();
        List<ShiftResult> shifts = new ArrayList<>();
        for (int shift = -maxShift; shift <= maxShift; shift++) {
            NetworkSnapshot.ImageActivations shifted = network.inspect(image.shifted(shift, 0));
            shifts.add(new ShiftResult(
                    shift,
                    change(unshifted.maps(), shifted.maps(), false),
                    change(unshifted.maps(), shifted.maps(), true),
                    averageChange(
                            network.settings().pool(),
                            unshifted.maps().get(0),
                            shifted.maps().get(0)),
                    shifted.probabilities()[predictedClass]));
        }
        return new ShiftSensitivity(shifts, predictedClass);
    }

    /** The shift at which max and average pooling differ most; empty if they never differ, or without pooling. */
    public Optional<ShiftResult> largestPoolingDifference() {
        return shifts.stream()
                .filter(each -> each.poolingDifference() > 0)
                .max(Comparator.comparingDouble(ShiftResult::poolingDifference));
    }

    private static double change(
            List<NetworkSnapshot.LayerMaps> unshifted, List<NetworkSnapshot.LayerMaps> shifted, boolean pooled) {
        for (int k = 0; k < unshifted.size(); k++) {
            NetworkSnapshot.LayerMaps before = unshifted.get(k);
            if (before.layer() == 0 && before.pooled() == pooled) {
                return distance(before.values(), shifted.get(k).values()) / Math.max(norm(before.values()), MIN_NORM);
            }
        }
        return Double.NaN;
    }

    private static double averageChange(
            int pool, NetworkSnapshot.LayerMaps unshifted, NetworkSnapshot.LayerMaps shifted) {
        if (pool == 1) {
            return Double.NaN;
        }
        ImagePooling pooling = new ImagePooling(unshifted.shape(), Pooling.AVERAGE, pool);
        double[] before = pooling.pool(unshifted.values());
        return distance(before, pooling.pool(shifted.values())) / Math.max(norm(before), MIN_NORM);
    }

    private static double norm(double... numbers) {
        return distance(numbers, new double[numbers.length]);
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
