package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Pooling of maps in adjacent, non-overlapping square windows; incomplete windows at the right and bottom are dropped.
 * Equal to PyTorch's MaxPool2d and AvgPool2d with stride = size. Max pooling uses the layer that is also used in
 * training. Confined to one thread at a time.
 */
public final class ImagePooling {
    private final Pooling kind;
    private final ImageShape maps;
    private final ImageShape pooled;
    private final int side;
    private final MaxPoolLayer largest;

    /**
     * @param side of a window, ≥ 1; not used for {@link Pooling#NONE}
     * @throws InvalidInputException if no window fits
     */
    public ImagePooling(ImageShape maps, Pooling kind, int side) {
        Checks.atLeast("pool", side, 1);
        this.kind = kind;
        this.maps = maps;
        this.side = kind == Pooling.NONE ? 1 : side;
        if (maps.height() < this.side || maps.width() < this.side) {
            throw new InvalidInputException("pool", "leaves no pixel: pool " + side + " on " + maps.height() + " × " + maps.width());
        }
        this.pooled = new ImageShape(maps.channels(), maps.height() / this.side, maps.width() / this.side);
        this.largest = new MaxPoolLayer(maps, pooled, this.side);
    }

    /** The shape after pooling. */
    public ImageShape pooled() {
        return pooled;
    }

    /** Pools the maps of one image, given channel by channel in row-major order, and returns a new array. */
    public double[] of(double[] numbers) {
        if (numbers.length != maps.numbers()) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + maps);
        }
        return switch (kind) {
            case NONE -> numbers.clone();
            case MAX -> {
                DMatrixRMaj result = largest.forward(new DMatrixRMaj(1, numbers.length, true, numbers), false);
                yield Arrays.copyOf(result.data, result.getNumElements());
            }
            case AVERAGE -> means(numbers);
        };
    }

    private double[] means(double[] numbers) {
        double[] means = new double[(int) pooled.numbers()];
        int at = 0;
        for (int map = 0; map < maps.channels(); map++) {
            for (int y = 0; y < pooled.height(); y++) {
                for (int x = 0; x < pooled.width(); x++) {
                    double sum = 0;
                    for (int row = y * side; row < (y + 1) * side; row++) {
                        int first = (map * maps.height() + row) * maps.width() + x * side;
                        for (int i = first; i < first + side; i++) {
                            sum += numbers[i];
                        }
                    }
                    means[at++] = sum / (side * side);
                }
            }
        }
        return means;
    }
}
