package hyperlab.convolution;

import hyperlab.nn.ImagePooling;
import hyperlab.nn.Pooling;
import java.util.ArrayList;
import java.util.List;

/**
 * Translation invariance: how much the maps of a network's first layer and its prediction change when the image is
 * shifted, before and after pooling.
 *
 * @param points in order of increasing shift to the right
 * @param answer the class that the network predicts for the unshifted image
 */
public record Forgiveness(List<Point> points, int answer) {
    private static final double SMALLEST = 1e-300;

    public Forgiveness {
        points = List.copyOf(points);
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
    public record Point(int shift, double change, double pooledChange, double averageChange, double probability) {}

    /**
     * Measures shifts from −{@code reach} to {@code reach}. The image must have the size that the network was trained
     * on.
     */
    public static Forgiveness of(Learned learned, LabImage image, int reach) {
        Learned.Seen still = learned.look(image);
        int answer = still.best();
        List<Point> points = new ArrayList<>();
        for (int shift = -reach; shift <= reach; shift++) {
            Learned.Seen moved = learned.look(image.shifted(shift, 0));
            points.add(new Point(
                    shift,
                    change(still.maps(), moved.maps(), false),
                    change(still.maps(), moved.maps(), true),
                    averageChange(
                            learned.choice().pool(),
                            still.maps().get(0),
                            moved.maps().get(0)),
                    moved.probabilities()[answer]));
        }
        return new Forgiveness(points, answer);
    }

    private static double change(List<Learned.Maps> still, List<Learned.Maps> moved, boolean pooled) {
        for (int k = 0; k < still.size(); k++) {
            Learned.Maps before = still.get(k);
            if (before.layer() == 0 && before.pooled() == pooled) {
                return distance(before.values(), moved.get(k).values()) / Math.max(norm(before.values()), SMALLEST);
            }
        }
        return Double.NaN;
    }

    private static double averageChange(int pool, Learned.Maps still, Learned.Maps moved) {
        if (pool == 1) {
            return Double.NaN;
        }
        ImagePooling pooling = new ImagePooling(still.shape(), Pooling.AVERAGE, pool);
        double[] before = pooling.of(still.values());
        return distance(before, pooling.of(moved.values())) / Math.max(norm(before), SMALLEST);
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
